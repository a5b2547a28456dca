import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, number, some, text, texts } from '../wire-parts.ts';

export const wireAttachment = v.object({
  id: some(id),
  addedTimestamp: instant,
  addedTime: text,
  addedByUser: some(wireUser),
  name: text,
  mimeType: text,
  flags: texts,
  /** Bytes, whatever other clients print beside it. */
  size: number,
  originEmailAddress: text,
});
export type WireAttachment = v.InferOutput<typeof wireAttachment>;
