import { beforeAll, describe, expect, test } from 'vitest';
import { createChain, readPages, still } from './chain.ts';
import { type Demo, demoOf } from './demo.ts';
import { faultsOf, isOpen, takeAll } from './held.ts';
import type { Subject } from './subject.ts';

const dayMs = 86_400_000;

export function pullSuite(subject: Subject): void {
  describe('a pull of everything', () => {
    let demo: Demo;
    beforeAll(async () => {
      demo = await demoOf(subject);
    });

    test('holds every record once, and nothing else', () => {
      const { chain, held, pages } = demo;
      expect(held.size).toBe(chain.simulator.count());
      expect(pages.flatMap(page => page.gone)).toEqual([]);
    });

    test('is the same for an adapter that remembers nothing', async () => {
      expect(takeAll(await readPages(demo.chain.pull()))).toEqual(demo.held);
    });

    test('gives rows that can be shown', () => {
      const rows = [...demo.held.values()];
      expect(rows.flatMap(faultsOf)).toEqual([]);
      expect(rows.every(row => row.connectionId === demo.chain.connection.id)).toBe(true);
    });

    test('knows every word that the vendor has, and keeps it', () => {
      const rows = [...demo.held.values()];
      expect(rows.filter(row => row.status.value === 'other').map(row => row.status.raw)).toEqual([]);
      const unknown = rows.filter(row => row.severity.value === 'unknown' && row.severity.raw !== '');
      expect(unknown.map(row => row.severity.raw)).toEqual([]);
    });

    test('gives instants that fit each other and the clock', () => {
      const earliest = Date.UTC(2015, 0, 1);
      const latest = demo.chain.clock.now + dayMs;
      const wrong = [...demo.held.values()].filter(({ createdAt, updatedAt, closedAt }) => {
        const given = [createdAt, updatedAt, closedAt].filter(at => at !== null);
        const isTurned = createdAt !== null && updatedAt !== null && updatedAt < createdAt;
        return isTurned || given.some(at => at < earliest || at > latest);
      });
      expect(wrong).toEqual([]);
    });

    test('gives plain data', () => {
      const rows = [...demo.held.values()];
      expect(structuredClone(rows)).toEqual(rows);
      expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
    });

    test('has rows on screen after few calls', () => {
      expect(demo.callsToFirstRows).toBeGreaterThan(0);
      expect(demo.callsToFirstRows).toBeLessThanOrEqual(subject.callsToFirstRows);
    });

    test('ends caught up, and knows how many there are', () => {
      const { pages, held } = demo;
      expect(pages.at(-1)).toMatchObject({ isCaughtUp: true, isKnownPartial: false });
      expect([null, held.size]).toContain(pages.at(-1)?.known);
      expect(pages.every(({ known }) => known === null || known <= held.size)).toBe(true);
    });

    test('marks its way in text that can be kept', () => {
      const marks = demo.pages.map(page => page.watermark);
      expect(marks.every(mark => mark !== '' && JSON.parse(JSON.stringify(mark)) === mark)).toBe(true);
    });

    test('stays within the calls that the vendor is given at once', () => {
      expect(demo.chain.traffic.most).toBeLessThanOrEqual(subject.vendor.maxConcurrency);
    });

    test('never asks for what its own operations do not allow', async () => {
      const { chain, held, pages } = demo;
      const adapter = chain.newAdapter();
      const [id = ''] = held.keys();
      await adapter.get(id, still());
      await adapter.check(still());
      await adapter.whoAmI(still());
      await readPages(chain.pull(pages.at(-1)?.watermark));
      expect(chain.problems).toEqual([]);
    });

    test('under a keep policy holds all that is open and what was closed in its days', async () => {
      const { chain, held } = demo;
      const cutoff = chain.clock.now - 30 * dayMs;
      const pages = await readPages(chain.pull(null, { closedDays: 30 }));
      const kept = takeAll(pages);
      const missing = [...held.values()].filter(
        row => (isOpen(row) || (row.closedAt ?? 0) >= cutoff) && !kept.has(row.id),
      );
      expect(missing).toEqual([]);
      const tooOld = [...kept.values()].filter(
        row => !isOpen(row) && Math.max(row.closedAt ?? 0, row.updatedAt ?? 0) < cutoff - dayMs,
      );
      expect(tooOld).toEqual([]);
      expect(kept.size).toBeLessThan(held.size);
      expect([null, kept.size]).toContain(pages.at(-1)?.known);
    });
  });

  test('where there is nothing, it says so', async () => {
    const chain = createChain(subject, { scenario: 'empty', size: 0 });
    const pages = await readPages(chain.pull());
    expect(takeAll(pages).size).toBe(0);
    expect(pages.at(-1)).toMatchObject({ isCaughtUp: true, isKnownPartial: false });
    expect([null, 0]).toContain(pages.at(-1)?.known);
    const again = await readPages(chain.pull(pages.at(-1)?.watermark));
    expect(takeAll(again).size).toBe(0);
    expect((await chain.newAdapter().check(still())).isPassed).toBe(true);
  });
}
