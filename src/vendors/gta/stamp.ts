import type { Stamp } from '#domain/stamp.ts';

const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.(\d+))?)?(Z|[+-]\d\d:?\d\d)?)?$/;

/** ISO 8601 in UTC, with milliseconds in the documents and microseconds in the field. null: no instant at all. */
export function toStamp(text: string | null): Stamp | null {
  const parts = form.exec(text ?? '');
  if (text === null || parts === null) return null;
  const [, clock, seconds, , fraction = '', zone] = parts;
  const hasZone = clock === undefined || zone !== undefined;
  const at = Date.parse(hasZone ? text : `${text}Z`);
  if (Number.isNaN(at)) return null;
  return {
    at,
    precision: precisionOf(clock, seconds, fraction),
    original: text,
    zone: zone === undefined || zone === 'Z' ? 'UTC' : zone,
    doubt: hasZone ? null : 'The service did not say the zone; UTC is taken, as everywhere else in it.',
  };
}

function precisionOf(
  clock: string | undefined,
  seconds: string | undefined,
  fraction: string,
): Stamp['precision'] {
  if (clock === undefined) return 'day';
  if (seconds === undefined) return 'minute';
  if (fraction === '') return 'second';
  return fraction.length > 3 ? 'microsecond' : 'millisecond';
}
