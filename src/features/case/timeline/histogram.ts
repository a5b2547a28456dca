import type { PlacedEntry } from './place-on-days.ts';
import type { TimeRange } from './timeline-filter.ts';

export const binCount = 48;

export type Histogram = {
  /** What the bins cover: a whole number of them. */
  extent: TimeRange;
  binMs: number;
  /** Per bin; bare days are in none, for they have no time of day. */
  counts: readonly number[];
};

/** From the first instant to the last; null where there are not two. */
export function extentOf(placed: readonly PlacedEntry[]): TimeRange | null {
  let fromAt = Number.POSITIVE_INFINITY;
  let toAt = Number.NEGATIVE_INFINITY;
  for (const { entry, isAllDay } of placed) {
    if (isAllDay) continue;
    fromAt = Math.min(fromAt, Math.floor(entry.stamp.at));
    toAt = Math.max(toAt, Math.floor(entry.stamp.at) + 1);
  }
  return toAt - fromAt > 1 ? { fromAt, toAt } : null;
}

export function toHistogram(placed: readonly PlacedEntry[], { fromAt, toAt }: TimeRange): Histogram {
  // Whole milliseconds, so that an edge belongs to one bin and always to the same.
  const binMs = Math.max(1, Math.ceil((toAt - fromAt) / binCount));
  const counts = Array.from({ length: Math.max(1, Math.ceil((toAt - fromAt) / binMs)) }, () => 0);
  for (const { entry, isAllDay } of placed) {
    if (isAllDay) continue;
    const bin = Math.floor((entry.stamp.at - fromAt) / binMs);
    const count = counts[bin];
    if (count !== undefined) counts[bin] = count + 1;
  }
  return { extent: { fromAt, toAt: fromAt + counts.length * binMs }, binMs, counts };
}

/** From the beginning of one bin to the end of another, in whichever order they are named. */
export function rangeOfBins({ extent, binMs }: Histogram, one: number, other: number): TimeRange {
  const first = Math.min(one, other);
  const last = Math.max(one, other);
  return { fromAt: extent.fromAt + first * binMs, toAt: extent.fromAt + (last + 1) * binMs };
}

/** The bins that a range touches; null where it lies beside them. */
export function binsOfRange(
  { extent, binMs, counts }: Histogram,
  { fromAt, toAt }: TimeRange,
): { first: number; last: number } | null {
  if (toAt <= extent.fromAt || fromAt >= extent.toAt) return null;
  const first = Math.max(0, Math.floor((fromAt - extent.fromAt) / binMs));
  const last = Math.min(counts.length - 1, Math.ceil((toAt - extent.fromAt) / binMs) - 1);
  return { first, last };
}
