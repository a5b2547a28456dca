import type { Precision, Stamp } from '#domain/stamp.ts';
import type { Zone } from '#ui/preferences/preferences.ts';

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const minute: Intl.DateTimeFormatOptions = {
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const second: Intl.DateTimeFormatOptions = { ...minute, second: '2-digit' };
const millisecond: Intl.DateTimeFormatOptions = { ...second, fractionalSecondDigits: 3 };

const optionsOf: Record<Precision, Intl.DateTimeFormatOptions> = {
  day,
  minute,
  second,
  millisecond,
  microsecond: millisecond,
};

/** Making one takes longer than drawing the row that it is for. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(precision: Precision, zone: Zone): Intl.DateTimeFormat {
  const key = `${precision} ${zone}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat('en-GB', {
      ...optionsOf[precision],
      ...(zone === 'utc' ? { timeZone: 'UTC' } : {}),
    });
  formatters.set(key, made);
  return made;
}

/** '22 Nov 2026, 07:31:09' in the analyst's zone, as precise as the vendor was. A day is the same in every zone. */
export function stampText(stamp: Stamp, zone: Zone): string {
  if (!Number.isFinite(stamp.at) || Math.abs(stamp.at) > 8.64e15) return 'not a time';
  const { precision } = stamp;
  const text = formatterOf(precision, precision === 'day' ? 'utc' : zone).format(stamp.at);
  return precision === 'microsecond' ? `${text}${microsecondsOf(stamp)}` : text;
}

/** An instant holds milliseconds; what is finer is in the vendor's own text alone. */
function microsecondsOf({ original }: Stamp): string {
  return /\.\d{3}(\d{3})/.exec(original)?.[1] ?? '';
}

/** For other programs: '2026-11-22T07:31:09.000Z', of a day '2026-11-22'. */
export function stampIso({ at, precision, original }: Stamp): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return original;
  const iso = new Date(at).toISOString();
  return precision === 'day' ? iso.slice(0, iso.indexOf('T')) : iso;
}
