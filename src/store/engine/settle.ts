import { VendorError } from '#domain/vendor-error.ts';
import type { Outcome } from './engine-port.ts';

export const unknownConnection = {
  code: 'not-found',
  reason: 'unknown-connection',
  message: 'This connection is not set up here.',
  retryable: false,
} as const;

/** What came of asking a vendor, as data that survives the way between threads. */
export async function settle<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof VendorError))
      return {
        ok: false,
        error: { code: 'unreadable', reason: 'internal', message: String(error), retryable: false },
      };
    const { code, reason, message, retryable, retryAfterMs, status, facts, fields } = error;
    return { ok: false, error: { code, reason, message, retryable, retryAfterMs, status, facts, fields } };
  }
}
