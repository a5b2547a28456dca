import type { TimelineRow } from './timeline-rows.ts';
import { dayMs, instantAt, type TimeZone } from './zone-time.ts';

/** The row whose time is nearest to an instant; -1: there is none. A bare day counts from its beginning. */
export function nearestRow(rows: readonly TimelineRow[], at: number, timeZone: TimeZone): number {
  let nearest = -1;
  let leastMs = Number.POSITIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    if (row.kind === 'day') continue;
    const { placed } = row;
    const startAt = placed.isAllDay ? instantAt(placed.day * dayMs, timeZone) : placed.entry.stamp.at;
    const awayMs = Math.abs(startAt - at);
    if (awayMs < leastMs) {
      nearest = index;
      leastMs = awayMs;
    }
  }
  return nearest;
}
