import type { Access } from './access.ts';
import { addComment } from './add-comment.ts';
import { invalid, Refusal } from './container.ts';
import type { Caller } from './keys.ts';
import type { CaseRecord, Change } from './records.ts';
import { cleanHtml } from './safe-html.ts';
import { type ArgusWorld, commit } from './state.ts';
import { requireCategory, requireFieldRights, requireUser, type UpdateBody } from './write-rules.ts';

/** Whatever one PUT holds, a comment included, is one transaction and one notification. */
export function updateCase(
  world: ArgusWorld,
  caller: Caller,
  record: CaseRecord,
  access: Access,
  body: UpdateBody,
): void {
  requireFieldRights(body, access);
  const steps = planSteps(record, body);
  const changes: Change[] = [];
  for (const step of steps) {
    if (step.value === step.previousValue) continue;
    step.apply();
    changes.push({ field: step.field, value: step.value, previousValue: step.previousValue });
  }
  if (record.status !== 'closed' && record.closedTimestamp !== null) {
    record.closedTimestamp = null;
    record.closedByUser = null;
  }
  if (body.hasEvents === true && !record.flags.includes('HAS_EVENTS')) record.flags.push('HAS_EVENTS');
  if (body.comment != null && body.comment !== '') {
    const comment = addComment(world, record, caller.user, body.comment, {
      isInternal: body.internalComment === true,
    });
    changes.push({ field: 'comment', value: comment.id, previousValue: null });
  }
  if (changes.length === 0) return;
  commit(
    world,
    record,
    caller.user,
    'updateCase',
    changes,
    caller.role === 'user' ? [] : ['SUBMITTED_BY_TECH'],
  );
}

type Step = Change & { apply: () => void };

/** All is checked before anything is changed. */
function planSteps(record: CaseRecord, body: UpdateBody): Step[] {
  const steps: Step[] = [];
  for (const field of ['status', 'priority'] as const) {
    const value = body[field];
    if (value == null) continue;
    steps.push({
      field,
      value,
      previousValue: record[field],
      apply: () => Object.assign(record, { [field]: value }),
    });
  }
  if (body.subject != null) steps.push(set(record, 'subject', body.subject));
  if (body.description != null) steps.push(set(record, 'description', cleanHtml(body.description)));
  for (const field of ['customerReference', 'originEmailAddress'] as const) {
    const value = body[field];
    if (value != null) steps.push(set(record, field, value === '' ? null : value));
  }
  for (const field of ['assignedUser', 'assignedTech', 'reporter'] as const) {
    const value = body[field];
    if (value == null) continue;
    const user = value === '' ? null : requireUser(field, value);
    steps.push({
      field,
      value: user?.userName ?? null,
      previousValue: record[field]?.userName ?? null,
      apply: () => Object.assign(record, { [field]: user }),
    });
  }
  if (body.category != null) {
    const category =
      body.category === '' ? null : requireCategory(body.category, record.service, record.type);
    steps.push({
      field: 'category',
      value: category?.shortName ?? null,
      previousValue: record.category?.shortName ?? null,
      apply: () => Object.assign(record, { category }),
    });
  }
  return steps;
}

function set(
  record: CaseRecord,
  field: 'subject' | 'description' | 'customerReference' | 'originEmailAddress',
  value: string | null,
): Step {
  return {
    field,
    value,
    previousValue: record[field],
    apply: () => Object.assign(record, { [field]: value }),
  };
}

export function closeCase(
  world: ArgusWorld,
  caller: Caller,
  record: CaseRecord,
  comment: string | null | undefined,
): void {
  // Closing what is closed changes nothing.
  if (record.status === 'closed') return;
  const needed = record.category?.closeNeedsField;
  if (needed !== undefined && record.fields[needed] === undefined) {
    throw new Refusal(412, invalid(`fields.${needed}`, null, `Field ${needed} is required on close`));
  }
  const changes: Change[] = [{ field: 'status', value: 'closed', previousValue: record.status }];
  record.status = 'closed';
  if (comment != null && comment !== '') {
    const added = addComment(world, record, caller.user, comment, { isInternal: false });
    changes.push({ field: 'comment', value: added.id, previousValue: null });
  }
  commit(
    world,
    record,
    caller.user,
    'closeCase',
    changes,
    caller.role === 'user' ? [] : ['SUBMITTED_BY_TECH'],
  );
  record.closedTimestamp = record.lastUpdatedTimestamp;
  record.closedByUser = caller.user;
}
