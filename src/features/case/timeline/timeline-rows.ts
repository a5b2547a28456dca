import type { DayNumber } from './day-reader.ts';
import type { PlacedEntry } from './place-on-days.ts';

export type Order = 'newest' | 'oldest';

export type TimelineRow =
  | { kind: 'day'; key: string; day: DayNumber; count: number }
  | { kind: 'entry'; key: string; placed: PlacedEntry };

/** Days with their heads, as they stand on screen. `placed` is as `placeOnDays` gives it. */
export function toRows(placed: readonly PlacedEntry[], order: Order): readonly TimelineRow[] {
  const days: { day: DayNumber; entries: PlacedEntry[] }[] = [];
  for (const one of placed) {
    const last = days.at(-1);
    if (last?.day === one.day) last.entries.push(one);
    else days.push({ day: one.day, entries: [one] });
  }
  if (order === 'newest') days.reverse();
  return days.flatMap(({ day, entries }): TimelineRow[] => [
    { kind: 'day', key: `day ${day}`, day, count: entries.length },
    ...inDayOrder(entries, order).map(
      (one): TimelineRow => ({ kind: 'entry', key: one.entry.id, placed: one }),
    ),
  ]);
}

/** What lasts all day is at the head of its day in either order. */
function inDayOrder(entries: readonly PlacedEntry[], order: Order): readonly PlacedEntry[] {
  if (order === 'oldest') return entries;
  const timed = entries.filter(({ isAllDay }) => !isAllDay);
  return [...entries.filter(({ isAllDay }) => isAllDay), ...timed.reverse()];
}
