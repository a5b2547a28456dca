import type { Command, FieldValues } from '#domain/command.ts';
import type { Receipt } from './outbox-entry.ts';

/** One line of what was written from this browser: kept here alone, for the analyst. */
export type LedgerLine = {
  /** The command's id. */
  id: string;
  command: Command;
  /** Who, as far as it is known whose credential it was; null: not known. */
  who: string | null;
  /** Epoch ms. */
  at: number;
  result: 'saved' | 'discarded';
  before: FieldValues;
  after: FieldValues;
  /** Fields that the vendor keeps otherwise than it was asked to. */
  notKept: readonly string[];
};

export function toLedgerLine(command: Command, receipt: Receipt, who: string | null): LedgerLine {
  const { before, after, notKept, readBackAt } = receipt;
  return { id: command.id, command, who, at: readBackAt, result: 'saved', before, after, notKept };
}

export function toDiscardedLine(command: Command, who: string | null, at: number): LedgerLine {
  return {
    id: command.id,
    command,
    who,
    at,
    result: 'discarded',
    before: command.base,
    after: {},
    notKept: [],
  };
}
