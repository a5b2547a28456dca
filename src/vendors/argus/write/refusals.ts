import { VendorError } from '#domain/vendor-error.ts';

/** Refused here, before anything is sent. */
export function notAllowed(message: string): VendorError {
  return new VendorError({ code: 'forbidden', reason: 'no-right', message, retryable: false });
}

/** What stands there now makes it another change than was meant. */
export function notAsItWas(message: string): VendorError {
  return new VendorError({ code: 'conflict', reason: 'not-as-it-was', message, retryable: false });
}

export function notAcceptable(field: string, message: string): VendorError {
  return new VendorError({
    code: 'invalid',
    reason: 'not-acceptable',
    message,
    retryable: false,
    fields: { [field]: message },
  });
}

/** What no writer of Argus does. */
export function notOffered(what: string): VendorError {
  return new VendorError({
    code: 'unsupported',
    reason: 'not-offered',
    message: `Argus has no ${what} to write to.`,
    retryable: false,
  });
}

/** A merged case is answered with another one, so that what is written to it is never read back. */
export function sayMerged(id: string, target: string): string {
  return `Case ${id} was merged into case ${target}. Changes are made there.`;
}
