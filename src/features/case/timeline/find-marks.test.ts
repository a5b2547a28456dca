import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Precision } from '#domain/stamp.ts';
import { findMarks } from './find-marks.ts';
import { sampleEntry } from './sample-entries.ts';

const alertAt = Date.parse('2026-11-22T06:59:20Z');
const notBefore = { at: alertAt, what: 'its own alert' };

function kindsOf(part: Parameters<typeof sampleEntry>[0], readAt = 0): string[] {
  return findMarks(sampleEntry({ notBefore, ...part }), readAt).map(({ kind }) => kind);
}

test('what is over before that which it follows from is marked, with what and when', () => {
  expect(findMarks(sampleEntry({ notBefore, time: '2026-11-22T06:58:00Z' }), 0)).toEqual([
    { kind: 'before', what: 'its own alert', at: alertAt },
  ]);
});

test.each([
  ['the same second', { time: '2026-11-22T06:59:20Z' }],
  ['later', { time: '2026-11-22T07:00:00Z' }],
  ['the same minute, where only that is known', { time: '2026-11-22T06:59:00Z', precision: 'minute' }],
  ['the day before, which in some zone is the same', { time: '2026-11-21', precision: 'day' }],
  ['within what it may be off by', { time: '2026-11-22T06:58:50Z', stamp: { doubtMs: 60_000 } }],
] as const)('is not marked: %s', (_, part) => {
  expect(kindsOf(part)).toEqual([]);
});

test('a minute and a day that were over are marked too', () => {
  expect(kindsOf({ time: '2026-11-22T06:58:00Z', precision: 'minute' })).toEqual(['before']);
  expect(kindsOf({ time: '2026-11-20', precision: 'day' })).toEqual(['before']);
});

test('what begins after it was read is marked, beyond a minute between two clocks', () => {
  const readAt = Date.parse('2026-11-22T08:00:00Z');
  expect(kindsOf({ time: '2026-11-22T08:00:59Z' }, readAt)).toEqual([]);
  expect(kindsOf({ time: '2026-11-22T08:01:01Z' }, readAt)).toEqual(['future']);
  expect(kindsOf({ time: '2026-11-22T08:01:01Z', stamp: { doubtMs: 60_000 } }, readAt)).toEqual([]);
  expect(kindsOf({ time: '2026-11-22', precision: 'day' }, readAt)).toEqual([]);
  expect(kindsOf({ time: '2026-11-24', precision: 'day' }, readAt)).toEqual(['future']);
  expect(kindsOf({ time: '2030-01-01T00:00:00Z' })).toEqual([]);
});

test('a mark never says more than the precision allows: some reading of the time would be in order', () => {
  const precision = fc.constantFrom<Precision>('minute', 'second', 'millisecond');
  const widthMs = { minute: 60_000, second: 1_000, millisecond: 1 };
  fc.assert(
    fc.property(precision, fc.integer({ min: -200_000, max: 200_000 }), (exactness, pastMs) => {
      if (exactness === 'day' || exactness === 'microsecond') return;
      const width = widthMs[exactness];
      const at = Math.floor((alertAt + pastMs) / width) * width;
      const isMarked = kindsOf({ precision: exactness, stamp: { at } }).length > 0;
      expect(isMarked).toBe(at + width - 1 < alertAt);
    }),
  );
});
