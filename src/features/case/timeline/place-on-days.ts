import { createDayReader, type DayNumber } from './day-reader.ts';
import type { MergedEntry } from './merge-entries.ts';
import { dayMs, type TimeZone } from './zone-time.ts';

export type PlacedEntry = MergedEntry & {
  day: DayNumber;
  /** It has a day and no time of day. */
  isAllDay: boolean;
};

/**
 * On which day each stands on screen: of an instant that is the zone's, of a bare day the one the vendor wrote. By day, what
 * lasts all day at its head, then by time. `merged` is in order of time.
 */
export function placeOnDays(merged: readonly MergedEntry[], timeZone: TimeZone): readonly PlacedEntry[] {
  const dayOf = createDayReader(timeZone);
  const placed = merged.map(one => {
    const { at, precision } = one.entry.stamp;
    const isAllDay = precision === 'day';
    return { ...one, isAllDay, day: isAllDay ? Math.floor(at / dayMs) : dayOf(at) };
  });
  return placed.sort((a, b) => a.day - b.day || Number(b.isAllDay) - Number(a.isAllDay));
}
