import type { QueueRow } from '#domain/case.ts';
import type { IndexQuery } from '#domain/queue-index.ts';
import type { FacetFilter, FacetKey, SortKey } from '#domain/view.ts';
import { benchConnections, benchRows } from './bench-rows.ts';
import { createQueueIndex, type QueueIndex } from './queue-index.ts';

const rounds = 9;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}

function timeMs(action: () => unknown): number {
  const startedAt = performance.now();
  action();
  return performance.now() - startedAt;
}

function report(label: string, durationsMs: number[]): void {
  console.log(`${label.padEnd(44)} ${median(durationsMs).toFixed(1).padStart(8)} ms`);
}

function query(
  sortKeys: readonly SortKey[],
  q = '',
  facets: Partial<Record<FacetKey, FacetFilter>> = {},
): IndexQuery {
  return { q, sort: sortKeys.map(key => ({ key, isDescending: true })), facets, ranges: {}, me: ['u30'] };
}

function filled(rows: readonly QueueRow[]): QueueIndex {
  const index = createQueueIndex();
  index.setConnections(benchConnections);
  for (let from = 0; from < rows.length; from += 1000) index.upsert(rows.slice(from, from + 1000));
  return index;
}

function openAndRead(index: QueueIndex, asked: IndexQuery): void {
  const { resultId } = index.open(asked);
  index.window(resultId, 0, 60);
  index.close(resultId);
}

function repeat(action: (round: number) => unknown): number[] {
  return Array.from({ length: rounds }, (_, round) => timeMs(() => action(round)));
}

/** Prints what the engine alone takes over 150,000 rows, medians. */
export function runIndexBench(): void {
  const rows = benchRows();
  report(
    `load ${rows.length} rows`,
    Array.from({ length: 3 }, () => timeMs(() => filled(rows))),
  );
  const index = filled(rows);
  report('first open (cold updatedAt)', [timeMs(() => openAndRead(index, query(['updatedAt'])))]);
  report('cold sort createdAt', [timeMs(() => openAndRead(index, query(['createdAt'])))]);
  report('cold sort title', [timeMs(() => openAndRead(index, query(['title'])))]);
  report('cold sort number', [timeMs(() => openAndRead(index, query(['number'])))]);
  report('first search', [timeMs(() => openAndRead(index, query(['updatedAt'], 'beacon')))]);
  for (const key of ['updatedAt', 'title', 'severity'] as const) {
    report(
      `sort ${key} + 8 facets`,
      repeat(() => openAndRead(index, query([key]))),
    );
  }
  report(
    'sort by 3 terms + 8 facets',
    repeat(() => openAndRead(index, query(['severity', 'tenant', 'updatedAt']))),
  );
  const filter = {
    status: { include: ['open', 'new'], exclude: [] },
    tag: { include: [], exclude: ['tag-3'] },
  };
  report(
    'filter + sort + 8 facets',
    repeat(() => openAndRead(index, query(['updatedAt'], '', filter))),
  );
  const unrelated = [
    'beacon',
    'laptop',
    'travel',
    'mailbox',
    'container',
    'upload',
    'process',
    'gateway',
    'agent',
  ];
  report(
    'search one word + sort + 8 facets',
    repeat(round => openAndRead(index, query(['updatedAt'], unrelated[round]))),
  );
  report(
    'search two words + sort + 8 facets',
    repeat(round => openAndRead(index, query(['updatedAt'], `${unrelated[round]} user4`))),
  );
  report(
    'search, three more letters one by one',
    repeat(() => {
      for (const q of ['user49', 'user499', 'user4999']) openAndRead(index, query(['updatedAt'], q));
    }),
  );
  report(
    'copy for snapshots',
    repeat(() => benchConnections.map(({ id }) => index.copyConnection(id))),
  );
  const { resultId } = index.open(query(['updatedAt']));
  report(
    'drift',
    repeat(() => index.drift(resultId)),
  );
  const changed = (round: number): QueueRow[] =>
    Array.from({ length: 500 }, (_, place) => {
      const row = rows[(place * 297 + round) % rows.length] as QueueRow;
      return {
        ...row,
        title: `${row.title} again ${round}`,
        updatedAt: Date.UTC(2026, 5, 1, 0, 0, round, place),
      };
    });
  report(
    '500 changed rows',
    repeat(round => index.upsert(changed(round))),
  );
  report(
    '500 changed rows, then sort updatedAt',
    repeat(round => {
      index.upsert(changed(round + 20));
      openAndRead(index, query(['updatedAt']));
    }),
  );
  report(
    '500 changed rows, then sort title',
    repeat(round => {
      index.upsert(changed(round + 40));
      openAndRead(index, query(['title']));
    }),
  );
  report(
    '500 changed rows, then search',
    repeat(round => {
      index.upsert(changed(round + 60));
      openAndRead(index, query(['updatedAt'], 'beacon'));
    }),
  );
}
