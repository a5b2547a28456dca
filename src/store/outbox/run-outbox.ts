import type { Writer } from '#domain/command.ts';
import { type AdvanceParts, advanceEntry } from './advance-entry.ts';
import type { Bell } from './bell.ts';
import { chooseNext } from './choose-next.ts';
import { toLedgerLine } from './ledger-line.ts';
import type { OutboxDisk } from './outbox-disk.ts';
import type { OutboxEntry, Stage } from './outbox-entry.ts';

export type RunOutboxParts = Pick<AdvanceParts, 'now' | 'sleep' | 'random' | 'signal'> & {
  disk: OutboxDisk;
  /** null: a connection that is not set up here, or not any more. What waits for it waits. */
  writerOf: (connectionId: string) => Writer | null;
  /** Whose credential a connection uses. */
  whoOf: (connectionId: string) => string | null;
  /** Rung when there may be something new to do. */
  bell: Bell;
  /** Something changed on disk. */
  changed: () => void;
  /** Something failed here that no vendor did: the disk, or a mistake of ours. Its command stays where it is. */
  broke: (error: unknown) => void;
  /** A record was changed at the vendor. */
  written: (entry: OutboxEntry) => void;
};

const idleMs = 60_000;

/** Sends what waits, until the signal aborts. One at a time runs for a browser profile: who calls this holds the lock. */
export async function runOutbox(parts: RunOutboxParts): Promise<void> {
  const { disk, signal, bell, now } = parts;
  const running = new Map<string, Promise<void>>();
  /** What broke down here: left alone until the next start, so that it is not tried without end. */
  const stuck = new Set<string>();

  function begin(entry: OutboxEntry, writer: Writer): void {
    const { id } = entry.command;
    const work = advance(entry, writer, parts)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        stuck.add(id);
        parts.broke(error);
      })
      .finally(() => {
        running.delete(id);
        bell.ring();
      });
    running.set(id, work);
  }

  try {
    while (!signal.aborted) {
      const { ready, nextAt } = chooseNext(await disk.load(), new Set([...running.keys(), ...stuck]), now());
      for (const entry of ready) {
        const writer = parts.writerOf(entry.command.ref.connectionId);
        if (writer !== null) begin(entry, writer);
      }
      await bell.wait(Math.max(0, Math.min(idleMs, (nextAt ?? Number.POSITIVE_INFINITY) - now())), signal);
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}

async function advance(entry: OutboxEntry, writer: Writer, parts: RunOutboxParts): Promise<void> {
  const { command } = entry;
  const keep = async (stage: Stage) => {
    const isThere = await parts.disk.setStage(command.id, stage);
    parts.changed();
    return isThere;
  };
  const stage = await advanceEntry(entry, { ...parts, writer, keep });
  if (stage === null) return;
  if (stage.kind === 'saved') {
    await parts.disk.finish(toLedgerLine(command, stage.receipt, parts.whoOf(command.ref.connectionId)));
    parts.changed();
    parts.written({ command, stage });
  } else await keep(stage);
}
