import { dayMs, type TimeZone, wallTime } from './zone-time.ts';

/** Days since 1 January 1970 on the wall. */
export type DayNumber = number;

/** Says on which day instants lie. Asked in rising order, it looks at the calendar about once a day. */
export function createDayReader(timeZone: TimeZone): (at: number) => DayNumber {
  let day = 0;
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  return at => {
    if (at >= from && at < until) return day;
    const wall = wallTime(at, timeZone);
    day = Math.floor(wall / dayMs);
    from = at;
    until = nextMidnight(at, wall, timeZone);
    return day;
  };
}

/** Where the day ends, or earlier: on some days the clock is moved, in some zones at midnight itself. */
function nextMidnight(at: number, wall: number, timeZone: TimeZone): number {
  const guess = at + dayMs - (wall - Math.floor(wall / dayMs) * dayMs);
  const wallThere = wallTime(guess, timeZone);
  const pastMidnightMs = wallThere - Math.round(wallThere / dayMs) * dayMs;
  return guess - pastMidnightMs;
}
