import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

/** Failures that another try would repeat: a right that is missing, a resource that the service no longer has. */
const lasting: ReadonlySet<VendorErrorCode> = new Set(['forbidden', 'not-found', 'unsupported', 'invalid']);

/** What only adds to a record must not take the record away: null where this part cannot be read for good. */
export async function orNull<Value>(part: Promise<Value>): Promise<Value | null> {
  try {
    return await part;
  } catch (error) {
    if (error instanceof VendorError && lasting.has(error.code)) return null;
    throw error;
  }
}
