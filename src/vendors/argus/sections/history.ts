import type { Cell, Column, SectionPage, TableRow } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { readList } from '../container.ts';
import { toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { toChanges } from './history-change.ts';
import { toHistoryEntry } from './history-entry.ts';
import { type WireTransaction, wireTransaction } from './history-wire.ts';
import { nextOffset, pageSize, readOffset, type Source, withKeys } from './source.ts';
import { spellOut } from './words.ts';

const columns: readonly Column[] = [
  { id: 'time', title: 'Time' },
  { id: 'who', title: 'Who' },
  { id: 'operation', title: 'Operation' },
  { id: 'field', title: 'Field' },
  { id: 'before', title: 'Before' },
  { id: 'after', title: 'After' },
];

/** Every transaction of a case, a row for each field that it changed. */
export function createHistoryReader({ call, cases }: Source): SectionReader {
  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const offset = readOffset(cursor);
    const params = { id: await cases.idOf(id, signal) };
    const body = await call('history', { params, query: { limit: pageSize, offset }, signal });
    const listed = readList(body, wireTransaction, 'the history of a case');
    const transactions = withKeys(listed.items, offset);
    const rows = transactions.flatMap(toTableRows);
    return {
      blocks: rows.length === 0 ? [] : [{ kind: 'table', key: 'history', title: null, columns, rows }],
      entries: transactions.flatMap(transaction => toHistoryEntry(transaction) ?? []),
      observables: [],
      count: listed.count,
      next: nextOffset(listed, offset)?.toString() ?? null,
    };
  }
  return { read };
}

function toTableRows(transaction: WireTransaction & { key: string }): TableRow[] {
  const stamp = toStamp(transaction.timestamp, transaction.time);
  const who = toPerson(transaction.user);
  const common: Record<string, Cell> = {};
  if (stamp !== null) common['time'] = { kind: 'instant', stamp };
  if (who !== null) common['who'] = { kind: 'text', text: who.name };
  if (transaction.operation) common['operation'] = { kind: 'text', text: spellOut(transaction.operation) };
  const changes = toChanges(transaction);
  if (changes.length === 0) return [{ id: transaction.key, cells: common }];
  return changes.map(({ field, before, after }, index) => ({
    id: `${transaction.key} ${index + 1}`,
    cells: {
      ...common,
      field: { kind: 'text', text: spellOut(field) },
      ...(before === '' ? {} : { before: { kind: 'text', text: before } }),
      ...(after === '' ? {} : { after: { kind: 'text', text: after } }),
    },
  }));
}
