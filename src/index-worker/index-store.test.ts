import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRef, type QueueRow } from '#domain/case.ts';
import { arbitraryRow, connectionIds } from './arbitrary-rows.ts';
import { createIndexStore, type IndexStore, type LoadReport } from './index-store.ts';
import { createMemoryRowStorage } from './memory-row-storage.ts';
import { createQueueIndex, type QueueIndex } from './queue-index.ts';
import type { RowStorage } from './row-storage.ts';

type Meta = { known: number };
type Tab = { index: QueueIndex; store: IndexStore<Meta>; troubles: string[]; report: LoadReport<Meta> };

function readMeta(kept: unknown): Meta | null {
  return typeof kept === 'object' && kept !== null && 'known' in kept && typeof kept.known === 'number'
    ? { known: kept.known }
    : null;
}

/** What a page load does. */
async function openTab(storage: RowStorage, memoryOnly: readonly string[] = []): Promise<Tab> {
  const index = createQueueIndex();
  const troubles: string[] = [];
  const store = createIndexStore({
    index,
    storage,
    readMeta,
    onTrouble: sentence => troubles.push(sentence),
    pause: async () => {},
    logRowLimit: 10,
  });
  return { index, store, troubles, report: await store.load(memoryOnly) };
}

async function pull(tab: Tab, connectionId: string, rows: QueueRow[], watermark: string): Promise<void> {
  const changed = tab.index.upsert(rows);
  await tab.store.append(connectionId, { rows: changed, removed: [], watermark, meta: { known: 7 } });
}

function rowsOf(index: QueueIndex): (QueueRow | null)[] {
  const { resultId, total } = index.open({ q: '', sort: [], facets: {}, ranges: {}, me: [] });
  return [...(index.window(resultId, 0, total)?.rows ?? [])];
}

function sampleRows(connectionId: string, count: number, seed = 1): QueueRow[] {
  return fc
    .sample(arbitraryRow, { numRuns: count, seed })
    .map((row, number) => ({ ...row, connectionId, id: `${number}` }));
}

describe('the rows on disk', () => {
  it('are after a reload what they were before, through any history', async () => {
    const batch = fc.record({
      connectionId: fc.constantFrom(...connectionIds),
      rows: fc.array(arbitraryRow, { maxLength: 8 }),
      ids: fc.array(fc.constantFrom('1', '2', '10', 'x'), { maxLength: 2 }),
      afterwards: fc.constantFrom('nothing', 'nothing', 'reload', 'forget'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { minLength: 1, maxLength: 12 }), async batches => {
        const storage = createMemoryRowStorage();
        let tab = await openTab(storage);
        const marks = new Map<string, { watermark: string; meta: Meta }>();
        for (const [number, { connectionId, rows, ids, afterwards }] of batches.entries()) {
          const changed = tab.index.upsert(rows.map(row => ({ ...row, connectionId })));
          const removed = tab.index.remove(ids.map(id => ({ connectionId, id })));
          const mark = { watermark: `w${number}`, meta: { known: number } };
          await tab.store.append(connectionId, { rows: changed, removed, ...mark });
          marks.set(connectionId, mark);
          if (afterwards === 'forget') {
            tab.index.forgetConnection(connectionId);
            await tab.store.forget(connectionId);
            marks.delete(connectionId);
          }
          const reloaded = await openTab(storage);
          expect(rowsOf(reloaded.index)).toEqual(rowsOf(tab.index));
          expect(reloaded.report.kept).toEqual(marks);
          expect(reloaded.report.rebuiltBecause).toBeNull();
          if (afterwards === 'reload') tab = reloaded;
          expect(tab.troubles).toEqual([]);
        }
      }),
    );
  });

  it('become a snapshot when the log grows long', async () => {
    const storage = createMemoryRowStorage();
    const tab = await openTab(storage);
    await pull(tab, 'iris', sampleRows('iris', 8), 'w1');
    expect((await storage.readAll())[0]).toMatchObject({ snapshot: null, log: [{}] });
    await pull(tab, 'iris', sampleRows('iris', 8, 2), 'w2');
    const [stored] = await storage.readAll();
    expect(stored?.log).toEqual([]);
    expect(stored?.snapshot).not.toBeNull();
    expect(rowsOf((await openTab(storage)).index)).toEqual(rowsOf(tab.index));
  });
});

describe('a cache that cannot be used', () => {
  async function twoConnections(): Promise<RowStorage> {
    const storage = createMemoryRowStorage();
    const tab = await openTab(storage);
    await pull(tab, 'iris', sampleRows('iris', 12), 'w1');
    await pull(tab, 'argus', sampleRows('argus', 3), 'w1');
    return storage;
  }

  /** The storage with one connection's part as somebody else left it. */
  function tampered(
    storage: RowStorage,
    change: Partial<Awaited<ReturnType<RowStorage['readAll']>>[0]>,
  ): RowStorage {
    return {
      ...storage,
      readAll: async () =>
        (await storage.readAll()).map(stored =>
          stored.connectionId === 'iris' ? { ...stored, ...change } : stored,
        ),
    };
  }

  it.each([
    ['a damaged snapshot', { snapshot: new Uint8Array(64) }, 'were damaged'],
    ['a log of something else', { log: [{ rows: [{} as QueueRow], removedIds: [] }] }, 'were damaged'],
    ['another format', { state: { format: 99, watermark: 'w1', meta: { known: 1 } } }, 'another version'],
    ['a state of another make', { state: { format: 1, watermark: 'w1', meta: 'x' } }, 'another version'],
  ])('%s drops that connection alone and says so', async (_name, change, words) => {
    const storage = await twoConnections();
    const tab = await openTab(tampered(storage, change));
    expect(tab.index.held('iris')).toBe(0);
    expect(tab.index.held('argus')).toBe(3);
    expect([...tab.report.kept.keys()]).toEqual(['argus']);
    expect(tab.report.rebuiltBecause).toContain('iris');
    expect(tab.report.rebuiltBecause).toContain(words);
    expect((await storage.readAll()).map(stored => stored.connectionId)).toEqual(['argus']);
    await pull(tab, 'iris', sampleRows('iris', 2), 'w9');
    expect(rowsOf((await openTab(storage)).index)).toEqual(rowsOf(tab.index));
  });

  it('is removed when it cannot even be opened', async () => {
    const storage = await twoConnections();
    const tab = await openTab({ ...storage, readAll: () => Promise.reject(new Error('VersionError')) });
    expect(tab.report.kept.size).toBe(0);
    expect(tab.report.rebuiltBecause).toContain('VersionError');
    expect(await storage.readAll()).toEqual([]);
  });
});

describe('a disk that cannot be written', () => {
  it('stays whole but older, is said once, and catches up by a snapshot', async () => {
    const storage = createMemoryRowStorage();
    let isFull = false;
    const fail = () => Promise.reject(new Error('QuotaExceededError'));
    const tab = await openTab({
      ...storage,
      append: (...given) => (isFull ? fail() : storage.append(...given)),
      replace: (...given) => (isFull ? fail() : storage.replace(...given)),
    });
    await pull(tab, 'iris', sampleRows('iris', 3), 'w1');
    isFull = true;
    await pull(tab, 'iris', sampleRows('iris', 4, 2), 'w2');
    await pull(tab, 'iris', sampleRows('iris', 5, 3), 'w3');
    expect(tab.troubles).toHaveLength(1);
    expect(tab.troubles[0]).toContain('QuotaExceededError');
    expect((await openTab(storage)).report.kept.get('iris')?.watermark).toBe('w1');
    isFull = false;
    await pull(tab, 'iris', [], 'w4');
    const reloaded = await openTab(storage);
    expect(rowsOf(reloaded.index)).toEqual(rowsOf(tab.index));
    expect(reloaded.report.kept.get('iris')?.watermark).toBe('w4');
  });
});

describe('two tabs on one disk', () => {
  it('never leave a watermark that covers rows which are not there', async () => {
    const storage = createMemoryRowStorage();
    const first = await openTab(storage);
    const rows = sampleRows('iris', 6);
    await pull(first, 'iris', rows.slice(0, 2), 'w1');
    const second = await openTab(storage);
    await pull(first, 'iris', rows.slice(2, 4), 'w2');
    await second.store.forget('iris');
    await pull(first, 'iris', rows.slice(4), 'w3');
    const reloaded = await openTab(storage);
    expect(reloaded.report.kept.get('iris')?.watermark).toBe('w3');
    expect(rowsOf(reloaded.index).map(row => row && formatRef(row))).toEqual(rows.map(formatRef));
  });
});

describe('a connection that is not kept on disk', () => {
  it('leaves nothing there, neither rows nor watermark, until it is kept again', async () => {
    const storage = createMemoryRowStorage();
    const tab = await openTab(storage);
    await pull(tab, 'iris', sampleRows('iris', 3), 'w1');
    await pull(tab, 'argus', sampleRows('argus', 3), 'w1');
    await tab.store.setMemoryOnly(['iris']);
    await pull(tab, 'iris', sampleRows('iris', 4, 2), 'w2');
    expect((await storage.readAll()).map(stored => stored.connectionId)).toEqual(['argus']);
    expect(tab.index.held('iris')).toBe(4);
    await tab.store.setMemoryOnly([]);
    await pull(tab, 'iris', [], 'w3');
    expect(rowsOf((await openTab(storage)).index)).toEqual(rowsOf(tab.index));
  });

  it('loses at the next start what was there when the setting changed elsewhere', async () => {
    const storage = createMemoryRowStorage();
    const tab = await openTab(storage);
    await pull(tab, 'iris', sampleRows('iris', 3), 'w1');
    const next = await openTab(storage, ['iris']);
    expect(next.index.held('iris')).toBe(0);
    expect(next.report).toEqual({ kept: new Map(), rebuiltBecause: null });
    expect(await storage.readAll()).toEqual([]);
  });
});
