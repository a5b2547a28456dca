import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, many, some, text, texts } from '../wire-parts.ts';

export const wireComment = v.object({
  id: some(id),
  addedTimestamp: instant,
  addedTime: text,
  addedByUser: some(wireUser),
  /** Safe HTML, by the vendor's word. */
  comment: text,
  flags: texts,
  lastUpdatedTimestamp: instant,
  lastUpdatedTime: text,
  /** What the case had with this comment. */
  status: text,
  priority: text,
  originEmailAddress: text,
  associatedAttachments: many(v.object({ id, name: text })),
  /** 'replacedBy' where it was edited. The word of an answer to another comment is not published. */
  references: many(v.object({ type: text, commentID: id })),
});
export type WireComment = v.InferOutput<typeof wireComment>;
