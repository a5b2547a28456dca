import { formatRef } from '#domain/case.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import type { OutboxEntry } from '#store/outbox/outbox-entry.ts';

/** Changes that were made in one go: what still waits of them, and what became of the others. */
export type Batch = { id: string; entries: readonly OutboxEntry[]; lines: readonly LedgerLine[] };

export type EntryGroups = {
  /** The latest first. */
  batches: readonly Batch[];
  /** Changes made by themselves, in the order in which they were made. */
  single: readonly OutboxEntry[];
};

/** `since`: of the batches that are done, those made after this instant (epoch ms) are kept in sight. */
export function groupEntries(
  entries: readonly OutboxEntry[],
  ledger: readonly LedgerLine[],
  since: number,
): EntryGroups {
  const batches = new Map<string, { entries: OutboxEntry[]; lines: LedgerLine[]; madeAt: number }>();
  const single: OutboxEntry[] = [];
  for (const entry of entries) {
    const { batchId, madeAt } = entry.command;
    if (batchId === null) single.push(entry);
    else open(batchId, madeAt).entries.push(entry);
  }
  for (const line of ledger) {
    const { batchId, madeAt } = line.command;
    if (batchId === null || (madeAt < since && !batches.has(batchId))) continue;
    open(batchId, madeAt).lines.push(line);
  }
  return {
    single,
    batches: [...batches]
      .sort(([, one], [, other]) => other.madeAt - one.madeAt)
      .map(([id, { entries: waiting, lines }]) => ({ id, entries: waiting, lines })),
  };

  function open(id: string, madeAt: number) {
    const found = batches.get(id) ?? { entries: [], lines: [], madeAt };
    batches.set(id, found);
    return found;
  }
}

/** Ids of those that another change of the same record holds back. */
export function findHeldBack(entries: readonly OutboxEntry[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const held = new Set<string>();
  for (const { command } of entries) {
    const ref = formatRef(command.ref);
    if (seen.has(ref)) held.add(command.id);
    seen.add(ref);
  }
  return held;
}
