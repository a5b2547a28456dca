import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Command } from '#domain/command.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { OutboxDisk } from './outbox-disk.ts';
import { isOnItsWay, type OutboxEntry } from './outbox-entry.ts';

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

  async function change(id: string, to: (entry: OutboxEntry) => OutboxEntry): Promise<boolean> {
    const transaction = (await connect()).transaction('outbox', 'readwrite', { durability: 'strict' });
    const cursor = await transaction.store.index('id').openCursor(id);
    if (cursor !== null) void cursor.update(to(cursor.value));
    await transaction.done;
    return cursor !== null;
  }

  /** Out of the one and into the other, in one transaction. */
  async function move(
    ids: readonly string[],
    isMeant: (entry: OutboxEntry) => boolean,
    toLine: (command: Command) => LedgerLine,
  ): Promise<void> {
    const stores = ['outbox', 'ledger'] as const;
    const transaction = (await connect()).transaction(stores, 'readwrite', { durability: 'strict' });
    for (const id of ids) {
      const cursor = await transaction.objectStore('outbox').index('id').openCursor(id);
      if (cursor === null || !isMeant(cursor.value)) continue;
      void transaction.objectStore('ledger').add(toLine(cursor.value.command));
      void cursor.delete();
    }
    await transaction.done;
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
    setStage: (id, stage) => change(id, entry => ({ ...entry, stage })),
    setBase: async (id, base) => {
      await change(id, entry => ({ ...entry, command: { ...entry.command, base } }));
    },
    finish: line =>
      move(
        [line.id],
        () => true,
        () => line,
      ),
    discard: (ids, toLine) => move(ids, entry => !isOnItsWay(entry), toLine),
    readLedger: async () => (await (await connect()).getAll('ledger')).reverse(),
  };
}
