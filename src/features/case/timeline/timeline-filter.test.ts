import { expect, test } from 'vitest';
import type { TimelineEntry } from '#domain/timeline.ts';
import { mergeEntries } from './merge-entries.ts';
import { nearestRow } from './nearest-row.ts';
import { placeOnDays } from './place-on-days.ts';
import { sampleEntry } from './sample-entries.ts';
import { countConditions, filterEntries, noFilter, type TimelineFilter } from './timeline-filter.ts';
import { toRows } from './timeline-rows.ts';
import { withinRange } from './within-range.ts';

const entries = [
  sampleEntry({ id: 'day', kind: 'change', actor: 'Ida Moen', time: '2026-11-21', precision: 'day' }),
  sampleEntry({
    id: 'alert',
    kind: 'alert',
    section: 'alerts',
    subject: 'Kerberoasting',
    labels: ['T1558.003'],
    time: '2026-11-22T06:00:00Z',
  }),
  sampleEntry({
    id: 'note',
    kind: 'note',
    section: 'notes',
    actor: 'Ida Moen',
    action: 'wrote a note in',
    subject: 'Containment',
    body: { format: 'html', text: '<p>Sessions <b>revoked</b> for t.haugen</p>' },
    time: '2026-11-22T07:31:00Z',
  }),
  sampleEntry({
    id: 'status',
    kind: 'status',
    actor: 'Jonas Berg',
    section: 'history',
    time: '2026-11-22T09:00:00Z',
  }),
];
const placed = placeOnDays(mergeEntries([{ pages: [entries], readAt: 0 }]).entries, 'Europe/Oslo');

function idsOf(list: readonly { entry: TimelineEntry }[]): string[] {
  return list.map(({ entry }) => entry.id);
}

test.each<[string, Partial<TimelineFilter>, string[]]>([
  ['nothing', {}, ['day', 'alert', 'note', 'status']],
  ['people', { doer: 'people' }, ['day', 'note', 'status']],
  ['machines', { doer: 'machines' }, ['alert']],
  ['two kinds', { kinds: new Set(['alert', 'note']) }, ['alert', 'note']],
  ['a person', { people: new Set(['Ida Moen']) }, ['day', 'note']],
  ['a source', { sources: new Set(['history']) }, ['status']],
  ['a person and a kind', { people: new Set(['Ida Moen']), kinds: new Set(['note']) }, ['note']],
  ['words in any order and case', { text: ' CONTAINMENT  ida ' }, ['note']],
  ['words of a text without its markup', { text: 'sessions revoked' }, ['note']],
  ['markup itself', { text: '<b>' }, []],
  ['a label', { text: 't1558' }, ['alert']],
  ["the vendor's own time", { text: '2026-11-22t09' }, ['status']],
])('by %s', (_, part, ids) => {
  expect(idsOf(filterEntries(placed, { ...noFilter, ...part }))).toEqual(ids);
});

test('conditions are counted', () => {
  expect(countConditions(noFilter)).toBe(0);
  expect(countConditions({ ...noFilter, doer: 'people', people: new Set(['a', 'b']), text: ' ' })).toBe(2);
});

test('a range keeps its instants, and the days that it touches', () => {
  const range = (from: string, to: string) => ({ fromAt: Date.parse(from), toAt: Date.parse(to) });
  const within = (from: string, to: string) => idsOf(withinRange(placed, range(from, to), 'Europe/Oslo'));
  expect(within('2026-11-22T06:00:00Z', '2026-11-22T07:31:00Z')).toEqual(['alert']);
  expect(within('2026-11-21T22:00:00Z', '2026-11-22T06:00:00.001Z')).toEqual(['day', 'alert']);
  // 23:00 UTC is midnight in Oslo.
  expect(within('2026-11-21T23:00:00Z', '2026-11-22T06:00:00.001Z')).toEqual(['alert']);
});

test('the nearest entry to a time is found, and never the head of a day', () => {
  const rows = toRows(placed, 'newest');
  const idNear = (time: string) => {
    const row = rows[nearestRow(rows, Date.parse(time), 'Europe/Oslo')];
    return row?.kind === 'entry' ? row.placed.entry.id : null;
  };
  expect(idNear('2026-11-22T07:00:00Z')).toBe('note');
  expect(idNear('2026-11-22T06:20:00Z')).toBe('alert');
  expect(idNear('2030-01-01T00:00:00Z')).toBe('status');
  expect(idNear('2020-01-01T00:00:00Z')).toBe('day');
  expect(nearestRow([], 0, 'UTC')).toBe(-1);
});
