import type { Precision, Stamp } from '#domain/stamp.ts';

const hourMs = 3_600_000;

/** How long a written time lasts: '07:31' is true of a whole minute. */
const widthsMs: Record<Precision, number> = {
  day: 24 * hourMs,
  minute: 60_000,
  second: 1_000,
  millisecond: 1,
  microsecond: 1,
};

/** A day begins in the east 14 hours before it does in UTC, and ends in the west 12 hours after. */
const eastMs = 14 * hourMs;
const westMs = 12 * hourMs;

/** When it may have been at the earliest. */
export function earliestOf({ at, precision, doubtMs = 0 }: Stamp): number {
  return at - doubtMs - (precision === 'day' ? eastMs : 0);
}

/** When it was over at the latest. */
export function latestOf({ at, precision, doubtMs = 0 }: Stamp): number {
  return at + widthsMs[precision] + doubtMs + (precision === 'day' ? westMs : 0);
}

/** 0 to 999 beyond the millisecond, from the vendor's own text where `at` has lost them; 0 where there are none. */
export function microsecondsOf({ at, precision, original }: Stamp): number {
  if (precision !== 'microsecond') return 0;
  const written = /[.,]\d{3}(\d{3})/.exec(original)?.[1];
  if (written !== undefined) return Number(written);
  return Math.min(999, Math.round((at - Math.floor(at)) * 1_000));
}
