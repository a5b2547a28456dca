import { expect, test } from 'vitest';
import { sayBeforeAfter, sayResult, searchLedger, toLedgerCsv, toLedgerJson } from './ledger-table.ts';
import { line, post } from './test-entries.ts';

const nameOf = (id: string) => (id === 'iris-lab' ? 'IRIS Lab' : id);

const saved = line(
  'c1',
  { name: 'status', to: 'Open' },
  {
    before: { status: 'New' },
    after: { status: 'Open' },
  },
);
const said = line('c2', post('=HYPERLINK("https://evil.example","x")\r\n+1'), { who: null });
const discarded = line('c3', post('Not sent'), { result: 'discarded' });

/** As a spreadsheet reads it. */
function readCsv(csv: string): string[][] {
  const cells = [...csv.replace('\ufeff', '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of cells) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a line of CSV says who, when, where, what, before, after and what came of it', () => {
  const [head, row] = readCsv(toLedgerCsv([saved], nameOf));
  expect(Object.fromEntries((head ?? []).map((name, at) => [name, row?.[at]]))).toEqual({
    'When (UTC)': '2026-11-22T07:31:09.000Z',
    Who: 'Mari Dahl',
    Connection: 'IRIS Lab',
    Record: '#412 AiTM session theft',
    'Record id': '412',
    Change: 'Status: Open',
    Text: '',
    Before: 'Status: New',
    After: 'Status: Open',
    Result: 'Saved',
    'Made (UTC)': '2026-11-22T07:30:00.000Z',
    Command: 'c1',
  });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r\n=1', '  =1', '＝1', '\ufeff=1'])(
  'a spreadsheet does not run %j',
  text => {
    const [head, row] = readCsv(toLedgerCsv([line('c', post(text))], nameOf));
    expect(row?.[head?.indexOf('Text') ?? -1]).toBe(`'${text}`);
  },
);

test('quotes, commas and lines of a text stay within its cell', () => {
  const rows = readCsv(toLedgerCsv([said, discarded], nameOf));
  expect(rows).toHaveLength(3);
  expect(rows.every(row => row.length === rows[0]?.length)).toBe(true);
  expect(rows[1]).toContain('\'=HYPERLINK("https://evil.example","x")\r\n+1');
  expect(rows[2]).toContain('Discarded, not sent');
});

test('JSON holds the change as it was meant, whole', () => {
  const { ledger } = JSON.parse(toLedgerJson([said], nameOf));
  expect(ledger).toEqual([
    {
      at: '2026-11-22T07:31:09.000Z',
      who: null,
      connection: 'IRIS Lab',
      ref: 'iris-lab:412',
      record: '#412 AiTM session theft',
      change: said.command.change,
      before: {},
      after: {},
      result: 'saved',
      notKept: [],
      madeAt: '2026-11-22T07:30:00.000Z',
      commandId: 'c2',
      batchId: null,
    },
  ]);
});

test.each([
  ['', ['c1', 'c2', 'c3']],
  ['MARI open', ['c1']],
  ['hyperlink', ['c2']],
  ['discarded', ['c3']],
  ['iris 412', ['c1', 'c2', 'c3']],
  ['nowhere', []],
])('a search for %j finds %j', (search, ids) => {
  expect(searchLedger([saved, said, discarded], search, nameOf).map(({ id }) => id)).toEqual(ids);
});

test.each([
  [{ before: { status: 'New' }, after: { status: 'Open' } }, 'Saved', 'Status: New → Open'],
  [{ before: { status: 'Open' }, after: { status: 'Open' } }, 'It was so already', ''],
  [{}, 'Saved', ''],
  [
    { before: { status: 'New' }, after: { status: 'Held' }, notKept: ['status'] },
    'Saved, but the vendor keeps otherwise: Status',
    'Status: New → Held',
  ],
  [{ before: { status: 'New' }, result: 'discarded' as const }, 'Discarded, not sent', ''],
])('%j reads %s', (part, result, beforeAfter) => {
  const read = line('c', { name: 'status', to: 'Open' }, part);
  expect(sayResult(read)).toBe(result);
  expect(sayBeforeAfter(read)).toBe(beforeAfter);
});

test('what the change says already is not said twice', () => {
  const before = { status: 'New' };
  const made = line('c', { name: 'status', to: 'Open' }, { before, after: { status: 'Open' } });
  expect(sayBeforeAfter({ ...made, command: { ...made.command, base: before } })).toBe('');
});
