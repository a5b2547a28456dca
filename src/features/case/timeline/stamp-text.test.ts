import { expect, test } from 'vitest';
import type { Precision } from '#domain/stamp.ts';
import { sampleEntry } from './sample-entries.ts';
import { clockText, dayTitle, describeStamp, doubtText, timeBeside } from './stamp-text.ts';
import { dayMs } from './zone-time.ts';

const time = '2026-11-22T07:31:09.482913Z';

function stampOf(precision: Precision, part = {}) {
  return sampleEntry({
    time: '2026-11-22T07:31:09.482Z',
    precision,
    stamp: { original: time, ...part },
  }).stamp;
}

test.each([
  ['minute', 'UTC', '07:31'],
  ['second', 'UTC', '07:31:09'],
  ['millisecond', 'UTC', '07:31:09.482'],
  ['microsecond', 'UTC', '07:31:09.482913'],
  ['second', 'Asia/Kolkata', '13:01:09'],
  ['microsecond', 'Asia/Kolkata', '13:01:09.482913'],
  ['day', 'America/New_York', 'all day'],
] as const)('of %s in %s is printed %s', (precision, timeZone, text) => {
  expect(clockText(stampOf(precision), timeZone)).toBe(text);
});

test('microseconds that the text does not hold are taken from the number, and never made up', () => {
  expect(
    clockText(stampOf('microsecond', { at: 1_763_796_669_482.913, original: '1763796669.482' }), 'UTC'),
  ).toMatch(/\.482913$/);
  expect(clockText(stampOf('microsecond', { original: 'n/a' }), 'UTC')).toMatch(/\.482000$/);
});

test('says what it is here, what the vendor wrote, and why it may be off', () => {
  const stamp = stampOf('second', {
    original: 'Sun, 22 Nov 2026 07:31:09 GMT',
    zone: 'server time',
    doubt: 'The server writes its local time and calls it GMT.',
  });
  expect(describeStamp(stamp, 'Europe/Oslo')).toEqual([
    'Sunday 22 November 2026, 08:31:09 CET.',
    'The vendor wrote Sun, 22 Nov 2026 07:31:09 GMT, zone server time, to the second.',
    'The server writes its local time and calls it GMT.',
  ]);
});

test('a bare day is described without a time and without a zone of ours', () => {
  const { stamp } = sampleEntry({ time: '2026-11-22', precision: 'day', stamp: { zone: '' } });
  expect(describeStamp(stamp, 'America/New_York')).toEqual([
    'Sunday 22 November 2026, all day.',
    'The vendor wrote 2026-11-22, the day only.',
  ]);
});

test('a doubt is said by its measure where there is one', () => {
  expect(doubtText(stampOf('minute', { doubt: 'Rounded.', doubtMs: 60_000 }))).toBe('±1 min');
  expect(doubtText(stampOf('minute', { doubt: 'Who knows.' }))).toBe('may be off');
  expect(doubtText(stampOf('minute'))).toBeNull();
});

test('days near today have names, and of another year the year', () => {
  const today = Date.UTC(2026, 0, 1) / dayMs;
  expect(dayTitle(today, today)).toBe('Today, Thursday 1 January');
  expect(dayTitle(today - 1, today)).toBe('Yesterday, Wednesday 31 December 2025');
  expect(dayTitle(today + 1, today)).toBe('Tomorrow, Friday 2 January');
  expect(dayTitle(today + 2, today)).toBe('Saturday 3 January');
});

test('a time beside another one has its day where that differs', () => {
  const day = Date.UTC(2026, 10, 22) / dayMs;
  expect(timeBeside(Date.parse('2026-11-22T06:59:20Z'), day, 'UTC')).toBe('06:59:20');
  expect(timeBeside(Date.parse('2026-11-21T06:59:20Z'), day, 'UTC')).toBe('21 Nov 06:59:20');
  expect(timeBeside(Date.parse('2025-11-21T06:59:20Z'), day, 'UTC')).toBe('21 Nov 2025 06:59:20');
});
