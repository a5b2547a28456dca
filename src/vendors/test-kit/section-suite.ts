import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, SectionId, SectionPage } from '#domain/section.ts';
import { sectionIds } from '#domain/section.ts';
import type { Adapter } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type Chain, still } from './chain.ts';
import { type Demo, demoOf } from './demo.ts';
import { type Json, type JsonPath, rewriteJson } from './json-paths.ts';
import { type Mutation, mutations } from './mutations.ts';
import { faultsOfSection } from './section-faults.ts';
import type { Subject } from './subject.ts';

const mostPages = 300;
const usual: ReadonlySet<string> = new Set(['null', 'nothing']);
const everyFew = 4;

async function readAll(adapter: Adapter, section: SectionId, id: string): Promise<SectionPage[]> {
  const pages = [await adapter.section(section, id, null, still())];
  for (;;) {
    const next = pages.at(-1)?.next ?? null;
    if (next === null) return pages;
    if (pages.length > mostPages) throw new Error(`${section} of ${id} does not come to an end.`);
    pages.push(await adapter.section(section, id, next, still()));
  }
}

function isFull(page: SectionPage): boolean {
  return page.blocks.some(block => block.kind !== 'notice');
}

/** The first record whose section holds something. */
async function findFull(demo: Demo, section: SectionId): Promise<string> {
  const adapter = demo.chain.newAdapter();
  for (const id of demo.held.keys()) {
    await demo.chain.rest();
    if (isFull(await adapter.section(section, id, null, still()))) return id;
  }
  throw new Error(`No record of the demo has anything in ${section}.`);
}

/** What may be read on demand: the ids of a page's rows, posts and the rows within them. */
function itemsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'table')
      return block.rows.filter(({ hasMore }) => hasMore === true).map(({ id }) => id);
    if (block.kind === 'posts')
      return block.posts.filter(({ hasMore }) => hasMore === true).map(({ id }) => id);
    return [];
  });
}

export function sectionSuite(subject: Subject): void {
  const offered = subject.vendor.sections;

  describe('sections', () => {
    let demo: Demo;
    const full = new Map<SectionId, string>();
    beforeAll(async () => {
      demo = await demoOf(subject);
      for (const section of offered) full.set(section, await findFull(demo, section));
    }, 60_000);
    const fullest = (section: SectionId) => full.get(section) ?? '';

    test('are each offered once, and the summary is the first', () => {
      expect(offered[0]).toBe('summary');
      expect(new Set(offered).size).toBe(offered.length);
    });

    test.each(sectionIds.filter(id => !offered.includes(id)))(
      '%s is not offered, and says so',
      async section => {
        const id = [...demo.held.keys()][0] ?? '';
        const error: unknown = await demo.chain
          .newAdapter()
          .section(section, id, null, still())
          .catch(reason => reason);
        expect(error).toMatchObject({ code: 'unsupported' });
      },
    );

    test.each(offered)('%s is read to its end, page by page', async section => {
      const pages = await readAll(demo.chain.newAdapter(), section, fullest(section));
      expect(faultsOfSection(section, pages)).toEqual([]);
      expect(pages.some(isFull)).toBe(true);
      // It goes from the worker to the page.
      expect(structuredClone(pages)).toEqual(pages);
    });

    test.each(offered)('%s: each record that says it has more is read whole', async section => {
      const adapter = demo.chain.newAdapter();
      const id = fullest(section);
      const items = itemsOf((await adapter.section(section, id, null, still())).blocks).slice(0, 5);
      for (const item of items) {
        await demo.chain.rest();
        const { blocks, observables } = await adapter.item(section, id, item, still());
        expect(
          faultsOfSection(section, [{ blocks, observables, entries: [], count: null, next: null }]),
        ).toEqual([]);
        expect(blocks.length).toBeGreaterThan(0);
      }
    });

    test.each(offered)('%s of some twenty records has no fault', async section => {
      const ids = [...demo.held.keys()];
      const step = Math.max(1, Math.floor(ids.length / 20));
      const adapter = demo.chain.newAdapter();
      for (let index = 0; index < ids.length; index += step) {
        await demo.chain.rest();
        const page = await adapter.section(section, ids[index] ?? '', null, still());
        expect(faultsOfSection(section, [page])).toEqual([]);
      }
    });

    test.each(offered)('%s of a record that is not there is not found, or empty', async section => {
      const read = await demo.chain
        .newAdapter()
        .section(section, subject.unknownId, null, still())
        .catch(reason => reason);
      if (read instanceof VendorError) expect(['not-found', 'forbidden']).toContain(read.code);
      else expect(faultsOfSection(section, [read])).toEqual([]);
    });

    test.each(offered)('%s: a vendor that fails is told, and nothing else is thrown', async section => {
      demo.chain.hooks.instead = () =>
        new Response('{"error":"boom"}', { status: 500, headers: { 'content-type': 'application/json' } });
      const read = await demo.chain
        .newAdapter()
        .section(section, fullest(section), null, still())
        .catch(reason => reason);
      demo.chain.hooks.instead = () => null;
      // A section that needs no call cannot fail.
      if (!(read instanceof VendorError)) expect(faultsOfSection(section, [read])).toEqual([]);
    });

    test.each(Object.entries(mutations))(
      'where their answers hold %s, one part after another',
      async (name, mutate) => {
        const told: string[] = [];
        const turn = Object.keys(mutations).indexOf(name);
        for (const section of offered) {
          const paths = [...(await readPaths(demo.chain, section, fullest(section)))];
          // What vendors do most is done to every part; each of the rest to every few, in turn.
          const meant = usual.has(name) ? paths : paths.filter((_, at) => at % everyFew === turn % everyFew);
          for (const path of meant)
            told.push(...(await readDrifted(demo.chain, section, fullest(section), path, mutate)));
        }
        expect(told).toEqual([]);
      },
      120_000,
    );
  });
}

/** Every place within the answers that a section is read from. */
async function readPaths(chain: Chain, section: SectionId, id: string): Promise<Set<JsonPath>> {
  const paths = new Set<JsonPath>();
  await chain.rest();
  chain.hooks.rewrite = body =>
    rewriteJson(body as Json, (path, value) => {
      paths.add(path);
      return value;
    });
  await chain.newAdapter().section(section, id, null, still());
  chain.hooks.rewrite = null;
  return paths;
}

/** An answer that differs in one place is read, or said to be unreadable; nothing of it comes out wrong. */
async function readDrifted(
  chain: Chain,
  section: SectionId,
  id: string,
  where: JsonPath,
  mutate: Mutation,
): Promise<string[]> {
  await chain.rest();
  chain.hooks.rewrite = body =>
    rewriteJson(body as Json, (path, value) => (path === where ? mutate(value) : value)) ?? null;
  const read = await chain
    .newAdapter()
    .section(section, id, null, still())
    .catch(reason => reason);
  chain.hooks.rewrite = null;
  const told =
    read instanceof VendorError
      ? ['unreadable', 'not-found', 'forbidden', 'unauthorized', 'unavailable'].includes(read.code)
        ? []
        : [`told as ${read.code} (${read.reason})`]
      : read instanceof Error
        ? [String(read)]
        : faultsOfSection(section, [read]);
  return told.map(what => `${section}, ${where}: ${what}`);
}
