import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LedgerLine } from './ledger-line.ts';
import type { OutboxDisk } from './outbox-disk.ts';
import type { OutboxEntry } from './outbox-entry.ts';

interface WriteDatabase extends DBSchema {
  /** By the order in which they were made. */
  outbox: { key: number; value: OutboxEntry; indexes: { id: string } };
  ledger: { key: number; value: LedgerLine };
}

/** Words and writes have a database of their own: nothing that is done to the cached rows touches it. */
export function createIdbOutboxDisk(): OutboxDisk {
  let connected: Promise<IDBPDatabase<WriteDatabase>> | null = null;

  function connect(): Promise<IDBPDatabase<WriteDatabase>> {
    connected ??= openDB<WriteDatabase>('casefold-writes', 1, {
      upgrade: database => {
        database
          .createObjectStore('outbox', { autoIncrement: true })
          .createIndex('id', 'command.id', { unique: true });
        database.createObjectStore('ledger', { autoIncrement: true });
      },
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
    load: async () => (await connect()).getAll('outbox'),
    add: async (commands, notBefore) => {
      // Strict: a command counts as kept only once it would outlive the machine's power.
      const transaction = (await connect()).transaction('outbox', 'readwrite', { durability: 'strict' });
      for (const command of commands)
        void transaction.store.add({
          command,
          stage: { kind: 'queued', notBefore, attempts: 0, because: null },
        });
      await transaction.done;
    },
    setStage: async (id, stage) => {
      const transaction = (await connect()).transaction('outbox', 'readwrite', { durability: 'strict' });
      const cursor = await transaction.store.index('id').openCursor(id);
      if (cursor !== null) void cursor.update({ ...cursor.value, stage });
      await transaction.done;
    },
    finish: async (ids, lines) => {
      const transaction = (await connect()).transaction(['outbox', 'ledger'], 'readwrite', {
        durability: 'strict',
      });
      const outbox = transaction.objectStore('outbox');
      for (const id of ids) {
        const key = await outbox.index('id').getKey(id);
        if (key !== undefined) void outbox.delete(key);
      }
      for (const line of lines) void transaction.objectStore('ledger').add(line);
      await transaction.done;
    },
    readLedger: async () => (await (await connect()).getAll('ledger')).reverse(),
  };
}
