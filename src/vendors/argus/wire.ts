import * as v from 'valibot';

/**
 * What is read of the answers. Enums may grow without notice and fields may be null or missing: anything unexpected
 * becomes null and never drops a row. Only a case without an id cannot be kept.
 */
const text = v.fallback(v.nullable(v.string()), null);
/** Epoch ms, as far as a date can hold it. */
const instant = v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.maxValue(8.64e15))), null);
const texts = v.fallback(
  v.pipe(
    v.array(v.unknown()),
    v.transform(values => values.filter(value => typeof value === 'string')),
  ),
  [],
);
const id = v.union([v.pipe(v.number(), v.transform(String)), v.pipe(v.string(), v.minLength(1))]);
const some = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null);

const named = v.object({ name: text, shortName: text });
export type WireNamed = v.InferOutput<typeof named>;

/** Other modules of Argus say `shortName` where cases say `userName`. */
export const wireUser = v.object({
  id,
  name: text,
  userName: text,
  shortName: text,
  customer: some(named),
});
export type WireUser = v.InferOutput<typeof wireUser>;

export const wireTag = v.object({ key: text, value: text, flags: texts });
export type WireTag = v.InferOutput<typeof wireTag>;

export const wireCase = v.object({
  id,
  customer: some(named),
  service: some(named),
  category: some(named),
  type: text,
  status: text,
  initialStatus: text,
  priority: text,
  initialPriority: text,
  subject: text,
  description: text,
  customerReference: text,
  originEmailAddress: text,
  accessMode: text,
  reporter: some(wireUser),
  assignedUser: some(wireUser),
  assignedTech: some(wireUser),
  createdByUser: some(wireUser),
  lastUpdatedByUser: some(wireUser),
  closedByUser: some(wireUser),
  createdTimestamp: instant,
  lastUpdatedTimestamp: instant,
  closedTimestamp: instant,
  publishedTimestamp: instant,
  /** Not on every case, perhaps not on every installation. */
  techDueTimestamp: instant,
  flags: texts,
  currentUserAccess: some(v.object({ level: text, role: text })),
  workflows: v.fallback(v.array(v.object({ workflow: text, state: text })), []),
});
export type WireCase = v.InferOutput<typeof wireCase>;

/**
 * The container of every answer. `limit` is as applied, not as asked. `count` is -1 when counting timed out and 0
 * when it is not implemented.
 */
export const wireContainer = v.object({
  responseCode: v.number(),
  limit: v.fallback(v.number(), 0),
  count: v.fallback(v.number(), 0),
  size: v.fallback(v.number(), 0),
  data: v.optional(v.unknown(), null),
});

/** A row of which only the number matters. */
export const wireItem = v.object({ id });

export const wireFailure = v.object({
  messages: v.array(v.object({ message: text, messageTemplate: text, type: text, field: text })),
});
