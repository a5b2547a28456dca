import * as v from 'valibot';
import { expect, test } from 'vitest';
import { createTide, readMark, writeMark } from './watermark.ts';
import { wireAlert } from './wire.ts';

const alerts = (...instants: string[]) =>
  instants.map(instant => v.parse(wireAlert, { id: instant, triggeredAt: instant, modifiedAt: instant }));
const at = Date.parse;
const keep = { closedDays: 90 };

test('a mark reads back as it was written', () => {
  const reading = {
    kind: 'reading',
    keep,
    after: 'High,1',
    read: 200,
    changedAt: 5,
    newestAt: null,
  } as const;
  const caughtUp = { kind: 'caught-up', keep, changedAt: null, newestAt: 4, known: 424, sweptAt: 7 } as const;
  expect(readMark(writeMark(reading), keep)).toEqual({ version: 1, ...reading });
  expect(readMark(writeMark(caughtUp), keep)).toEqual({ version: 1, ...caughtUp });
});

test.each([[null], [''], ['nonsense'], ['null'], ['{"version":2,"kind":"caught-up"}'], ['{"version":1}']])(
  '%j is no mark',
  text => {
    expect(readMark(text, keep)).toBeNull();
  },
);

test('a mark of another policy is none', () => {
  const mark = writeMark({ kind: 'caught-up', keep, changedAt: 5, newestAt: 4, known: 424, sweptAt: 7 });
  expect(readMark(mark, { closedDays: 30 })).toBeNull();
  expect(readMark(mark, 'all')).toBeNull();
});

test('one page is caught up with to its latest change', () => {
  const tide = createTide(at('2026-11-22T08:00:00Z'));
  tide.rise(alerts('2026-11-20T08:00:00Z', '2026-11-22T07:59:59Z'));
  expect(tide.changedAt()).toBe(at('2026-11-22T07:59:59Z'));
});

test('a change on a later page is not caught up with: one of the first page may have changed before it', () => {
  const tide = createTide(at('2026-11-22T08:00:00Z'));
  tide.rise(alerts('2026-11-20T08:00:00Z'));
  tide.rise(alerts('2026-11-22T08:00:03Z'));
  expect(tide.changedAt()).toBe(at('2026-11-22T07:50:00Z'));
  expect(tide.newestAt()).toBe(at('2026-11-22T08:00:03Z'));
});

test('a clock of ours that is ahead does not carry the mark beyond what was seen', () => {
  const tide = createTide(at('2026-11-22T12:00:00Z'));
  tide.rise(alerts('2026-11-20T08:00:00Z'));
  tide.rise(alerts('2026-11-22T08:00:03Z'));
  expect(tide.changedAt()).toBe(at('2026-11-22T08:00:03Z'));
});

test('an alert dated in the future does not carry the mark with it', () => {
  const tide = createTide(at('2026-11-22T08:00:00Z'));
  tide.rise(alerts('2026-11-22T07:59:59Z', '2126-11-22T07:00:00Z'));
  expect(tide.changedAt()).toBe(at('2026-11-22T07:59:59Z'));
  expect(tide.newestAt()).toBe(at('2026-11-22T07:59:59Z'));
});

test('an empty list leaves no mark', () => {
  expect(createTide(0).changedAt()).toBeNull();
});
