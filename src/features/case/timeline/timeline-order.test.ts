import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Precision } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { mergeEntries } from './merge-entries.ts';
import { placeOnDays } from './place-on-days.ts';
import { sampleEntry } from './sample-entries.ts';
import { dayTitle } from './stamp-text.ts';
import { type Order, toRows } from './timeline-rows.ts';
import { dayMs, type TimeZone } from './zone-time.ts';

function rowsOf(entries: readonly TimelineEntry[], order: Order, timeZone: TimeZone) {
  const { entries: merged } = mergeEntries([{ pages: [entries], readAt: 0 }]);
  return toRows(placeOnDays(merged, timeZone), order);
}

function shown(entries: readonly TimelineEntry[], order: Order, timeZone: TimeZone): string[] {
  return rowsOf(entries, order, timeZone).map(row =>
    row.kind === 'day' ? `# ${dayTitle(row.day, Number.NaN)}` : row.placed.entry.subject,
  );
}

const mixed = [
  sampleEntry({ subject: 'evening', time: '2026-11-21T23:30:00Z' }),
  sampleEntry({ subject: 'bare day', time: '2026-11-22', precision: 'day' }),
  sampleEntry({ subject: 'minute', time: '2026-11-22T07:31:00Z', precision: 'minute' }),
  sampleEntry({ subject: 'second', time: '2026-11-22T07:31:09Z' }),
  sampleEntry({
    subject: 'later microsecond',
    time: '2026-11-22T07:31:09.482Z',
    precision: 'microsecond',
    stamp: { original: '2026-11-22T07:31:09.482913Z' },
  }),
  sampleEntry({
    subject: 'earlier microsecond',
    time: '2026-11-22T07:31:09.482Z',
    precision: 'microsecond',
    stamp: { original: '2026-11-22T07:31:09.482112Z' },
  }),
];

test('by day, what lasts all day at its head, then by time as far as it is known', () => {
  const timed = ['minute', 'second', 'earlier microsecond', 'later microsecond'];
  expect(shown(mixed, 'oldest', 'UTC')).toEqual([
    '# Saturday 21 November 2026',
    'evening',
    '# Sunday 22 November 2026',
    'bare day',
    ...timed,
  ]);
  expect(shown(mixed, 'newest', 'UTC')).toEqual([
    '# Sunday 22 November 2026',
    'bare day',
    ...timed.toReversed(),
    '# Saturday 21 November 2026',
    'evening',
  ]);
});

test.each([
  ['Pacific/Kiritimati', '# Sunday 22 November 2026'],
  ['Europe/Oslo', '# Sunday 22 November 2026'],
  ['America/New_York', '# Sunday 22 November 2026'],
])('in %s a bare day stays the day that the vendor wrote', (timeZone, head) => {
  const lines = shown(mixed, 'oldest', timeZone);
  expect(lines[lines.indexOf('bare day') - 1]).toBe(head);
});

test('an instant stands on the day of the zone', () => {
  expect(shown(mixed, 'oldest', 'Europe/Oslo').slice(0, 3)).toEqual([
    '# Sunday 22 November 2026',
    'bare day',
    'evening',
  ]);
  expect(shown(mixed, 'oldest', 'America/New_York')[0]).toBe('# Saturday 21 November 2026');
});

test('a day of 25 hours is one day', () => {
  const times = [
    '2026-10-24T22:00:00Z',
    '2026-10-25T00:30:00Z',
    '2026-10-25T01:30:00Z',
    '2026-10-25T22:59:59Z',
  ];
  const lines = shown(
    [...times, '2026-10-25T23:00:00Z'].map(time => sampleEntry({ subject: time, time })),
    'oldest',
    'Europe/Oslo',
  );
  expect(lines).toEqual([
    '# Sunday 25 October 2026',
    ...times,
    '# Monday 26 October 2026',
    '2026-10-25T23:00:00Z',
  ]);
});

test('an entry that came twice stands once; one without a readable time is counted', () => {
  const one = sampleEntry({ id: 'one' });
  const { entries, timelessCount } = mergeEntries([
    { pages: [[one], [one, sampleEntry({ id: 'bad', stamp: { at: Number.NaN } })]], readAt: 1 },
    { pages: [[one], [sampleEntry({ id: 'two' })]], readAt: 2 },
  ]);
  expect(entries.map(({ entry, readAt }) => [entry.id, readAt])).toEqual([
    ['one', 1],
    ['two', 2],
  ]);
  expect(timelessCount).toBe(1);
});

const precision = fc.constantFrom<Precision>('day', 'minute', 'second', 'millisecond', 'microsecond');
const anyEntries = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 * dayMs }), precision), { maxLength: 60 })
  .map(list =>
    list.map(([past, exactness], index) => {
      const at = Date.UTC(2026, 9, 23) + past;
      const width = exactness === 'day' ? dayMs : 1;
      return sampleEntry({
        id: String(index),
        precision: exactness,
        stamp: { at: Math.floor(at / width) * width },
      });
    }),
  );
const zone = fc.constantFrom('UTC', 'Europe/Oslo', 'America/New_York', 'Asia/Kolkata');

test('nothing is lost, time goes one way, and the other order is the mirror of it', () => {
  fc.assert(
    fc.property(anyEntries, zone, (entries, timeZone) => {
      const oldest = rowsOf(entries, 'oldest', timeZone);
      const newest = rowsOf(entries, 'newest', timeZone);
      const timed = (rows: typeof oldest) =>
        rows.flatMap(row => (row.kind === 'entry' && !row.placed.isAllDay ? [row.placed.entry] : []));
      const heads = (rows: typeof oldest) => rows.flatMap(row => (row.kind === 'day' ? [row.day] : []));

      expect(oldest.filter(({ kind }) => kind === 'entry')).toHaveLength(entries.length);
      expect(timed(newest)).toEqual(timed(oldest).toReversed());
      expect(heads(newest)).toEqual(heads(oldest).toReversed());
      expect(heads(oldest)).toEqual([...new Set(heads(oldest))].toSorted((a, b) => a - b));
      const times = timed(oldest).map(({ stamp }) => stamp.at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      for (const rows of [oldest, newest])
        for (const [index, row] of rows.entries())
          if (row.kind === 'entry' && row.placed.isAllDay) {
            const above = rows[index - 1];
            expect(above?.kind === 'day' || above?.placed.isAllDay).toBe(true);
          }
    }),
    { numRuns: 200 },
  );
});
