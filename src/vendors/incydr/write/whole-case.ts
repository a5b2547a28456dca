import * as v from 'valibot';
import { VendorError } from '#domain/vendor-error.ts';
import { uid } from '../wire-parts.ts';

/**
 * A case as it must be to be sent back whole: what is absent or null becomes null at the vendor. A row of a list has
 * neither description nor findings, and would clear both, so every field must be there. Written with the user's uids,
 * never with names.
 */
const wholeCase = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  status: v.string(),
  description: v.nullable(v.string()),
  findings: v.nullable(v.string()),
  subject: v.union([v.null(), v.pipe(uid, v.string())]),
  assignee: v.union([v.null(), v.pipe(uid, v.string())]),
});
export type WholeCase = v.InferOutput<typeof wholeCase>;

/** Throws VendorError 'unreadable' where something of it is missing: then nothing may be sent. */
export function readWhole(body: unknown): WholeCase {
  const parsed = v.safeParse(wholeCase, body);
  if (parsed.success) return parsed.output;
  throw new VendorError({
    code: 'unreadable',
    reason: 'not-whole',
    message:
      'Incydr did not answer with the whole case, and a change would clear what is missing. Nothing was sent.',
    retryable: false,
    status: 200,
  });
}

const finished: Readonly<Record<string, string>> = {
  CLOSED: 'The case is closed in Incydr, and closed is final.',
  ARCHIVED: 'The case is archived in Incydr, and archived is final.',
};

/** Why nothing of a case can be changed; null: it can. A status that is not known could not be sent back. */
export function sayFinished(status: string): string | null {
  if (status === 'OPEN') return null;
  return (
    finished[status] ??
    `Incydr calls the status of this case ${status}. What may be changed then is not known.`
  );
}

export function requireOpen(whole: WholeCase): void {
  const sentence = sayFinished(whole.status);
  if (sentence === null) return;
  throw new VendorError({ code: 'conflict', reason: 'not-open', message: sentence, retryable: false });
}
