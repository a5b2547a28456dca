import * as v from 'valibot';
import { id, text, uid } from './wire-parts.ts';

/**
 * What is read of the API's answers. Anything missing or of another type becomes null and never drops a case; one
 * without a number cannot be kept. Read with exact numbers: the documentation prints uids as bare numbers.
 */
export const wireCase = v.object({
  number: v.pipe(id, v.regex(/^\d+$/)),
  name: text,
  status: text,
  createdAt: text,
  updatedAt: text,
  /** Actor id, or the user uid it was in 2020. */
  subject: uid,
  subjectUsername: text,
  assignee: uid,
  assigneeUsername: text,
  createdByUserUid: uid,
  createdByUsername: text,
  lastModifiedByUserUid: uid,
  lastModifiedByUsername: text,
  /** Not in the published model, but sent. */
  archivalTime: text,
});
export type WireCase = v.InferOutput<typeof wireCase>;

/** Rows of a list have neither: a case must be read by itself before it is written. */
export const wireCaseDetail = v.object({ ...wireCase.entries, description: text, findings: text });
export type WireCaseDetail = v.InferOutput<typeof wireCaseDetail>;

export const wireCasePage = v.object({
  cases: v.array(v.unknown()),
  totalCount: v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))), null),
});

export const wireCustomer = v.object({ name: v.pipe(v.string(), v.minLength(1)) });
