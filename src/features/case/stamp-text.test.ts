import { expect, test } from 'vitest';
import type { Precision, Stamp } from '#domain/stamp.ts';
import { stampIso, stampText } from './stamp-text.ts';

function stamp(precision: Precision, original: string, at = Date.parse(original)): Stamp {
  return { at, precision, original, zone: 'UTC', doubt: null };
}

test.each([
  ['day', '22 Nov 2026'],
  ['minute', '22 Nov 2026, 07:31'],
  ['second', '22 Nov 2026, 07:31:09'],
  ['millisecond', '22 Nov 2026, 07:31:09.482'],
  ['microsecond', '22 Nov 2026, 07:31:09.482913'],
] as const)('as precise as the vendor was: %s', (precision, shown) => {
  expect(stampText(stamp(precision, '2026-11-22T07:31:09.482913Z'), 'utc')).toBe(shown);
});

test('a day is the same day in every zone', () => {
  const day = stamp('day', '2026-11-22');
  expect(stampText(day, 'local')).toBe(stampText(day, 'utc'));
  expect(stampIso(day)).toBe('2026-11-22');
});

test('what is no time is said to be none', () => {
  expect(stampText(stamp('second', 'soon', Number.NaN), 'utc')).toBe('not a time');
  expect(stampIso(stamp('second', 'soon', 1e300))).toBe('soon');
});
