/** An IANA zone; null: the browser's own. */
export type TimeZone = string | null;

export const dayMs = 86_400_000;
// Years of four digits: what is beyond is a broken clock's, and calendars count otherwise there.
const firstAt = Date.UTC(1000, 0, 2);
const lastAt = Date.UTC(9999, 11, 30);

export function isInstant(at: number): boolean {
  return at >= firstAt && at <= lastAt;
}

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();
const names = new Map<TimeZone, Intl.DateTimeFormat>();

function formatterOf(
  made: Map<TimeZone, Intl.DateTimeFormat>,
  timeZone: TimeZone,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const known = made.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
    ...options,
    ...(timeZone === null ? {} : { timeZone }),
  });
  made.set(timeZone, formatter);
  return formatter;
}

/** What the clock on the wall shows, written as if it stood in UTC: epoch ms. */
export function wallTime(at: number, timeZone: TimeZone): number {
  if (timeZone === 'UTC') return at;
  const parts = formatterOf(clocks, timeZone, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find(part => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall + (at - Math.floor(at / 1_000) * 1_000);
}

/** Undoes `wallTime`: the first instant at which the clock shows it, or one nearby where no clock does. */
export function instantAt(wall: number, timeZone: TimeZone): number {
  const before = wall - offsetAt(wall - dayMs, timeZone);
  const after = wall - offsetAt(wall + dayMs, timeZone);
  const early = Math.min(before, after);
  return wallTime(early, timeZone) === wall ? early : Math.max(before, after);
}

function offsetAt(at: number, timeZone: TimeZone): number {
  return wallTime(at, timeZone) - at;
}

/** 'CET', 'UTC', 'GMT-5'. */
export function zoneNameAt(at: number, timeZone: TimeZone): string {
  if (timeZone === 'UTC') return 'UTC';
  const parts = formatterOf(names, timeZone, { timeZoneName: 'short' }).formatToParts(at);
  return parts.find(part => part.type === 'timeZoneName')?.value ?? 'local time';
}
