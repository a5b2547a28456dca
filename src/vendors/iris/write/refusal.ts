import { VendorError } from '#domain/vendor-error.ts';

/** What is not sent at all, because IRIS would break at it, or keep something else. */
export function refuse(reason: string, message: string): VendorError {
  return new VendorError({ code: 'invalid', reason, message, retryable: false });
}

export function notOffered(message: string): VendorError {
  return new VendorError({ code: 'unsupported', reason: 'not-offered', message, retryable: false });
}
