import type { Precision, Stamp } from '#domain/stamp.ts';
import { longDuration } from '#ui/time/format-time.ts';
import type { DayNumber } from './day-reader.ts';
import { microsecondsOf } from './stamp-span.ts';
import { dayMs, type TimeZone, wallTime, zoneNameAt } from './zone-time.ts';

const precisionWords: Record<Precision, string> = {
  day: 'the day only',
  minute: 'to the minute',
  second: 'to the second',
  millisecond: 'to the millisecond',
  microsecond: 'to the microsecond',
};

const days = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const shortDays = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function padded(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}

/** '07:31' or '07:31:09' of a wall time. */
export function wallClock(wall: number, precision: 'minute' | 'second'): string {
  const seconds = Math.floor((wall - Math.floor(wall / dayMs) * dayMs) / 1_000);
  const text = `${padded(Math.floor(seconds / 3_600))}:${padded(Math.floor(seconds / 60) % 60)}`;
  return precision === 'minute' ? text : `${text}:${padded(seconds % 60)}`;
}

/** As much of it as the vendor gave: '07:31', '07:31:09', '07:31:09.482', '07:31:09.482913', 'all day'. */
export function clockText(stamp: Stamp, timeZone: TimeZone): string {
  const { at, precision } = stamp;
  if (precision === 'day') return 'all day';
  const wall = wallTime(at, timeZone);
  if (precision === 'minute' || precision === 'second') return wallClock(wall, precision);
  const whole = Math.floor(at);
  const fraction = padded(whole - Math.floor(whole / 1_000) * 1_000, 3);
  const beyond = precision === 'microsecond' ? padded(microsecondsOf(stamp), 3) : '';
  return `${wallClock(wall, 'second')}.${fraction}${beyond}`;
}

/** 'Sunday 22 November', with the year where it is not that of `today`. */
export function dayText(day: DayNumber, today: DayNumber | null): string {
  const text = days.format(day * dayMs).replace(',', '');
  const year = yearOf(day);
  return today !== null && year === yearOf(today) ? text : `${text} ${year}`;
}

/** 'Today, Sunday 22 November'. */
export function dayTitle(day: DayNumber, today: DayNumber): string {
  const names: Record<number, string> = { 0: 'Today, ', 1: 'Yesterday, ', [-1]: 'Tomorrow, ' };
  return `${names[today - day] ?? ''}${dayText(day, today)}`;
}

/** '22 Nov', with the year where it is not `thisYear`. */
export function shortDay(wall: number, thisYear: number): string {
  const text = shortDays.format(wall);
  const year = yearOf(wall / dayMs);
  return year === thisYear ? text : `${text} ${year}`;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * dayMs).getUTCFullYear();
}

/** The whole of it: 'Sunday 22 November 2026, 07:31:09 CET'. */
function fullText(stamp: Stamp, timeZone: TimeZone): string {
  const { at, precision } = stamp;
  const wall = precision === 'day' ? at : wallTime(at, timeZone);
  const date = `${dayText(Math.floor(wall / dayMs), null)}, ${clockText(stamp, timeZone)}`;
  return precision === 'day' ? date : `${date} ${zoneNameAt(at, timeZone)}`;
}

/** What the vendor wrote: '2026-11-22T07:31:09+01:00, zone +01:00, to the second'. */
function originalText({ original, zone, precision }: Stamp): string {
  return [original, ...(zone === '' ? [] : [`zone ${zone}`]), precisionWords[precision]].join(', ');
}

/** Sentences: what it is here, what the vendor wrote, and why it may be off. */
export function describeStamp(stamp: Stamp, timeZone: TimeZone): string[] {
  const { doubt } = stamp;
  return [
    `${fullText(stamp, timeZone)}.`,
    `The vendor wrote ${originalText(stamp)}.`,
    ...(doubt === null ? [] : [/[.?]$/.test(doubt) ? doubt : `${doubt}.`]),
  ];
}

/** '±1 min'; null: nothing is said against it. */
export function doubtText({ doubt, doubtMs }: Stamp): string | null {
  if (doubtMs !== undefined && doubtMs > 0) return `±${longDuration(doubtMs)}`;
  return doubt === null ? null : 'may be off';
}

/** The time of day, with its day where that is another one. */
export function timeBeside(at: number, day: DayNumber, timeZone: TimeZone): string {
  const wall = wallTime(at, timeZone);
  const clock = wallClock(wall, 'second');
  return Math.floor(wall / dayMs) === day ? clock : `${shortDay(wall, yearOf(day))} ${clock}`;
}
