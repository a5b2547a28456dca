import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, some, text, texts } from '../wire-parts.ts';

/** A user or a group: `subject` in answers that were seen, `user` or `group` where others say so. */
export const wireGrant = v.object({
  id: some(id),
  subject: some(wireUser),
  user: some(wireUser),
  group: some(wireUser),
  level: text,
  addedTimestamp: instant,
  addedTime: text,
  addedByUser: some(wireUser),
  flags: texts,
});
export type WireGrant = v.InferOutput<typeof wireGrant>;
