import { beforeAll, describe, expect, test } from 'vitest';
import type { Watermark } from '#domain/vendor.ts';
import { type Chain, createChain, readPages } from './chain.ts';
import { type Demo, demoOf } from './demo.ts';
import { type Held, idsOf, isOpen, take, takeAll } from './held.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects.ts';

const minuteMs = 60_000;

export function resumeSuite(subject: Subject): void {
  describe('a pull that was broken off', () => {
    let demo: Demo;
    beforeAll(async () => {
      demo = await demoOf(subject);
    });

    test('goes on from any page as if nothing had been', async () => {
      const { chain, pages, held } = demo;
      for (const count of someOf(pages.length - 1)) {
        const taken = takeAll(pages.slice(0, count));
        const rest = await readPages(chain.pull(pages[count - 1]?.watermark));
        expect(idsOf(takeAll(rest, taken))).toEqual(idsOf(held));
        expect(rest.at(-1)?.isCaughtUp).toBe(true);
      }
    });

    test('goes on after the vendor was gone from any call on', async () => {
      const { chain, held } = demo;
      const callsBefore = chain.sent.length;
      await readPages(chain.pull());
      for (const nth of someOf(chain.sent.length - callsBefore)) {
        const taken: Held = new Map();
        chain.faults.set({ match: { vendor: subject.vendor.id, nth: { from: nth } }, fault: 'drop' });
        const mark = await pullUntilFailure(chain, taken);
        chain.faults.clear();
        takeAll(await readPages(chain.pull(mark)), taken);
        expect(idsOf(taken)).toEqual(idsOf(held));
      }
    });

    test('ends with the reason of its signal', async () => {
      const { chain } = demo;
      const reason = new Error('Somebody left.');
      await expect(
        readPages(chain.newAdapter().pull({ since: null, keep: 'all', signal: AbortSignal.abort(reason) })),
      ).rejects.toBe(reason);

      const controller = new AbortController();
      const pull = chain.newAdapter().pull({ since: null, keep: 'all', signal: controller.signal });
      await pull.next();
      controller.abort(reason);
      const callsBefore = chain.sent.length;
      const end: unknown = await readPages(pull).then(
        rest => rest.at(-1) ?? reason,
        error => error,
      );
      // What came before the signal may still be handed on; nothing else is asked.
      expect(end).toBe(reason);
      expect(chain.sent.length - callsBefore).toBeLessThanOrEqual(subject.vendor.maxConcurrency);
    });
  });

  test('a watermark that cannot be read, or is another vendor\u2019s, starts over', async () => {
    const others = await Promise.all(
      subjects
        .filter(other => other !== subject)
        .map(async other => marksOf(createChain(other, { size: 6 }))),
    );
    const chain = createChain(subject, { size: 6 });
    const strange = ['', ' ', 'nonsense', 'null', '0', '[]', '{}', '{"version":1}', '{"kind":"following"}'];
    for (const mark of [...strange, ...others.flat()]) {
      const pages = await readPages(chain.pull(mark));
      expect(takeAll(pages).size, mark).toBe(chain.simulator.count());
      expect(pages.at(-1)?.isCaughtUp).toBe(true);
    }
  });

  test('a watermark of a narrower keep policy misses nothing under a wider one', async () => {
    const chain = createChain(subject, { size: 60 });
    const narrow = await readPages(chain.pull(null, { closedDays: 1 }));
    const held = takeAll(narrow);
    expect(held.size).toBeLessThan(chain.simulator.count());
    takeAll(await readPages(chain.pull(narrow.at(-1)?.watermark)), held);
    expect(held.size).toBe(chain.simulator.count());
  });

  test('a change comes with the next pull, by an adapter that remembers or not, and a quiet one is cheap', async () => {
    const chain = createChain(subject, { size: 60 });
    const adapter = chain.newAdapter();
    const pages = await readPages(chain.pull(null, 'all', adapter));
    const held = takeAll(pages);
    let mark = pages.at(-1)?.watermark ?? '';
    const [one, other] = [...held.values()].filter(isOpen).map(row => row.id);
    for (const [id = '', by] of [
      [one, adapter],
      [other, chain.newAdapter()],
    ] as const) {
      chain.clock.now += 5 * minuteMs;
      await subject.close(chain, id);
      chain.clock.now += minuteMs;
      const changed = await readPages(chain.pull(mark, 'all', by));
      mark = changed.at(-1)?.watermark ?? '';
      takeAll(changed, held);
      const row = held.get(id);
      expect(row === undefined || isOpen(row)).toBe(false);
      expect([null, held.size]).toContain(changed.at(-1)?.known);
    }
    expect(held.size).toBe(chain.simulator.count());

    chain.clock.now += minuteMs;
    await readPages(chain.pull(mark, 'all', adapter));
    const callsBefore = chain.dataCalls().length;
    chain.clock.now += minuteMs;
    const quiet = await readPages(chain.pull(mark, 'all', adapter));
    expect(chain.dataCalls().length - callsBefore).toBeLessThanOrEqual(subject.callsWhenQuiet);
    expect(takeAll(quiet, new Map(held))).toEqual(held);
    expect(quiet.at(-1)?.isCaughtUp).toBe(true);
  });
}

/** At most five numbers from 1 to `most`, the ends among them. */
function someOf(most: number): number[] {
  const steps = [0, 0.25, 0.5, 0.75, 1].map(share => Math.round(1 + share * (most - 1)));
  return most < 1 ? [] : [...new Set(steps)];
}

/** The mark to go on from; null where not one page came. What only adds to a row may fail without ending a pull. */
async function pullUntilFailure(chain: Chain, taken: Held): Promise<Watermark | null> {
  let mark: Watermark | null = null;
  try {
    for await (const page of chain.pull()) {
      take(taken, page);
      mark = page.watermark;
    }
  } catch (error) {
    expect(error).toMatchObject({ name: 'VendorError', code: 'unavailable', reason: 'connection-reset' });
  }
  return mark;
}

async function marksOf(chain: Chain): Promise<Watermark[]> {
  const pages = await readPages(chain.pull());
  return [...new Set([pages[0]?.watermark ?? '', pages.at(-1)?.watermark ?? ''])];
}
