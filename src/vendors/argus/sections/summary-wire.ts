import * as v from 'valibot';
import { wireUser } from '../wire.ts';
import { id, instant, some, text, texts } from '../wire-parts.ts';

/** `key` is the tag's own; it is called `name` here, as rows have a key too. */
export const wireAddedTag = v.pipe(
  v.object({
    id: some(id),
    key: text,
    value: text,
    flags: texts,
    addedTimestamp: instant,
    addedTime: text,
    addedByUser: some(wireUser),
  }),
  v.transform(({ key, ...tag }) => ({ ...tag, name: key })),
);
export type WireAddedTag = v.InferOutput<typeof wireAddedTag>;
