import * as v from 'valibot';
import { id, instant, many, some, text, texts } from './wire-parts.ts';

/**
 * What is read of the answers. Enums may grow without notice and fields may be null or missing: anything unexpected
 * becomes null and never drops a row. Only a case without an id cannot be kept.
 */
const wireNamed = v.object({ name: text, shortName: text });
export type WireNamed = v.InferOutput<typeof wireNamed>;

/** Other modules of Argus say `shortName` where cases say `userName`. */
export const wireUser = v.object({
  id,
  name: text,
  userName: text,
  shortName: text,
  customer: some(wireNamed),
});
export type WireUser = v.InferOutput<typeof wireUser>;

export const wireTag = v.object({ key: text, value: text, flags: texts });
export type WireTag = v.InferOutput<typeof wireTag>;

export const wireCase = v.object({
  id,
  customer: some(wireNamed),
  service: some(wireNamed),
  category: some(wireNamed),
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
  publishedByUser: some(wireUser),
  publishedTimestamp: instant,
  /** Not on every case, perhaps not on every installation. */
  techDueTimestamp: instant,
  flags: texts,
  currentUserAccess: some(v.object({ level: text, role: text })),
  workflows: many(v.object({ workflow: text, state: text, acknowledgedByUser: some(wireUser) })),
  /** Sent when a case is made; not on every answer. */
  watchers: many(
    v.object({ type: text, destination: text, userOrGroup: some(v.union([wireUser, v.string()])) }),
  ),
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
