import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { LogEntry, RowStorage, StoredConnection, StoredState } from './row-storage.ts';

/** Rows alone live here; drafts and settings have databases of their own, which nothing here touches. */
const databaseName = 'casefold-rows';
const databaseVersion = 1;

interface RowDatabase extends DBSchema {
  connections: { key: string; value: StoredState & { nextSequence: number } };
  snapshots: { key: string; value: Uint8Array<ArrayBuffer> };
  /** By connection, then in the order written. */
  log: { key: [connectionId: string, sequence: number]; value: LogEntry };
}

const storeNames = ['connections', 'snapshots', 'log'] as const;

export function createIdbRowStorage(): RowStorage {
  let connected: Promise<IDBPDatabase<RowDatabase>> | null = null;

  function connect(): Promise<IDBPDatabase<RowDatabase>> {
    connected ??= openDB<RowDatabase>(databaseName, databaseVersion, {
      upgrade: database => {
        for (const name of storeNames) database.createObjectStore(name);
      },
      // Another tab removes the database or brings a newer one: let it, and connect again when next needed.
      blocking: (_current, _blocked, event) => {
        (event.target as IDBDatabase).close();
        connected = null;
      },
      terminated: () => {
        connected = null;
      },
    }).catch((error: unknown) => {
      connected = null;
      throw error;
    });
    return connected;
  }

  return {
    readAll: async () => readAll(await connect()),
    append: async (connectionId, expectedWatermark, entry, state) => {
      const transaction = (await connect()).transaction(storeNames, 'readwrite');
      const connections = transaction.objectStore('connections');
      const before = await connections.get(connectionId);
      const isExpected = (before?.watermark ?? null) === expectedWatermark;
      if (isExpected) {
        const sequence = before?.nextSequence ?? 0;
        const isEmpty = entry.rows.length + entry.removedIds.length === 0;
        if (!isEmpty) void transaction.objectStore('log').put(entry, [connectionId, sequence]);
        void connections.put({ ...state, nextSequence: sequence + 1 }, connectionId);
      }
      await transaction.done;
      return isExpected;
    },
    replace: async (connectionId, snapshot, state) => {
      const transaction = (await connect()).transaction(storeNames, 'readwrite');
      void transaction.objectStore('snapshots').put(snapshot, connectionId);
      void transaction.objectStore('log').delete(logOf(connectionId));
      void transaction.objectStore('connections').put({ ...state, nextSequence: 0 }, connectionId);
      await transaction.done;
    },
    forget: async connectionId => {
      const transaction = (await connect()).transaction(storeNames, 'readwrite');
      void transaction.objectStore('snapshots').delete(connectionId);
      void transaction.objectStore('log').delete(logOf(connectionId));
      void transaction.objectStore('connections').delete(connectionId);
      await transaction.done;
    },
    destroy: async () => {
      const open = await connected?.catch(() => null);
      open?.close();
      connected = null;
      await new Promise<void>((resolve, reject) => {
        const blocked = () => reject(new Error('another tab of an older version holds the rows'));
        deleteDB(databaseName, { blocked }).then(resolve, reject);
      });
    },
  };
}

/** Every key that begins with the connection: an array sorts after every number. */
function logOf(connectionId: string): IDBKeyRange {
  return IDBKeyRange.bound([connectionId], [connectionId, []]);
}

async function readAll(database: IDBPDatabase<RowDatabase>): Promise<StoredConnection[]> {
  const transaction = database.transaction(storeNames, 'readonly');
  const connections = transaction.objectStore('connections');
  const snapshots = transaction.objectStore('snapshots');
  const [connectionIds, states] = await Promise.all([connections.getAllKeys(), connections.getAll()]);
  const stored = await Promise.all(
    states.map(async ({ format, watermark, meta }, place): Promise<StoredConnection> => {
      const connectionId = connectionIds[place] as string;
      const [snapshot, log] = await Promise.all([
        snapshots.get(connectionId),
        transaction.objectStore('log').getAll(logOf(connectionId)),
      ]);
      return { connectionId, state: { format, watermark, meta }, snapshot: snapshot ?? null, log };
    }),
  );
  await transaction.done;
  return stored;
}
