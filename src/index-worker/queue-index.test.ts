import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import type { FacetCount, IndexQuery } from '#domain/queue-index.ts';
import { facetKeys } from '#domain/view.ts';
import { arbitraryQuery, arbitraryRef, arbitraryRow, connectionIds, connections } from './arbitrary-rows.ts';
import { askOracle } from './oracle.ts';
import { createQueueIndex, type QueueIndex } from './queue-index.ts';

function sorted(counts: readonly FacetCount[]): FacetCount[] {
  return [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function expectAnswer(index: QueueIndex, rows: readonly QueueRow[], query: IndexQuery): void {
  const expected = askOracle(rows, query, connections);
  const { resultId, total, facets } = index.open(query);
  expect(total).toBe(expected.order.length);
  expect(index.window(resultId, 0, rows.length)?.rows).toEqual(expected.order);
  for (const key of facetKeys) {
    const counts = facets[key];
    expect(sorted(counts), key).toEqual(sorted(expected.facets[key]));
    const numbers = counts.map(({ count }) => count);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  }
  index.close(resultId);
}

type Step =
  | { do: 'upsert'; rows: QueueRow[] }
  | { do: 'remove'; refs: CaseRef[] }
  | { do: 'retain'; connectionId: string; ids: string[] }
  | { do: 'forget'; connectionId: string }
  | { do: 'reload' }
  | { do: 'prepare' };

const connectionId = fc.constantFrom(...connectionIds);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('upsert' as const),
      rows: fc.array(arbitraryRow, { maxLength: 8 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), refs: fc.array(arbitraryRef) }) },
  fc.record({
    do: fc.constant('retain' as const),
    connectionId,
    ids: fc.array(arbitraryRef.map(ref => ref.id)),
  }),
  fc.record({ do: fc.constant('forget' as const), connectionId }),
  fc.constant({ do: 'reload' as const }),
  fc.constant({ do: 'prepare' as const }),
);

/** The rows by ref, and the frozen orders with null for what can no longer come back into them. */
type Model = {
  rows: Map<string, QueueRow>;
  frozen: Map<number, { query: IndexQuery; refs: (string | null)[] }>;
};

function take(index: QueueIndex, model: Model, step: Step): void {
  const { rows } = model;
  switch (step.do) {
    case 'upsert': {
      const differing = step.rows.filter(row => {
        const isSame = JSON.stringify(rows.get(formatRef(row))) === JSON.stringify(row);
        rows.set(formatRef(row), row);
        return !isSame;
      });
      expect(index.upsert(step.rows)).toEqual(differing);
      return;
    }
    case 'remove': {
      const held = [...new Set(step.refs.map(formatRef))].filter(ref => rows.delete(ref));
      expect(index.remove(step.refs).map(formatRef)).toEqual(held);
      return;
    }
    case 'retain': {
      const gone = [...rows.values()].filter(
        row => row.connectionId === step.connectionId && !step.ids.includes(row.id),
      );
      for (const row of gone) rows.delete(formatRef(row));
      const removed = index.retain(step.connectionId, step.ids).map(formatRef);
      expect(removed.sort()).toEqual(gone.map(formatRef).sort());
      return;
    }
    case 'forget':
      for (const [ref, row] of rows) if (row.connectionId === step.connectionId) rows.delete(ref);
      index.forgetConnection(step.connectionId);
      for (const result of model.frozen.values()) {
        result.refs = result.refs.map(ref => (ref !== null && rows.has(ref) ? ref : null));
      }
      return;
    case 'reload':
      index.load(connectionIds.map(id => index.copyConnection(id)));
      for (const resultId of model.frozen.keys()) expect(index.window(resultId, 0, 1)).toBeNull();
      model.frozen.clear();
      return;
    case 'prepare':
      index.prepare();
  }
}

function expectFrozen(index: QueueIndex, model: Model): void {
  for (const [resultId, { query, refs }] of model.frozen) {
    const rowsOfNow = refs.map(ref => (ref === null ? null : (model.rows.get(ref) ?? null)));
    expect(index.window(resultId, 0, refs.length)?.rows).toEqual(rowsOfNow);
    expect(index.window(resultId, 1, 2)?.rows).toEqual(rowsOfNow.slice(1, 3));
    const there = rowsOfNow.filter(row => row !== null);
    expect(index.refsOf(resultId, 0, refs.length).map(formatRef)).toEqual(there.map(formatRef));
    for (const row of model.rows.values())
      expect(index.positionOf(resultId, row)).toBe(refs.indexOf(formatRef(row)));
    const matching = askOracle([...model.rows.values()], query, connections).order.map(formatRef);
    const stayed = refs.filter(ref => ref !== null && matching.includes(ref)).length;
    expect(index.drift(resultId)).toEqual({ added: matching.length - stayed, removed: refs.length - stayed });
  }
}

describe('the queue index', () => {
  it('answers any query as plain objects do', () => {
    fc.assert(
      fc.property(fc.array(arbitraryRow, { maxLength: 40 }), arbitraryQuery, (rows, query) => {
        const index = createQueueIndex();
        index.setConnections(connections);
        index.upsert(rows);
        const distinct = new Map(rows.map(row => [formatRef(row), row]));
        expectAnswer(index, [...distinct.values()], query);
      }),
      { numRuns: 600 },
    );
  });

  it('stays right through any history, and so do its frozen orders', () => {
    const history = fc.array(fc.tuple(step, arbitraryQuery), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(history, steps => {
        const index = createQueueIndex({ resultLimit: 100 });
        index.setConnections(connections);
        const model: Model = { rows: new Map(), frozen: new Map() };
        for (const [step, query] of steps) {
          take(index, model, step);
          expectFrozen(index, model);
          const rows = [...model.rows.values()];
          for (const id of connectionIds) {
            expect(index.held(id)).toBe(rows.filter(row => row.connectionId === id).length);
          }
          expectAnswer(index, rows, query);
          const { resultId } = index.open(query);
          const refs = askOracle(rows, query, connections).order.map(formatRef);
          model.frozen.set(resultId, { query, refs });
        }
      }),
      { numRuns: 400 },
    );
  });
});
