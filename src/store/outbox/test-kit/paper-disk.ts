import type { LedgerLine } from '../ledger-line.ts';
import type { OutboxDisk } from '../outbox-disk.ts';
import type { OutboxEntry } from '../outbox-entry.ts';

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
      entries = structuredClone(
        entries.map(entry => (entry.command.id === id ? { ...entry, stage } : entry)),
      );
    },
    finish: async (ids, lines) => {
      entries = entries.filter(({ command }) => !ids.includes(command.id));
      ledger = structuredClone([...ledger, ...lines]);
    },
    readLedger: async () => ledger.toReversed(),
  };
  return { disk, entries: () => entries, ledger: () => ledger };
}
