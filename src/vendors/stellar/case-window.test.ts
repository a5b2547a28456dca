import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseWindow, pageSize, restOf } from './case-window.ts';

const window: CaseWindow = { from: 0, to: 9999, filter: {} };
const descending = (from: number, count: number) => Array.from({ length: count }, (_, index) => from - index);

describe('what is left of a window', () => {
  it('is nothing once all came, or nothing came', () => {
    expect(restOf(window, { instants: [5, 4], total: 2 }, 4)).toEqual([]);
    expect(restOf(window, { instants: [], total: 7 }, 4)).toEqual([]);
    expect(restOf(window, { instants: [5, 4], total: null }, 4)).toEqual([]);
  });

  it('ends where a sorted page ended, that millisecond included', () => {
    const instants = descending(9000, pageSize);
    expect(restOf(window, { instants, total: 900 }, 4)).toEqual([{ from: 0, to: 8501, filter: {} }]);
  });

  it('is cut for idle calls, as far as the rest fills pages', () => {
    const instants = descending(9000, pageSize);
    const parts = restOf(window, { instants, total: 50_000 }, 3);
    expect(parts).toEqual([
      { from: 5668, to: 8501, filter: {} },
      { from: 2834, to: 5667, filter: {} },
      { from: 0, to: 2833, filter: {} },
    ]);
    expect(restOf(window, { instants, total: 1600 }, 3)).toHaveLength(2);
  });

  it('goes on after a server that gives fewer than asked for', () => {
    expect(restOf(window, { instants: descending(9000, 200), total: 300 }, 1)).toEqual([
      { from: 0, to: 8801, filter: {} },
    ]);
  });

  it('skips only within an unsorted window of at most 1,000, else halves', () => {
    const instants = [1, 2, 3];
    expect(restOf(window, { instants, total: 1000 }, 4)).toEqual([{ ...window, skip: 3 }]);
    expect(restOf(window, { instants, total: 1001 }, 4)).toEqual([
      { from: 5000, to: 9999, filter: {} },
      { from: 0, to: 4999, filter: {} },
    ]);
    expect(restOf({ ...window, skip: 999 }, { instants, total: 5000 }, 4)).toEqual([]);
  });

  it('reads on within one millisecond that holds more than a page', () => {
    const instants = Array.from({ length: pageSize }, () => 9999);
    expect(restOf(window, { instants, total: 800 }, 4)).toEqual([
      { from: 9999, to: 9999, filter: {}, skip: 500 },
      { from: 0, to: 9998, filter: {} },
    ]);
  });

  it('loses no case and ends, whatever the dates', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 3000, size: 'max' }),
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        (dates, isSorted, places) => {
          const server = isSorted ? dates.toSorted((left, right) => right - left) : dates;
          const cases = server.map((at, id) => ({ at, id }));
          const seen = new Set<number>();
          const waiting: CaseWindow[] = [{ from: 0, to: 3000, filter: {} }];
          let calls = 0;
          for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
            calls += 1;
            expect(calls).toBeLessThan(500);
            const { from, to, skip = 0 } = next;
            expect(skip).toBeLessThanOrEqual(1000);
            const matches = cases.filter(({ at }) => at >= from && at <= to);
            const page = matches.slice(skip, skip + pageSize);
            for (const { id } of page) seen.add(id);
            waiting.push(
              ...restOf(next, { instants: page.map(({ at }) => at), total: matches.length }, places),
            );
          }
          expect(seen.size).toBe(dates.length);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });
});
