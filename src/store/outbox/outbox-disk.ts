import type { Command, FieldValues } from '#domain/command.ts';
import type { LedgerLine } from './ledger-line.ts';
import type { OutboxEntry, Stage } from './outbox-entry.ts';

/** Where commands wait. Every method resolves only once what it did is safe on disk, and rejects when it is not. */
export interface OutboxDisk {
  /** In the order in which they were made. */
  load(): Promise<readonly OutboxEntry[]>;
  /** New commands, all or none. */
  add(commands: readonly Command[], notBefore: number): Promise<void>;
  /** Another stage of one command. False: it was taken away meanwhile, and nothing happened. */
  setStage(id: string, stage: Stage): Promise<boolean>;
  /** Another base: what an analyst has seen meanwhile. */
  setBase(id: string, base: FieldValues): Promise<void>;
  /** Takes one out and writes what became of it into the ledger, in one step. */
  finish(line: LedgerLine): Promise<void>;
  /** The same for those of `ids` that are not on their way: what was sent cannot be called back. */
  discard(ids: readonly string[], toLine: (command: Command) => LedgerLine): Promise<void>;
  /** The ledger, newest first. */
  readLedger(): Promise<readonly LedgerLine[]>;
}
