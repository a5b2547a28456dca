import type { LedgerLine } from '../ledger-line.ts';
import type { OutboxDisk } from '../outbox-disk.ts';
import { isOnItsWay, type OutboxEntry } from '../outbox-entry.ts';

/** A disk that outlives every engine of a test: what was not given to it before a kill is gone. */
export function createPaperDisk() {
  let entries: readonly OutboxEntry[] = [];
  let ledger: readonly LedgerLine[] = [];
  const disk: OutboxDisk = {
    load: async () => structuredClone(entries),
    add: async (commands, notBefore) => {
      const added = commands.map(command => ({
        command,
        stage: { kind: 'queued', notBefore, attempts: 0, because: null } as const,
      }));
      entries = structuredClone([...entries, ...added]);
    },
    setStage: async (id, stage) => {
      const isThere = entries.some(({ command }) => command.id === id);
      entries = structuredClone(
        entries.map(entry => (entry.command.id === id ? { ...entry, stage } : entry)),
      );
      return isThere;
    },
    setBase: async (id, base) => {
      entries = structuredClone(
        entries.map(entry =>
          entry.command.id === id ? { ...entry, command: { ...entry.command, base } } : entry,
        ),
      );
    },
    finish: async line => {
      entries = entries.filter(({ command }) => command.id !== line.id);
      ledger = structuredClone([...ledger, line]);
    },
    discard: async (ids, toLine) => {
      const mine = entries.filter(entry => ids.includes(entry.command.id) && !isOnItsWay(entry));
      entries = entries.filter(entry => !mine.includes(entry));
      ledger = structuredClone([...ledger, ...mine.map(({ command }) => toLine(command))]);
    },
    readLedger: async () => ledger.toReversed(),
  };
  return { disk, entries: () => entries, ledger: () => ledger };
}
