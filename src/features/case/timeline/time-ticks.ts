import { shortDay, wallClock, yearOf } from './stamp-text.ts';
import type { TimeRange } from './timeline-filter.ts';
import { dayMs, instantAt, isInstant, type TimeZone, wallTime } from './zone-time.ts';

export type Tick = {
  at: number;
  /** 0 to 1, along the axis. */
  share: number;
  text: string;
};

const mostTicks = 4;
const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const steps = [
  ...[1, 5, 15, 30].map(count => count * secondMs),
  ...[1, 5, 15, 30].map(count => count * minuteMs),
  ...[1, 3, 6, 12].map(count => count * hourMs),
  ...[1, 2, 7, 14, 30, 90, 180, 365, 1_825, 3_650, 36_500, 365_000].map(count => count * dayMs),
];
/** A text is about so wide a part of the axis. */
const textShare = 0.14;

/** Round times of the zone's clock along an axis, the beginning of it first. */
export function toTicks({ fromAt, toAt }: TimeRange, timeZone: TimeZone): readonly Tick[] {
  const spanMs = toAt - fromAt;
  const step = steps.find(candidate => spanMs / candidate <= mostTicks) ?? spanMs;
  const start = wallTime(fromAt, timeZone);
  const year = yearOf(Math.floor(wallTime(toAt - 1, timeZone) / dayMs));
  const ticks: Tick[] = [{ at: fromAt, share: 0, text: shortDay(start, year) }];
  for (let wall = Math.ceil(start / step) * step; isInstant(wall); wall += step) {
    const at = instantAt(wall, timeZone);
    const share = (at - fromAt) / spanMs;
    if (share > 1 - textShare / 2) break;
    if (share < (ticks.at(-1)?.share ?? 0) + textShare) continue;
    ticks.push({ at, share, text: tickText(wall, step, year) });
  }
  return ticks;
}

function tickText(wall: number, step: number, year: number): string {
  if (step >= dayMs) return shortDay(wall, year);
  const clock = wallClock(wall, step < minuteMs ? 'second' : 'minute');
  return wall % dayMs === 0 ? `${shortDay(wall, year)} ${clock}` : clock;
}

function precisionOf(binMs: number): 'minute' | 'second' {
  return binMs < minuteMs ? 'second' : 'minute';
}

/** '22 Nov 04:10', as fine as the bins are. */
export function instantText(at: number, binMs: number, timeZone: TimeZone): string {
  const wall = wallTime(at, timeZone);
  return `${shortDay(wall, yearOf(Math.floor(wall / dayMs)))} ${wallClock(wall, precisionOf(binMs))}`;
}

/** '22 Nov, 04:10 to 08:02', with both days where they are two. */
export function rangeText({ fromAt, toAt }: TimeRange, binMs: number, timeZone: TimeZone): string {
  const [from, to] = [wallTime(fromAt, timeZone), wallTime(toAt, timeZone)];
  const toYear = yearOf(Math.floor(to / dayMs));
  const clock = (wall: number) => wallClock(wall, precisionOf(binMs));
  if (Math.floor(from / dayMs) === Math.floor(to / dayMs))
    return `${shortDay(from, toYear)}, ${clock(from)} to ${clock(to)}`;
  return [from, to].map(wall => `${shortDay(wall, toYear)} ${clock(wall)}`).join(' to ');
}
