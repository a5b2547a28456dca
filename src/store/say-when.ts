/** The zone that times are said in: UTC, or the browser's own. */
export type Zone = 'utc' | 'local';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: number, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${Object.keys(options).join(' ')}`;
  let formatter = formatters.get(key);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      ...options,
      ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
    });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { day: 'numeric', month: 'short' } as const;

/** '08:07' of today, '21 Nov 08:07' of another day: for "since", "until" and "next try". */
export function sayInstant(at: number, now: number, zone: Zone): string {
  const time = format(at, zone, clock);
  const date = format(at, zone, day);
  return date === format(now, zone, day) ? time : `${date} ${time}`;
}

/** '38 s', '4 min', '1 h 24 min', '3 d'. Rounded down. */
export function sayDuration(durationMs: number): string {
  const ms = Math.max(0, durationMs);
  if (ms < minuteMs) return `${Math.floor(ms / 1_000)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms >= dayMs) return `${Math.floor(ms / dayMs)} d`;
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  return `${Math.floor(ms / hourMs)} h${minutes === 0 ? '' : ` ${minutes} min`}`;
}

/** '08:03:21' */
export function sayClock(at: number, zone: Zone): string {
  return format(at, zone, { ...clock, second: '2-digit' });
}

/** '14 Mar 2027' */
export function sayDate(at: number, zone: Zone): string {
  return format(at, zone, { ...day, year: 'numeric' });
}
