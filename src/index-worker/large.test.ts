import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#domain/case.ts';
import type { IndexQuery } from '#domain/queue-index.ts';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import { askOracle } from './oracle.ts';
import { createQueueIndex } from './queue-index.ts';

const everything: IndexQuery = { q: '', sort: [], facets: {}, ranges: {}, me: [] };

function numberedRow(number: number, change: Partial<QueueRow> = {}): QueueRow {
  return createSampleRow(`${number}`, `Case ${(number * 7919) % 10_007}`, {
    connectionId: 'iris',
    severity: { value: 'high', raw: 'High' },
    tenant: `tenant ${number % 300}`,
    createdAt: (number * 104_729) % 5_003,
    updatedAt: number,
    ...change,
  });
}

/** Enough for several haystack chunks. */
const many = Array.from({ length: 5_000 }, (_, number) => numberedRow(number));

function idsOf(rows: readonly (QueueRow | null)[] | undefined): (string | undefined)[] {
  return (rows ?? []).map(row => row?.id);
}

describe('many rows', () => {
  it('finds words in every chunk while typing on, after edits, and after typing something else', () => {
    const index = createQueueIndex();
    const rows = new Map(many.map(row => [row.id, row]));
    index.upsert(many);
    const expectFound = (q: string): void => {
      const expected = askOracle([...rows.values()], { ...everything, q }, []).order;
      const { resultId, total } = index.open({ ...everything, q });
      expect(total, q).toBe(expected.length);
      expect(idsOf(index.window(resultId, 0, total)?.rows), q).toEqual(idsOf(expected));
    };
    const change = (row: QueueRow): void => {
      rows.set(row.id, row);
      index.upsert([row]);
    };
    for (const q of ['c', 'case 9', 'case 99', 'case 991', 'case 991 #4', '#4', 'nothing', 'nothing more'])
      expectFound(q);
    for (const number of [0, 2047, 2048, 4999, 5000]) change(numberedRow(number, { title: 'Moved nothing' }));
    for (const q of ['nothing', 'nothing moved', 'case 99', 'moved']) expectFound(q);
    for (let number = 1_500; number < 2_500; number++)
      change(numberedRow(number, { title: `Renamed ${number}` }));
    for (const q of ['renamed', 'renamed 2', 'case 15', 'renamed 2048']) expectFound(q);
  });

  it('repairs the order for a few changes as well as for many', () => {
    const index = createQueueIndex();
    const rows = new Map(many.map(row => [row.id, row]));
    index.upsert(many);
    for (const changed of [0, 3, 40, 2_600]) {
      const edits = Array.from({ length: changed }, (_, place) =>
        numberedRow((place * 31) % 5_200, {
          title: `Edited ${place % 7}`,
          createdAt: place * 13.5 - 100,
          updatedAt: null,
        }),
      );
      index.upsert(edits);
      for (const row of edits) rows.set(row.id, row);
      for (const key of ['title', 'number', 'createdAt', 'updatedAt', 'tenant'] as const) {
        const query = { ...everything, sort: [{ key, isDescending: changed % 2 === 1 }] };
        const expected = askOracle([...rows.values()], { ...query, facets: {} }, []).order;
        const { resultId, total } = index.open(query);
        expect(idsOf(index.window(resultId, 0, total)?.rows), `${key} after ${changed}`).toEqual(
          idsOf(expected),
        );
      }
    }
  });

  it('lists at most 200 values of a facet, the largest, and always those of the filter', () => {
    const index = createQueueIndex();
    index.upsert(many);
    const tenants = index.open(everything).facets.tenant;
    expect(tenants).toHaveLength(200);
    expect(tenants.every(({ count }) => count === 17)).toBe(true);
    const filter = { include: ['tenant 299', 'tenant 5'], exclude: ['elsewhere'] };
    const { facets, total } = index.open({ ...everything, facets: { tenant: filter } });
    expect(total).toBe(33);
    expect(facets.tenant).toHaveLength(200);
    expect(facets.tenant.at(-2)).toEqual({ value: 'tenant 299', label: 'tenant 299', count: 16 });
    expect(facets.tenant.at(-1)).toEqual({ value: 'elsewhere', label: 'elsewhere', count: 0 });
  });

  it('gives up the room of removed rows without moving a frozen order', () => {
    const index = createQueueIndex({ deadRowLimit: 100 });
    index.upsert(many);
    const { resultId, total } = index.open({ ...everything, sort: [{ key: 'title', isDescending: false }] });
    const before = index.window(resultId, 0, total)?.rows ?? [];
    index.retain(
      'iris',
      many.slice(0, 1_000).map(row => row.id),
    );
    expect(index.held('iris')).toBe(1_000);
    expect(index.window(resultId, 0, total)?.rows).toEqual(
      before.map(row => (Number(row?.id) < 1_000 ? row : null)),
    );
    const place = before.findIndex(row => row?.id === '999');
    expect(index.positionOf(resultId, { connectionId: 'iris', id: '999' })).toBe(place);
    expect(index.drift(resultId)).toEqual({ added: 0, removed: 4_000 });
  });
});

describe('open results', () => {
  it('closes the oldest when too many are open', () => {
    const index = createQueueIndex({ resultLimit: 2 });
    index.upsert(many.slice(0, 3));
    const [first, second, third] = [index.open(everything), index.open(everything), index.open(everything)];
    expect(index.window(first.resultId, 0, 9)).toBeNull();
    expect(index.drift(first.resultId)).toBeNull();
    expect(index.refsOf(first.resultId, 0, 9)).toEqual([]);
    expect(index.positionOf(first.resultId, { connectionId: 'iris', id: '1' })).toBe(-1);
    expect(idsOf(index.window(second.resultId, 1, 9)?.rows)).toEqual(['1', '2']);
    index.close(third.resultId);
    expect(index.window(third.resultId, 0, 9)).toBeNull();
  });
});
