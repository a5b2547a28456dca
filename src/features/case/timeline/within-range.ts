import { createDayReader } from './day-reader.ts';
import type { PlacedEntry } from './place-on-days.ts';
import type { TimeRange } from './timeline-filter.ts';
import type { TimeZone } from './zone-time.ts';

/** Instants within the range, and days of which some part lies in it. */
export function withinRange(
  placed: readonly PlacedEntry[],
  range: TimeRange | null,
  timeZone: TimeZone,
): readonly PlacedEntry[] {
  if (range === null) return placed;
  const dayOf = createDayReader(timeZone);
  const first = dayOf(range.fromAt);
  const last = dayOf(range.toAt - 1);
  return placed.filter(({ entry, isAllDay, day }) =>
    isAllDay ? day >= first && day <= last : entry.stamp.at >= range.fromAt && entry.stamp.at < range.toAt,
  );
}
