import type { Health } from '#domain/sync-state.ts';
import type { VendorError } from '#domain/vendor-error.ts';

/** Failures in a row and since when, for one connection. */
export type FailureRun = { tries: number; since: number };

export type Failure = {
  health: Health;
  /** When to try again by ourselves; null: not before a person did something. */
  retryAt: number | null;
};

const firstWaitMs = 2_000;
const longestWaitMs = 5 * 60_000;

/**
 * What a failed pull means for the connection: its state in words and when to ask again. A refused credential is
 * never tried again by itself, so no account gets locked. A named waiting time is obeyed to its end.
 */
export function judgeFailure(
  error: VendorError,
  run: FailureRun,
  now: number,
  random: () => number,
): Failure {
  const { message, reason } = error;
  const waitMs = error.retryAfterMs ?? backOff(run.tries, random);
  const { since } = run;

  if (error.code === 'unauthorized')
    return { health: { kind: 'signed-out', since, reason, message }, retryAt: null };
  if (error.code === 'rate-limited' || error.code === 'quota')
    return { health: { kind: 'rate-limited', since, until: now + waitMs, message }, retryAt: now + waitMs };
  if (error.code === 'unavailable' && error.retryAfterMs !== null)
    return { health: { kind: 'rate-limited', since, until: now + waitMs, message }, retryAt: now + waitMs };
  if (error.code === 'unavailable' || error.code === 'timeout')
    return {
      health: { kind: 'not-reachable', since, tries: run.tries, nextAt: now + waitMs, reason, message },
      retryAt: now + waitMs,
    };
  if (error.code === 'unreadable' && error.retryable)
    return {
      health: { kind: 'not-understood', since, nextAt: now + waitMs, reason, message },
      retryAt: now + waitMs,
    };
  if (error.code === 'unreadable') {
    const slowMs = Math.max(waitMs, longestWaitMs);
    return {
      health: { kind: 'not-understood', since, nextAt: now + slowMs, reason, message },
      retryAt: now + slowMs,
    };
  }
  return { health: { kind: 'refused', since, reason, message }, retryAt: null };
}

/** Doubling with full jitter, at least a second, at most five minutes. */
function backOff(tries: number, random: () => number): number {
  const ceilingMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - 1, 10));
  return Math.max(1_000, Math.round(random() * ceilingMs));
}
