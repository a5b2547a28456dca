import { beforeAll, describe, expect, test } from 'vitest';
import { everyAsk, type Part, partsFor, readParts, roleOf } from './answer-parts.ts';
import { type Chain, createChain, readPages } from './chain.ts';
import { readDrifted, readWrecked } from './drift-reads.ts';
import { type Held, takeAll } from './held.ts';
import { type Json, type JsonPath, rewriteJson } from './json-paths.ts';
import { type Mutation, mutations } from './mutations.ts';
import type { Subject } from './subject.ts';

/** Mutations after which an id is the well-formed id of something else. */
const namesAnother: ReadonlySet<string> = new Set([
  'a word never heard',
  'a huge text',
  'a number beyond all dates',
  'a negative number',
]);

/** Answers come to differ from what was documented, in one place at a time and in all at once. */
export function driftSuite(subject: Subject): void {
  describe('where the answers hold', () => {
    let chain: Chain;
    let held: Held;
    let parts: readonly Part[];
    beforeAll(async () => {
      chain = createChain(subject, { size: 2 });
      held = takeAll(await readPages(chain.pull()));
      parts = await readParts(subject, chain, held);
    });

    const everywhere = (mutate: Mutation, isMeant: (path: JsonPath) => boolean = () => true) =>
      readDrifted(chain, held, { where: 'everywhere', asked: everyAsk, isMeant, mutate });

    test.each(Object.entries(mutations))('%s, one part after another', async (_, mutate) => {
      const told: string[] = [];
      for (const { path, role, readBy: asked } of partsFor(parts, mutate)) {
        if (role !== 'part') continue;
        const isMeant = (at: JsonPath) => at === path;
        told.push(...(await readDrifted(chain, held, { where: path, asked, isMeant, mutate })));
      }
      expect(told).toEqual([]);
    });

    test.each(Object.entries(mutations))('%s instead of what all hangs on', async (name, mutate) => {
      const told: string[] = [];
      for (const part of partsFor(parts, mutate)) {
        const { path, role } = part;
        // Another name is another record, and a list may have nothing in it.
        const isLegitimate =
          role === 'identity' ? namesAnother.has(name) : name === 'nothing' && path.endsWith('[]');
        if (role === 'part' || isLegitimate) continue;
        told.push(...(await readWrecked(chain, held, part, mutate, false)));
        if (path.includes('[]')) told.push(...(await readWrecked(chain, held, part, mutate, true)));
      }
      expect(told).toEqual([]);
    });

    test.each(Object.entries(mutations))('%s, wherever they can', async (_, mutate) => {
      expect(await everywhere(mutate, path => roleOf(subject, path) === 'part')).toEqual([]);
    });

    test('more than was ever there', async () => {
      const extra: Mutation = value =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? { ...value, zz_new: { deep: [1, 'two', null, { three: true }] } }
          : value;
      expect(await everywhere(extra)).toEqual([]);
    });

    test.each<[string, Json]>([
      ['null', null],
      ['a text', 'zz'],
      ['a number', 7],
      ['a list', []],
      ['an object with nothing in it', {}],
    ])('%s among the elements of every list', async (_, stray) => {
      const add: Mutation = value => (Array.isArray(value) && value.length > 0 ? [...value, stray] : value);
      expect(await everywhere(add)).toEqual([]);
    });
  });

  test('one record dated in the future hides no change of the others', async () => {
    const chain = createChain(subject, { size: 30 });
    const century = 3_155_760_000_000;
    chain.hooks.rewrite = body =>
      rewriteJson(body as Json, (_path, value, isFirst) => (isFirst ? later(value, century) : value));
    const pages = await readPages(chain.pull());
    const held = takeAll(pages);
    expect(held.size).toBe(chain.simulator.count());
    chain.hooks.rewrite = null;

    const open = [...held.values()].filter(row => row.closedAt === null);
    const id = open.at(-1)?.id ?? '';
    chain.clock.now += 300_000;
    await subject.close(chain, id);
    chain.clock.now += 60_000;
    takeAll(await readPages(chain.pull(pages.at(-1)?.watermark)), held);
    expect(held.get(id)?.status.value).toMatch(/^(closed|resolved)$/);
  });
}

/** Instants of any notation, so much later; anything else as it is. */
function later(value: Json, byMs: number): Json {
  if (typeof value === 'number' && value > 1e12 && value < 1e13) return value + byMs;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return value;
  return new Date(Date.parse(value) + byMs).toISOString();
}
