import { expect, test } from 'vitest';
import { toStamp } from './stamp.ts';

const at = Date.UTC(2020, 9, 14, 13, 59, 54);

test.each([
  ['2020-10-14T13:59:54.047Z', at + 47, 'millisecond', 'UTC'],
  ['2020-10-14T13:59:54.047123Z', at + 47, 'microsecond', 'UTC'],
  ['2020-10-14T13:59:54Z', at, 'second', 'UTC'],
  ['2020-10-14T13:59Z', at - 54_000, 'minute', 'UTC'],
  ['2020-10-14T15:59:54.047+02:00', at + 47, 'millisecond', '+02:00'],
  ['2020-10-14', Date.UTC(2020, 9, 14), 'day', 'UTC'],
])('%s keeps its words, precision and zone', (text, expected, precision, zone) => {
  expect(toStamp(text)).toEqual({ at: expected, precision, original: text, zone, doubt: null });
});

test('a time without a zone is taken as UTC, and that is said', () => {
  expect(toStamp('2020-10-14T13:59:54.047')).toMatchObject({
    at: at + 47,
    doubt: expect.stringContaining('UTC'),
  });
});

test.each([null, '', 'yesterday', '2020-13-45T00:00:00Z', '7'])('%j is no instant', text => {
  expect(toStamp(text)).toBeNull();
});
