import { VendorError } from '#domain/vendor-error.ts';

export type RetryOptions = {
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  signal: AbortSignal;
  /** In all, the first one included. */
  attempts?: number;
  baseMs?: number;
  random?: () => number;
};

/**
 * Runs a read up to three times with full jitter. A vendor that named a waiting time is not asked again here:
 * the sync waits it out, for the whole connection.
 */
export async function retryRead<Value>(run: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  const { attempts = 3, baseMs = 400, random = Math.random } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const mayRetry =
        error instanceof VendorError &&
        error.retryable &&
        error.retryAfterMs === null &&
        error.code !== 'rate-limited' &&
        error.code !== 'timeout';
      if (!mayRetry || attempt >= attempts) throw error;
      await options.sleep(Math.round(random() * baseMs * 2 ** (attempt - 1)), options.signal);
    }
  }
}
