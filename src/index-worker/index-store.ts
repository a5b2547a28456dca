import type { CaseRef, QueueRow } from '#domain/case.ts';
import type { QueueIndex } from './queue-index.ts';
import { readConnection, readStored, sentenceFor, type UnusableConnection } from './read-stored.ts';
import type { LogEntry, RowStorage, StoredState } from './row-storage.ts';
import { cacheFormat, encodeSnapshot } from './snapshot.ts';

/** How far a connection was read. */
export type KeptState<Meta> = { watermark: string; meta: Meta };

export type IndexStoreOptions<Meta> = {
  index: QueueIndex;
  storage: RowStorage;
  /** What was kept beside a watermark, or null when it cannot be used any more; the connection is then read anew. */
  readMeta: (kept: unknown) => Meta | null;
  /** Told once when rows could not be written, with the reason. Rows stay in memory, and writing is tried again. */
  onTrouble: (sentence: string) => void;
  /** Gives others the thread while a snapshot is made. */
  pause?: () => Promise<void>;
  /** Changed rows in a connection's log before a snapshot may replace it. Default 2,000. */
  logRowLimit?: number;
};

export type LoadReport<Meta> = {
  /** Every connection whose rows were loaded, also those that are no longer set up. */
  kept: ReadonlyMap<string, KeptState<Meta>>;
  /** A sentence when something kept could not be used: that connection is to be read from its start. */
  rebuiltBecause: string | null;
};

/** Keeps the rows of an index on disk: a snapshot per connection and a log of what changed since. No method rejects. */
export interface IndexStore<Meta> {
  /** Fills the index with what is on disk. Connections in `memoryOnly` are not kept, and what was kept of them goes. */
  load(memoryOnly: readonly string[]): Promise<LoadReport<Meta>>;
  /**
   * Keeps a batch that the index already has, and the watermark that covers it, in one step. Resolves when it is
   * safe, or when it could not be written: the disk then stays as it was, which is whole but older.
   */
  append(
    connectionId: string,
    batch: { rows: readonly QueueRow[]; removed: readonly CaseRef[]; watermark: string; meta: Meta },
  ): Promise<void>;
  /** Does the disk have what the index has of a connection, as far as this tab knows? */
  isKept(connectionId: string): boolean;
  /** Removes what is kept of a connection. The index is the caller's to clear. */
  forget(connectionId: string): Promise<void>;
  setMemoryOnly(connectionIds: readonly string[]): Promise<void>;
}

export function createIndexStore<Meta>(options: IndexStoreOptions<Meta>): IndexStore<Meta> {
  const { index, storage } = options;
  const pause = options.pause ?? (() => new Promise<void>(resolve => setTimeout(resolve, 0)));
  const logRowLimit = options.logRowLimit ?? 2000;
  let memoryOnly: ReadonlySet<string> = new Set();
  let isTroubled = false;
  let queue: Promise<unknown> = Promise.resolve();
  /** Where the disk stands, as far as this tab wrote or read it. */
  const watermarks = new Map<string, string>();
  const logRows = new Map<string, number>();
  /** Connections of which the disk lacks something that the index has: the next write is a snapshot. */
  const behind = new Set<string>();

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = queue.then(work);
    queue = done.catch(() => {});
    return done;
  }

  async function attempt(what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      isTroubled = false;
      return true;
    } catch (error) {
      if (!isTroubled) options.onTrouble(`${what} Nothing shown is affected. (${String(error)})`);
      isTroubled = true;
      return false;
    }
  }

  async function write(
    connectionId: string,
    rows: readonly QueueRow[],
    removed: readonly CaseRef[],
    state: StoredState,
  ): Promise<void> {
    const pending = (logRows.get(connectionId) ?? 0) + rows.length + removed.length;
    const isLogLong = pending > Math.max(logRowLimit, index.held(connectionId) / 3);
    const isAppended =
      !isLogLong &&
      !behind.has(connectionId) &&
      (await storage.append(
        connectionId,
        watermarks.get(connectionId) ?? null,
        { rows, removedIds: removed.map(ref => ref.id) },
        state,
      ));
    if (!isAppended) {
      await storage.replace(
        connectionId,
        await encodeSnapshot(index.copyConnection(connectionId), pause),
        state,
      );
    }
    behind.delete(connectionId);
    logRows.set(connectionId, isAppended ? pending : 0);
    watermarks.set(connectionId, state.watermark);
  }

  async function forgetNow(connectionId: string): Promise<void> {
    const sentence = `The cached rows of ${connectionId} could not be removed from this browser.`;
    const isForgotten = await attempt(sentence, () => storage.forget(connectionId));
    watermarks.delete(connectionId);
    logRows.delete(connectionId);
    if (isForgotten) behind.delete(connectionId);
    else behind.add(connectionId);
  }

  async function loadNow(): Promise<LoadReport<Meta>> {
    const kept = new Map<string, KeptState<Meta>>();
    const { stored, fault } = await readStored(storage);
    const unusable: UnusableConnection[] = [];
    const usable = [];
    for (const connection of stored) {
      if (memoryOnly.has(connection.connectionId)) await forgetNow(connection.connectionId);
      else {
        const read = readConnection(connection, options.readMeta);
        if ('fault' in read) unusable.push(read);
        else usable.push(read);
      }
    }
    index.load(usable.flatMap(({ snapshot }) => (snapshot === null ? [] : [snapshot])));
    for (const { connectionId, log, watermark, meta } of usable) {
      if (!replay(connectionId, log)) {
        index.forgetConnection(connectionId);
        unusable.push({ connectionId, fault: 'damaged' });
        continue;
      }
      kept.set(connectionId, { watermark, meta });
      watermarks.set(connectionId, watermark);
      // A long log makes every start slow: the next write makes a snapshot of it.
      if ((logRows.get(connectionId) ?? 0) > logRowLimit) behind.add(connectionId);
    }
    for (const { connectionId } of unusable) await forgetNow(connectionId);
    return { kept, rebuiltBecause: fault ?? sentenceFor(unusable) };
  }

  /** False when an entry is not what was written. */
  function replay(connectionId: string, log: readonly LogEntry[]): boolean {
    try {
      let count = 0;
      for (const { rows, removedIds } of log) {
        index.upsert(rows);
        index.remove(removedIds.map(id => ({ connectionId, id })));
        count += rows.length + removedIds.length;
      }
      logRows.set(connectionId, count);
      return true;
    } catch {
      return false;
    }
  }

  return {
    load: memoryOnlyIds => {
      memoryOnly = new Set(memoryOnlyIds);
      return inTurn(loadNow);
    },
    append: (connectionId, { rows, removed, watermark, meta }) =>
      inTurn(async () => {
        if (memoryOnly.has(connectionId)) return;
        const state = { format: cacheFormat, watermark, meta };
        const sentence = `Rows of ${connectionId} could not be kept in this browser.`;
        const isWritten = await attempt(sentence, () => write(connectionId, rows, removed, state));
        if (!isWritten) behind.add(connectionId);
      }),
    isKept: connectionId => !memoryOnly.has(connectionId) && !behind.has(connectionId),
    forget: connectionId => inTurn(() => forgetNow(connectionId)),
    setMemoryOnly: connectionIds =>
      inTurn(async () => {
        const before = memoryOnly;
        memoryOnly = new Set(connectionIds);
        for (const id of memoryOnly) if (!before.has(id)) await forgetNow(id);
        for (const id of before) if (!memoryOnly.has(id)) behind.add(id);
      }),
  };
}
