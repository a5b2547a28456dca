import type { Precision, Stamp } from '#domain/stamp.ts';

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.(\d+))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** An instant of Incydr: ISO text, cases in microseconds, events in milliseconds. null where it is none. */
export function toStamp(text: string | null): Stamp | null {
  const match = iso.exec(text ?? '');
  if (text === null || match === null) return null;
  const [, fraction, zone] = match;
  // Without a zone a browser would take it for its own.
  const at = Date.parse(zone === undefined ? `${text}Z` : text);
  if (Number.isNaN(at)) return null;
  return {
    at,
    precision: precisionOf(text, fraction),
    original: text,
    zone: zone === undefined || zone === 'Z' ? 'UTC' : zone,
    doubt: zone === undefined ? 'Incydr gave no zone with it. It is read as UTC.' : null,
  };
}

function precisionOf(text: string, fraction: string | undefined): Precision {
  if (fraction !== undefined) return fraction.length > 3 ? 'microsecond' : 'millisecond';
  return /T\d{2}:\d{2}:\d{2}/.test(text) ? 'second' : 'minute';
}
