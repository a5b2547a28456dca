import type { Stamp } from '#domain/stamp.ts';

/**
 * An instant of Argus: epoch ms, beside which the same stands as ISO text. Some answers have only the text.
 * null where there is neither.
 */
export function toStamp(timestamp: number | null, time: string | null = null): Stamp | null {
  if (timestamp !== null) {
    return { at: timestamp, precision: 'millisecond', original: String(timestamp), zone: 'UTC', doubt: null };
  }
  // UTC with a Z is all that Argus writes; without one nobody knows the zone.
  const at = time !== null && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(time) ? Date.parse(time) : Number.NaN;
  if (time === null || Number.isNaN(at)) return null;
  return {
    at,
    precision: time.includes('.') ? 'millisecond' : 'second',
    original: time,
    zone: 'UTC',
    doubt: null,
  };
}
