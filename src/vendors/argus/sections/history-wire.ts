import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, many, number, some, text, texts } from '../wire-parts.ts';

/** A value of any make. Objects are said by their name. */
const value = v.optional(v.unknown(), null);

export const wireTransaction = v.object({
  id: some(id),
  operation: text,
  timestamp: instant,
  time: text,
  user: some(wireUser),
  notified: number,
  flags: texts,
  changes: many(
    v.object({
      field: text,
      objectType: text,
      object: value,
      previousObject: value,
      value,
      previousValue: value,
    }),
  ),
});
export type WireTransaction = v.InferOutput<typeof wireTransaction>;
export type WireChange = WireTransaction['changes'][number];
