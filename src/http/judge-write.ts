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
