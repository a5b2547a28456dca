import * as v from 'valibot';

/** What may be sent to Argus. Keys that are not listed are refused. */

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const named = v.union([v.pipe(v.number(), v.integer()), text(200)]);
const status = v.picklist([
  'pendingCustomer',
  'pendingSoc',
  'pendingVendor',
  'pendingClose',
  'workingSoc',
  'workingCustomer',
]);
const priority = v.picklist(['low', 'medium', 'high', 'critical']);
const type = v.picklist(['securityIncident', 'operationalIncident', 'informational', 'change']);
const accessMode = v.picklist(['roleBased', 'writeRestricted', 'readRestricted', 'explicit']);
const level = v.picklist(['read', 'write']);
const notification = v.strictObject({ skipEmail: v.optional(v.boolean()), skipSMS: v.optional(v.boolean()) });
const words = v.pipe(v.array(text(200)), v.maxLength(100));
const names = v.pipe(v.array(named), v.maxLength(500));

const matching = {
  startTimestamp: v.optional(v.pipe(v.number(), v.integer())),
  endTimestamp: v.optional(v.pipe(v.number(), v.integer())),
  timeFieldStrategy: v.optional(words),
  status: v.optional(words),
  priority: v.optional(words),
  type: v.optional(words),
  service: v.optional(names),
  category: v.optional(names),
  customer: v.optional(names),
  caseID: v.optional(v.pipe(v.array(v.pipe(v.number(), v.integer())), v.maxLength(500))),
  tag: v.optional(v.array(v.strictObject({ key: text(200), values: v.optional(words) }))),
  user: v.optional(names),
  userFieldStrategy: v.optional(words),
  userAssigned: v.optional(v.boolean()),
  techAssigned: v.optional(v.boolean()),
  keywords: v.optional(words),
  keywordFieldStrategy: v.optional(words),
  exclude: v.optional(v.boolean()),
  required: v.optional(v.boolean()),
};

/** `limit` is always sent and never 0, which would mean everything. */
export const searchBody = v.strictObject({
  ...matching,
  subCriteria: v.optional(v.pipe(v.array(v.strictObject(matching)), v.maxLength(20))),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
  offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))),
  sortBy: v.optional(words),
  includeDescription: v.optional(v.boolean()),
  includeWorkflows: v.optional(v.boolean()),
  includeDeleted: v.optional(v.boolean()),
});
export type SearchBody = v.InferInput<typeof searchBody>;

/** Absent keeps a value, the empty string clears it. Null, which keeps as well, is never sent. */
export const updateBody = v.strictObject({
  subject: v.optional(v.pipe(text(1000), v.nonEmpty())),
  description: v.optional(text(500_000)),
  status: v.optional(status),
  priority: v.optional(priority),
  category: v.optional(named),
  reporter: v.optional(named),
  assignedUser: v.optional(named),
  assignedTech: v.optional(named),
  customerReference: v.optional(text(1000)),
  comment: v.optional(text(500_000)),
  internalComment: v.optional(v.boolean()),
  notification: v.optional(notification),
});

export const closeBody = v.strictObject({
  comment: v.optional(text(500_000)),
  notification: v.optional(notification),
});

const tagPair = v.strictObject({
  key: v.pipe(text(200), v.nonEmpty()),
  value: v.pipe(text(1000), v.nonEmpty()),
});
export const tagsBody = v.strictObject({ tags: v.pipe(v.array(tagPair), v.minLength(1), v.maxLength(100)) });

export const createBody = v.strictObject({
  customer: v.optional(named),
  service: named,
  category: v.optional(named),
  type,
  status: v.optional(status),
  subject: v.pipe(text(1000), v.nonEmpty()),
  description: text(500_000),
  customerReference: v.optional(text(1000)),
  priority: v.optional(priority),
  accessMode: v.optional(accessMode),
  tags: v.optional(v.pipe(v.array(tagPair), v.maxLength(100))),
  notification: v.optional(notification),
});

export const commentBody = v.strictObject({
  comment: v.pipe(text(500_000), v.nonEmpty()),
  asReplyTo: v.optional(v.pipe(v.string(), v.uuid())),
  internal: v.optional(v.boolean()),
  associatedAttachmentID: v.optional(v.pipe(v.string(), v.uuid())),
  notification: v.optional(notification),
});

export const commentEditBody = v.strictObject({ comment: v.pipe(text(500_000), v.nonEmpty()) });

export const attachmentBody = v.strictObject({
  name: v.pipe(text(250), v.nonEmpty()),
  mimeType: v.pipe(text(200), v.regex(/^[\w.+-]+\/[\w.+-]+$/)),
  data: v.pipe(v.string(), v.base64()),
});

/** Null takes the category away here, where an update would keep it. */
export const moveBody = v.strictObject({
  customer: v.optional(named),
  service: v.optional(named),
  type: v.optional(type),
  category: v.optional(v.nullable(named)),
});

export const accessModeBody = v.strictObject({ accessMode });
export const grantBody = v.strictObject({ subjectID: v.pipe(v.number(), v.integer()), level });
