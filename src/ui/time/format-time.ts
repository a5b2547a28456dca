import type { Zone } from '#ui/preferences/preferences.ts';

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const steps = [
  { unit: 's', word: 's', ms: secondMs, until: minuteMs },
  { unit: 'm', word: 'min', ms: minuteMs, until: hourMs },
  { unit: 'h', word: 'h', ms: hourMs, until: dayMs },
  { unit: 'd', word: 'd', ms: dayMs, until: 365 * dayMs },
  { unit: 'y', word: 'years', ms: 365 * dayMs, until: Number.POSITIVE_INFINITY },
] as const;

function stepFor(durationMs: number) {
  return steps.find(step => durationMs < step.until) ?? steps[4];
}

/** '38s', '12m', '3h': for table cells. Rounded down, so that nothing looks older than it is. */
export function shortDuration(durationMs: number): string {
  const step = stepFor(Math.abs(durationMs));
  return `${Math.floor(Math.abs(durationMs) / step.ms)}${step.unit}`;
}

/** '38 s', '12 min', '3 h': for sentences. */
export function longDuration(durationMs: number): string {
  const step = stepFor(Math.abs(durationMs));
  const count = Math.floor(Math.abs(durationMs) / step.ms);
  return `${count} ${step.word === 'years' && count === 1 ? 'year' : step.word}`;
}

/** '38 s ago', 'in 12 min', 'now'. */
export function relativeTime(atMs: number, nowMs: number): string {
  const pastMs = nowMs - atMs;
  if (Math.abs(pastMs) < secondMs) return 'now';
  return pastMs > 0 ? `${longDuration(pastMs)} ago` : `in ${longDuration(pastMs)}`;
}

export function zoneName(zone: Zone, atMs: number): string {
  if (zone === 'utc') return 'UTC';
  const parts = formatter(zone, 'zone').formatToParts(atMs);
  return parts.find(part => part.type === 'timeZoneName')?.value ?? 'local time';
}

function inZone(zone: Zone): { timeZone?: string } {
  return zone === 'utc' ? { timeZone: 'UTC' } : {};
}

/** Making one takes longer than drawing the row that it is for. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: Zone, name: 'date' | 'clock' | 'short' | 'zone'): Intl.DateTimeFormat {
  const key = `${zone} ${name}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const clock: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  };
  const options: Record<typeof name, Intl.DateTimeFormatOptions> = {
    date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    clock,
    short: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    zone: { timeZoneName: 'short' },
  };
  const made = new Intl.DateTimeFormat('en-GB', { ...options[name], ...inZone(zone) });
  formatters.set(key, made);
  return made;
}

function isShowable(atMs: number): boolean {
  return Number.isFinite(atMs) && Math.abs(atMs) <= 8.64e15;
}

/** 'Sun, 22 Nov 2026 07:31:09 UTC'. An instant out of all range is said to be so, never thrown. */
export function absoluteTime(atMs: number, zone: Zone): string {
  if (!isShowable(atMs)) return 'not a time';
  return `${formatter(zone, 'date').format(atMs)} ${formatter(zone, 'clock').format(atMs)} ${zoneName(zone, atMs)}`;
}

/** '07:31', for sentences such as 'Rate limited until 08:07'. */
export function clockTime(atMs: number, zone: Zone): string {
  return isShowable(atMs) ? formatter(zone, 'short').format(atMs) : 'not a time';
}
