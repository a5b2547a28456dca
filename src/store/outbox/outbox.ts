import type { CaseRef } from '#domain/case.ts';
import type { Command, Writer } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { WaitForTurn } from '../engine/leadership.ts';
import { createBell } from './bell.ts';
import { type LedgerLine, toDiscardedLine } from './ledger-line.ts';
import type { OutboxDisk } from './outbox-disk.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import { runOutbox } from './run-outbox.ts';

/** Tells the other tabs of the profile that the disk holds something else. */
export type OutboxChannel = {
  post: (message: OutboxMessage) => void;
  listen: (listener: (message: OutboxMessage) => void) => void;
};
export type OutboxMessage = { type: 'changed' } | { type: 'written'; ref: CaseRef };

export type OutboxParts = {
  disk: OutboxDisk;
  channel: OutboxChannel;
  /** One tab of the profile sends, seen or not. */
  waitForTurn: WaitForTurn;
  writerOf: (connectionId: string) => Writer | null;
  whoOf: (connectionId: string) => string | null;
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** What waits, whenever it changes. */
  tellEntries: (entries: readonly OutboxEntry[]) => void;
  /** A record was changed at the vendor, by whichever tab. */
  tellWritten: (ref: CaseRef) => void;
  tellTrouble: (sentence: string) => void;
};

export type Outbox = {
  start: () => Promise<void>;
  /** Stops sending, for good: Casefold does not take this page any more. What waits stays on disk. */
  end: () => void;
  /** Looks at once for what can go: a connection is healthy again. */
  wake: () => void;
  /** Resolves once they are safe on disk; rejects when they cannot be kept, and then nothing was. */
  write: (commands: readonly Command[], delayMs: number) => Promise<void>;
  /** Sends one again that failed, or one in conflict as it was meant: what stands there now was seen. */
  retry: (id: string) => Promise<void>;
  /** Takes commands out that were not sent. They stay in the ledger, with their text. */
  discard: (ids: readonly string[]) => Promise<void>;
  entries: () => Promise<readonly OutboxEntry[]>;
  ledger: () => Promise<readonly LedgerLine[]>;
};

export function createOutbox(parts: OutboxParts): Outbox {
  const { disk, channel, now } = parts;
  const bell = createBell(parts.sleep);
  const life = new AbortController();

  async function tellAll(): Promise<void> {
    parts.tellEntries(await disk.load());
  }

  function changed(): void {
    channel.post({ type: 'changed' });
    bell.ring();
    void tellAll();
  }

  function hear(message: OutboxMessage): void {
    if (message.type === 'written') parts.tellWritten(message.ref);
    else {
      bell.ring();
      void tellAll();
    }
  }

  const find = async (id: string) => (await disk.load()).find(({ command }) => command.id === id);

  return {
    start: async () => {
      channel.listen(hear);
      await tellAll();
      void parts
        .waitForTurn(
          () =>
            runOutbox({
              ...parts,
              bell,
              signal: life.signal,
              changed,
              broke: error => parts.tellTrouble(sayBroken(error)),
              written: ({ command }) => {
                parts.tellWritten(command.ref);
                channel.post({ type: 'written', ref: command.ref });
              },
            }),
          life.signal,
        )
        .catch((error: unknown) => {
          if (!life.signal.aborted) parts.tellTrouble(sayBroken(error));
        });
    },
    end: () => life.abort(),
    wake: () => bell.ring(),
    write: async (commands, delayMs) => {
      await disk.add(commands, now() + delayMs).catch(error => {
        throw notKept(error);
      });
      changed();
    },
    retry: async id => {
      const entry = await find(id);
      if (entry === undefined || (entry.stage.kind !== 'failed' && entry.stage.kind !== 'conflict')) return;
      const { command, stage } = entry;
      if (stage.kind === 'conflict') await disk.setBase(id, { ...command.base, ...stage.theirs });
      await disk.setStage(id, { kind: 'queued', notBefore: now(), attempts: 0, because: null });
      changed();
    },
    discard: async ids => {
      await disk.discard(ids, command =>
        toDiscardedLine(command, parts.whoOf(command.ref.connectionId), now()),
      );
      changed();
    },
    entries: () => disk.load(),
    ledger: () => disk.readLedger(),
  };
}

function notKept(error: unknown): VendorError {
  const detail = error instanceof Error ? error.name : String(error);
  return new VendorError({
    code: 'unavailable',
    reason: 'not-kept-here',
    message: `It could not be kept on this machine (${detail}). Nothing was sent, and what you typed is still here.`,
    retryable: false,
  });
}

function sayBroken(error: unknown): string {
  const detail = error instanceof Error ? error.message : String(error);
  return `A change could not be taken further here (${detail}). It is kept; reload to try again.`;
}
