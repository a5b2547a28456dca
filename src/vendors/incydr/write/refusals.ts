import { VendorError } from '#domain/vendor-error.ts';

/** What no case of Incydr has. */
export function notOffered(what: string): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: `An Incydr case has no ${what} that could be changed.`,
    retryable: false,
  });
}

export function noWords(): VendorError {
  const message = 'A note needs words.';
  return new VendorError({
    code: 'invalid',
    reason: 'no-words',
    message,
    retryable: false,
    fields: { findings: message },
  });
}

/** The next try reads anew, and finds the conflict. */
export function changedMeanwhile(): VendorError {
  return new VendorError({
    code: 'conflict',
    reason: 'not-sent',
    message: 'Somebody changed the same field at this moment. Nothing was sent.',
    retryable: true,
  });
}

/** The read just before a write failed: what is said of it is not said of the write. */
export function asNotSent(error: unknown): unknown {
  if (!(error instanceof VendorError) || !error.retryable) return error;
  const { code, message, retryAfterMs, status, facts, raw } = error;
  return new VendorError({
    code,
    reason: 'not-sent',
    message,
    retryable: true,
    retryAfterMs,
    status,
    facts,
    raw,
  });
}
