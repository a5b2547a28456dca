import type { Block } from '#domain/section.ts';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

/** Failures that are over by themselves. All others mean that this server or key does not give that part at all. */
const passing: ReadonlySet<VendorErrorCode> = new Set(['unavailable', 'timeout', 'rate-limited', 'quota']);

export type Attempt = { body: unknown; failure: VendorError | null };

/** Reads a part that may fail without taking its section along. An abort still rejects. */
export async function attempt(part: Promise<unknown>): Promise<Attempt> {
  try {
    return { body: await part, failure: null };
  } catch (error) {
    if (error instanceof VendorError) return { body: null, failure: error };
    throw error;
  }
}

/** Whether asking again later may bring it. */
export function isPassing(failure: VendorError): boolean {
  return passing.has(failure.code);
}

/** 'The score history was not read. Stellar Cyber answered with status 500.' */
export function notRead(key: string, what: string, failure: VendorError): Block {
  return { kind: 'notice', key, text: `${what} was not read. ${failure.message}` };
}
