import type { Command } from '#domain/command.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { OutboxEntry, Stage } from './outbox-entry.ts';

/** Where commands wait. Every method resolves only once what it did is safe on disk, and rejects when it is not. */
export interface OutboxDisk {
  /** In the order in which they were made. */
  load(): Promise<readonly OutboxEntry[]>;
  /** New commands, all or none. */
  add(commands: readonly Command[], notBefore: number): Promise<void>;
  /** Another stage of one command. Nothing happens when it was taken away meanwhile. */
  setStage(id: string, stage: Stage): Promise<void>;
  /** Takes commands out and writes what became of them into the ledger, in one step. */
  finish(ids: readonly string[], lines: readonly LedgerLine[]): Promise<void>;
  /** The ledger, newest first. */
  readLedger(): Promise<readonly LedgerLine[]>;
}
