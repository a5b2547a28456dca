import { afterEach, expect, test } from 'vitest';
import {
  formatDay,
  readHistoryKey,
  readHttpDate,
  readIsoDay,
  readListDay,
  readNaiveInstant,
} from './dates.ts';
import { createTestWorld, pullAll } from './test-world.ts';

const runnerZone = process.env['TZ'];
afterEach(() => {
  if (runnerZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = runnerZone;
});

const day = Date.UTC(2026, 10, 22);

test.each(['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
  'every form reads the same on a machine in %s',
  zone => {
    process.env['TZ'] = zone;
    expect(readListDay('11/22/2026')).toBe(day);
    expect(readIsoDay('2026-11-22')).toBe(day);
    expect(readHttpDate('Sun, 22 Nov 2026 00:00:00 GMT')).toBe(day);
    expect(readHttpDate('Sun, 22 Nov 2026 06:18:16 GMT')).toBe(Date.parse('2026-11-22T06:18:16Z'));
    expect(readNaiveInstant('2026-11-22T06:19:33.575894')).toBe(Date.parse('2026-11-22T06:19:33.575Z'));
    expect(readHistoryKey('1795328296.469098')).toBe(1_795_328_296_469);
    expect(formatDay(day)).toBe('2026-11-22');
  },
);

test('the list has the month first', () => {
  expect(readListDay('09/03/2026')).toBe(Date.UTC(2026, 8, 3));
});

test('an open case has an empty closing day, not a day', () => {
  expect(readListDay('')).toBeNull();
  expect(readListDay(null)).toBeNull();
});

test('whole seconds come without a fraction, and short fractions are parts of a second', () => {
  expect(readNaiveInstant('2026-11-22T06:20:50')).toBe(Date.parse('2026-11-22T06:20:50Z'));
  expect(readNaiveInstant('2026-11-22T06:20:50.5')).toBe(Date.parse('2026-11-22T06:20:50.500Z'));
});

test.each([
  '22-11-2026',
  '22/11/2026',
  '13/01/2026',
  '02/30/2026',
  'Sun, 31 Feb 2026 00:00:00 GMT',
  '2026-02-30',
  'yesterday',
  '1795328296,4',
])('%s is not taken for another form', text => {
  expect([
    readListDay(text),
    readIsoDay(text),
    readHttpDate(text),
    readNaiveInstant(text),
    readHistoryKey(text),
  ]).toEqual([null, null, null, null, null]);
});

test.each([0, -300, 330])(
  'rows do not depend on a server %i minutes east of UTC',
  async serverOffsetMinutes => {
    const { adapter } = createTestWorld({ size: 10, variant: { serverOffsetMinutes } });
    const row = (await pullAll(adapter, null)).flatMap(page => page.rows).findLast(item => item.id === '412');
    expect(row).toMatchObject({
      createdAt: Date.parse('2026-11-22T05:02:00Z'),
      updatedAt: Date.parse('2026-11-22T08:03:00Z'),
    });
  },
);
