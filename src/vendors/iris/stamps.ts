import type { Precision, Stamp } from '#domain/stamp.ts';
import { readHistoryKey, readHttpDate, readIsoDay, readListDay, readNaiveInstant } from './dates.ts';
import { formatOffset, fromWallClock } from './server-clock.ts';

/** No zone on earth is further from UTC. */
const farthestMs = 14 * 3_600_000;

/** '11/22/2026', '2026-11-22' or 'Sun, 22 Nov 2026 00:00:00 GMT': a day, wherever it is read. */
export function dayStamp(text: string | null): Stamp | null {
  const at = readListDay(text) ?? readIsoDay(text) ?? readHttpDate(text);
  if (text === null || at === null) return null;
  return { at, precision: 'day', original: text, zone: 'UTC', doubt: null };
}

/** What IRIS keeps in UTC, with 'GMT' or with no zone at all. */
export function utcStamp(text: string | null): Stamp | null {
  const at = readHttpDate(text) ?? readNaiveInstant(text);
  if (text === null || at === null) return null;
  return { at, precision: precisionOf(text), original: text, zone: 'UTC', doubt: null };
}

/** What IRIS keeps by its server's own clock. `zone`: that of the server, as set in the connection; null: not set. */
export function serverStamp(text: string | null, zone: string | null): Stamp | null {
  const wall = utcStamp(text);
  if (wall === null) return null;
  if (zone === null) {
    return {
      ...wall,
      zone: 'server time',
      doubt:
        'IRIS writes this by the clock of its server and calls it GMT. It is read as UTC; set the server’s time zone in the connection if it has another.',
      doubtMs: farthestMs,
    };
  }
  const { at, offsetMs } = fromWallClock(zone, wall.at);
  return { ...wall, at, zone: formatOffset(offsetMs) };
}

/** '1795328296.469098', a key of `modification_history`: always UTC. */
export function historyStamp(key: string): Stamp | null {
  const at = readHistoryKey(key);
  if (at === null) return null;
  const digits = (key.split('.')[1] ?? '').replace(/0+$/, '').length;
  return { at, precision: byDigits(digits), original: key, zone: 'UTC', doubt: null };
}

/**
 * A timeline event has its instant in UTC and the wall clock of its own zone. IRIS always writes six digits and its
 * form takes three, so zeros at the end say nothing.
 */
export function eventStamp(utc: string | null, wall: string | null, zone: string | null): Stamp | null {
  const at = readNaiveInstant(utc) ?? readHttpDate(utc);
  if (utc === null || at === null) return null;
  const wallAt = readNaiveInstant(wall) ?? readHttpDate(wall);
  const offsetMs = readOffset(zone);
  const base = { at, precision: precisionOf(utc.replace(/\.?0+$/, '')) };
  if (wall === null || wallAt === null || zone === null || offsetMs === null) {
    return { ...base, original: utc, zone: 'UTC', doubt: null };
  }
  const apartMs = Math.abs(wallAt - offsetMs - at);
  return {
    ...base,
    original: wall,
    zone,
    ...(apartMs === 0
      ? { doubt: null }
      : {
          doubt: 'IRIS gives two times for this event that do not agree. The one in UTC is shown.',
          doubtMs: apartMs,
        }),
  };
}

/** '+05:30' in ms. */
function readOffset(zone: string | null): number | null {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '');
  if (match === null) return null;
  const ms = (Number(match[2]) * 60 + Number(match[3])) * 60_000;
  return match[1] === '-' ? -ms : ms;
}

function precisionOf(text: string): Precision {
  return byDigits(/\.(\d+)$/.exec(text)?.[1]?.length ?? 0);
}

function byDigits(digits: number): Precision {
  if (digits === 0) return 'second';
  return digits > 3 ? 'microsecond' : 'millisecond';
}
