import type { RowStorage, StoredConnection } from './row-storage.ts';

/** Keeps rows as long as the object lives: for tests, and where a browser has no IndexedDB. Copies as a disk would. */
export function createMemoryRowStorage(): RowStorage {
  const kept = new Map<string, StoredConnection>();
  return {
    readAll: async () => structuredClone([...kept.values()]),
    append: async (connectionId, expectedWatermark, entry, state) => {
      const before = kept.get(connectionId);
      if ((before?.state.watermark ?? null) !== expectedWatermark) return false;
      const isEmpty = entry.rows.length + entry.removedIds.length === 0;
      const log = [...(before?.log ?? []), ...(isEmpty ? [] : [structuredClone(entry)])];
      kept.set(connectionId, {
        connectionId,
        state: structuredClone(state),
        snapshot: before?.snapshot ?? null,
        log,
      });
      return true;
    },
    replace: async (connectionId, snapshot, state) => {
      kept.set(connectionId, {
        connectionId,
        state: structuredClone(state),
        snapshot: snapshot.slice(),
        log: [],
      });
    },
    forget: async connectionId => {
      kept.delete(connectionId);
    },
    destroy: async () => kept.clear(),
  };
}
