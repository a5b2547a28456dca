import * as v from 'valibot';
import type { Stamp } from '#domain/stamp.ts';
import { isInSeconds, readInstant, readText } from '../wire-parts.ts';

/** An instant as the vendor wrote it; null where there is none. */
export const stamp = v.optional(v.pipe(v.unknown(), v.transform(toStamp)), null);

/** Epoch milliseconds as a rule; the API has seconds elsewhere, and ISO text was seen. All of them are UTC. */
function toStamp(value: unknown): Stamp | null {
  const original = readText(value);
  const at = readInstant(original);
  return at === null ? null : { at, precision: precisionOf(original), original, zone: 'UTC', doubt: null };
}

function precisionOf(original: string): Stamp['precision'] {
  const asNumber = Number(original);
  if (!Number.isNaN(asNumber)) return isInSeconds(asNumber) ? 'second' : 'millisecond';
  const digits = /:\d\d\.(\d+)/.exec(original)?.[1]?.length ?? 0;
  if (digits === 0) return /\d:\d/.test(original) ? 'second' : 'day';
  return digits > 3 ? 'microsecond' : 'millisecond';
}
