import type * as v from 'valibot';
import { accessDenied, invalid, Refusal } from './container.ts';
import { customers, findNamed, services } from './directory.ts';
import type { Caller } from './keys.ts';
import type { AccessEntry, CaseRecord } from './records.ts';
import { cleanHtml } from './safe-html.ts';
import { type ArgusWorld, commit } from './state.ts';
import { readTags } from './tag-endpoints.ts';
import { type createBody, requireCaseType, requireCategory, requireUser } from './write-rules.ts';

export function createCase(
  world: ArgusWorld,
  caller: Caller,
  body: v.InferOutput<typeof createBody>,
): CaseRecord {
  if (!caller.mayReadCases) throw new Refusal(403, accessDenied);
  const { user } = caller;
  const named = body.customer ?? body.customerID ?? user.customer.id;
  const customer = findNamed(customers, named);
  if (customer === undefined) throw new Refusal(412, invalid('customer', named, 'Unknown customer'));
  if (caller.role === 'user' && customer.id !== user.customer.id) throw new Refusal(403, accessDenied);
  const service = findNamed(services, body.service);
  if (service === undefined) throw new Refusal(412, invalid('service', body.service, 'Unknown service'));
  requireCaseType(service, body.type);
  if (body.publish === false && caller.role === 'user') throw new Refusal(403, accessDenied);
  const now = world.now();
  const status = body.status ?? 'pendingSoc';
  const priority = body.priority ?? 'medium';
  const isPublished = body.publish !== false;

  const record: CaseRecord = {
    id: world.createCaseId(),
    customer,
    service,
    category: body.category == null ? null : requireCategory(body.category, service, body.type),
    type: body.type,
    status,
    initialStatus: status,
    priority,
    initialPriority: priority,
    subject: body.subject,
    description: cleanHtml(body.description),
    customerReference: body.customerReference ?? null,
    originEmailAddress: body.originEmailAddress ?? null,
    accessMode: body.accessMode ?? 'roleBased',
    reporter: user,
    assignedUser: null,
    assignedTech: null,
    createdByUser: user,
    lastUpdatedByUser: user,
    closedByUser: null,
    publishedByUser: isPublished ? user : null,
    createdTimestamp: now,
    lastUpdatedTimestamp: now,
    closedTimestamp: null,
    publishedTimestamp: isPublished ? now : null,
    techDueTimestamp: null,
    flags: caller.role === 'user' ? [] : ['SUBMITTED_BY_TECH'],
    workflows: [],
    fields: Object.fromEntries((body.fields ?? []).map(item => [item.field, item.value])),
    mergedInto: null,
    comments: [],
    attachments: [],
    tags: [],
    access: (body.aclMembers ?? []).map(
      (member): AccessEntry => ({
        id: world.createUuid(),
        subject: requireUser('aclMembers', member.subjectID ?? member.userOrGroup ?? ''),
        level: member.level,
        addedTimestamp: now,
        addedByUser: user,
      }),
    ),
    history: [],
    events: { count: 0, hosts: [], observables: [] },
  };
  record.tags.push(...readTags(world, user, body.tags ?? []));
  world.cases.set(record.id, record);
  commit(world, record, user, 'createCase', [{ field: 'status', value: status, previousValue: null }]);
  return record;
}
