import * as v from 'valibot';
import type { CaseRef, QueueRow } from '#domain/case.ts';
import { createIdbRowStorage } from '#index-worker/idb-row-storage.ts';
import { createIndexStore } from '#index-worker/index-store.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import type { RowStorage } from '#index-worker/row-storage.ts';
import type { SyncProgress } from '../sync/sync-connection.ts';
import { noProgress } from './connection-sync.ts';

/** What is kept between page loads: rows in the index's own form, and how far each connection was read. */
export interface RowDisk {
  /**
   * Fills the index from disk. `rebuiltBecause` is a sentence when what was there could not be used; the rows then
   * come anew from the vendors.
   */
  load(memoryOnly: readonly string[]): Promise<{ keptIds: readonly string[]; rebuiltBecause: string | null }>;
  /** Is what is held here on disk too, where another tab finds it? */
  isKept(connectionId: string): boolean;
  /** Where to go on for a connection: its watermark and progress, or the very start. */
  startOf(connectionId: string): { watermark: string | null; progress: SyncProgress };
  /** Rows, removals and watermark in one step; resolves when they are safe. */
  append(
    connectionId: string,
    entry: {
      rows: readonly QueueRow[];
      removed: readonly CaseRef[];
      watermark: string;
      progress: SyncProgress;
    },
  ): Promise<void>;
  forget(connectionId: string): Promise<void>;
  setMemoryOnly(connectionIds: readonly string[]): Promise<void>;
}

const progressSchema = v.object({
  known: v.nullable(v.number()),
  isKnownPartial: v.boolean(),
  isCaughtUp: v.boolean(),
  readAt: v.nullable(v.number()),
});

export function openRowDisk(
  index: QueueIndex,
  onTrouble: (sentence: string) => void,
  storage: RowStorage = createIdbRowStorage(),
): RowDisk {
  const starts = new Map<string, { watermark: string; progress: SyncProgress }>();
  const store = createIndexStore<SyncProgress>({
    index,
    storage,
    onTrouble,
    readMeta: kept => {
      const read = v.safeParse(progressSchema, kept);
      return read.success ? read.output : null;
    },
  });
  return {
    load: async memoryOnly => {
      const { kept, rebuiltBecause } = await store.load(memoryOnly);
      for (const [id, { watermark, meta }] of kept) starts.set(id, { watermark, progress: meta });
      return { keptIds: [...kept.keys()], rebuiltBecause };
    },
    isKept: store.isKept,
    startOf: connectionId => starts.get(connectionId) ?? { watermark: null, progress: noProgress },
    append: (connectionId, { progress, ...batch }) => {
      starts.set(connectionId, { watermark: batch.watermark, progress });
      return store.append(connectionId, { ...batch, meta: progress });
    },
    forget: connectionId => {
      starts.delete(connectionId);
      return store.forget(connectionId);
    },
    setMemoryOnly: connectionIds => store.setMemoryOnly(connectionIds),
  };
}
