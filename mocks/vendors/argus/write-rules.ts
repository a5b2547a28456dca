import * as v from 'valibot';
import type { Access } from './access.ts';
import { invalid, Refusal } from './container.ts';
import { categories, findNamed, findUser } from './directory.ts';
import { type CaseType, type Category, priorities, type Service, statuses, type User } from './records.ts';

const named = v.union([v.number(), v.string()]);
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** Closing is a transition of its own; `waiting*` can be read, never written. */
const openStatus = v.picklist(statuses.filter(status => status !== 'closed'));
const notification = v.nullish(
  v.strictObject({ skipEmail: v.nullish(v.boolean()), skipSMS: v.nullish(v.boolean()) }),
);

/** Null or absent keeps a value; the empty string clears it where it can be empty. */
export const updateBody = v.strictObject({
  subject: v.nullish(v.pipe(text(250), v.nonEmpty())),
  description: v.nullish(text(100_000)),
  status: v.nullish(openStatus),
  priority: v.nullish(v.picklist(priorities)),
  category: v.nullish(named),
  reporter: v.nullish(
    v.pipe(
      named,
      v.check(name => name !== '', 'A case has a reporter'),
    ),
  ),
  assignedUser: v.nullish(named),
  assignedTech: v.nullish(named),
  customerReference: v.nullish(text(250)),
  comment: v.nullish(text(100_000)),
  internalComment: v.nullish(v.boolean()),
  originEmailAddress: v.nullish(text(250)),
  hasEvents: v.nullish(v.boolean()),
  notification,
});
export type UpdateBody = v.InferOutput<typeof updateBody>;

export const closeBody = v.strictObject({ comment: v.nullish(text(100_000)), notification });

export const createBody = v.strictObject({
  customer: v.nullish(named),
  customerID: v.nullish(v.number()),
  service: named,
  category: v.nullish(named),
  type: v.picklist(['securityIncident', 'operationalIncident', 'informational', 'change']),
  status: v.nullish(openStatus),
  watchers: v.nullish(v.array(v.looseObject({}))),
  fields: v.nullish(v.array(v.strictObject({ field: v.string(), value: v.string() }))),
  tags: v.nullish(v.unknown()),
  subject: v.pipe(text(250), v.nonEmpty()),
  description: text(100_000),
  customerReference: v.nullish(text(250)),
  priority: v.nullish(v.picklist(priorities)),
  accessMode: v.nullish(v.picklist(['roleBased', 'writeRestricted', 'readRestricted', 'explicit'])),
  aclMembers: v.nullish(
    v.array(
      v.strictObject({
        subjectID: v.nullish(v.number()),
        userOrGroup: v.nullish(named),
        level: v.picklist(['read', 'write']),
      }),
    ),
  ),
  notification,
  originEmailAddress: v.nullish(text(250)),
  triggers: v.nullish(v.unknown()),
  publish: v.nullish(v.boolean()),
  defaultWatchers: v.nullish(v.boolean()),
  testData: v.nullish(v.boolean()),
});

export const moveBody = v.strictObject({
  customer: v.nullish(named),
  service: v.nullish(named),
  type: v.nullish(v.picklist(['securityIncident', 'operationalIncident', 'informational', 'change'])),
  category: v.nullish(named),
});

/** Fields that only some roles may change: refused with 403 and the field's name. */
export function requireFieldRights(body: UpdateBody, access: Access): void {
  const techOnly = ['assignedTech', 'reporter'] as const;
  const ownerToo = ['subject', 'description'] as const;
  const isTech = access.role !== 'user';
  const refused = [
    ...techOnly.filter(field => body[field] != null && !isTech),
    ...ownerToo.filter(field => body[field] != null && !isTech && access.level !== 'owner'),
    ...(['internalComment'] as const).filter(field => body[field] === true && !isTech),
  ];
  if (refused.length === 0) return;
  throw new Refusal(
    403,
    ...refused.map(field => ({
      ...invalid(field, body[field], `Updating ${field} requires role TECH`),
      messageTemplate: 'access.denied',
    })),
  );
}

export function requireUser(field: string, name: number | string): User {
  const user = findUser(name);
  if (user === undefined) throw new Refusal(412, invalid(field, name, 'Unknown user'));
  return user;
}

export function requireCategory(name: number | string, service: Service, type: CaseType): Category {
  const category = findNamed(categories, name);
  if (category === undefined) throw new Refusal(412, invalid('category', name, 'Unknown category'));
  const isBound = category.bindings.some(
    binding => binding.service === service.shortName && binding.caseTypes.includes(type),
  );
  if (isBound) return category;
  throw new Refusal(
    412,
    invalid('category', name, `Category is not valid for service ${service.shortName} and type ${type}`),
  );
}

export function requireCaseType(service: Service, type: CaseType): void {
  if (service.caseTypes.includes(type)) return;
  throw new Refusal(412, invalid('type', type, `Type is not valid for service ${service.shortName}`));
}
