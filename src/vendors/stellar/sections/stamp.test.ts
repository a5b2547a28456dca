import * as v from 'valibot';
import { expect, test } from 'vitest';
import { stamp } from './stamp.ts';

test.each([
  [1700026843539, 1700026843539, 'millisecond', '1700026843539'],
  ['1700026843539', 1700026843539, 'millisecond', '1700026843539'],
  [1672531200, 1672531200000, 'second', '1672531200'],
  ['2026-11-22T08:02:03Z', Date.UTC(2026, 10, 22, 8, 2, 3), 'second', '2026-11-22T08:02:03Z'],
  ['2026-11-22T08:02:03.5', Date.UTC(2026, 10, 22, 8, 2, 3, 500), 'millisecond', '2026-11-22T08:02:03.5'],
  [
    '2026-11-22T08:02:03.123456Z',
    Date.UTC(2026, 10, 22, 8, 2, 3, 123),
    'microsecond',
    '2026-11-22T08:02:03.123456Z',
  ],
  ['2026-11-22', Date.UTC(2026, 10, 22), 'day', '2026-11-22'],
])('%s is told with its own words and precision', (value, at, precision, original) => {
  expect(v.parse(stamp, value)).toEqual({ at, precision, original, zone: 'UTC', doubt: null });
});

test.each([0, -1, null, undefined, '', 'soon', 9e15, {}, true, []])('%j is no instant', value => {
  const read = v.parse(stamp, value);
  expect(read).toBeNull();
});
