import { VendorError } from '#domain/vendor-error.ts';

/** Runs a read of a case. IRIS answers the same 403 for one that is not there and one that may not be seen. */
export async function inCase<Value>(id: string, read: () => Promise<Value>): Promise<Value> {
  if (!/^[1-9]\d{0,8}$/.test(id)) throw noSuchCase(id);
  try {
    return await read();
  } catch (error) {
    if (error instanceof VendorError && error.reason === 'case-access') throw noSuchCase(id);
    throw error;
  }
}

function noSuchCase(id: string): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'case-access',
    message: `Case ${id} is not in IRIS, or the owner of this API key may not see it. IRIS does not say which.`,
    retryable: false,
    status: 403,
  });
}
