import * as v from 'valibot';
import { flag, number, text } from '../wire.ts';

const wireChange = v.object({ action: text, user: text });

/** A file of `/datastore/list/tree`. Its password is only looked at for being there. */
export const wireFile = v.object({
  file_original_name: text,
  file_description: text,
  file_tags: text,
  file_sha256: text,
  file_size: number,
  file_date_added: text,
  file_is_evidence: flag,
  file_is_ioc: flag,
  file_password: v.fallback(
    v.pipe(
      v.nullable(v.string()),
      v.transform(password => password !== null && password !== ''),
    ),
    false,
  ),
  modification_history: v.fallback(
    v.record(v.string(), v.fallback(wireChange, { action: null, user: null })),
    {},
  ),
});
export type StoredFile = v.InferOutput<typeof wireFile>;

export const wireFolder = v.object({
  name: text,
  children: v.fallback(v.record(v.string(), v.unknown()), {}),
});

export const wireTree = v.record(v.string(), v.unknown());
