import { expect, test } from 'vitest';
import { shortInstant } from './short-instant.ts';

const now = Date.parse('2026-11-22T08:00:00Z');

test.each([
  ['2026-11-22T05:02:00Z', '05:02'],
  ['2026-11-21T23:59:00Z', '21 Nov 23:59'],
  ['2027-01-09T03:00:00Z', '9 Jan 2027'],
])('%s is %s', (instant, text) => {
  expect(shortInstant(Date.parse(instant), now, 'utc')).toBe(text);
});

test('what is no instant is said to be none', () => {
  expect(shortInstant(9e15, now, 'utc')).toBe('not a time');
});
