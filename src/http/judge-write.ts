import type { FieldValues, Verdict } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';

/**
 * What became of a write, by the fields that it was to change. `before`: as they were when it was sent; null where
 * nobody remembers, and then a field that has neither value counts as untouched.
 */
export function judgeWrite(wanted: FieldValues, after: FieldValues, before: FieldValues | null): Verdict {
  const fields = Object.keys(wanted);
  const missing = fields.filter(field => after[field] !== wanted[field]);
  if (missing.length === 0) return { kind: 'applied', after };
  const isMoved =
    before === null ? missing.length < fields.length : fields.some(field => after[field] !== before[field]);
  return isMoved ? { kind: 'differs', fields: missing, after } : { kind: 'absent', after };
}

/**
 * For the answer to a write: one that cannot be read says nothing of whether it was taken, unlike a refusal. What
 * follows is a look at the record.
 */
export function asLostAnswer(error: unknown): unknown {
  const isDone = error instanceof VendorError && error.status !== null && error.status < 300;
  if (!isDone || error.code !== 'unreadable') return error;
  const { code, reason, message, retryAfterMs, status, facts, raw } = error;
  return new VendorError({ code, reason, message, retryAfterMs, status, facts, raw, retryable: true });
}

/** For a refusal of the second call of a change whose first was taken: says both. */
export function afterFirstCall(done: string, error: unknown): unknown {
  if (!(error instanceof VendorError) || error.retryable) return error;
  const { code, reason, message, status, facts, fields, raw } = error;
  const both = `${done} ${message}`;
  return new VendorError({ code, reason, message: both, retryable: false, status, facts, fields, raw });
}

/**
 * The same words, but for line ends and white space around them, which some vendors keep in their own way: found like
 * this, words are there, and not to be sent again.
 */
export function isSameWords(one: string, other: string): boolean {
  return toPlainWords(one) === toPlainWords(other);
}

/** With one kind of line end, and no white space around. */
export function toPlainWords(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim().normalize();
}
