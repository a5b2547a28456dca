import type { Zone } from '#ui/preferences/preferences.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function format(atMs: number, zone: Zone, options: Intl.DateTimeFormatOptions): string {
  const key = `${zone} ${Object.keys(options).join()}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat('en-GB', { ...options, ...(zone === 'utc' ? { timeZone: 'UTC' } : {}) });
  formatters.set(key, made);
  return made.format(atMs);
}

const day = { day: 'numeric', month: 'short' } as const;
const dayOfYear = { ...day, year: 'numeric' } as const;
const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** '05:02' of today, '20 Nov 05:02' of this year, '20 Nov 2025' of another one. */
export function shortInstant(atMs: number, nowMs: number, zone: Zone): string {
  if (!Number.isFinite(atMs) || Math.abs(atMs) > 8.64e15) return 'not a time';
  const date = format(atMs, zone, dayOfYear);
  const today = format(nowMs, zone, dayOfYear);
  if (date === today) return format(atMs, zone, clock);
  if (date.slice(-4) !== today.slice(-4)) return date;
  return `${format(atMs, zone, day)} ${format(atMs, zone, clock)}`;
}
