import type { Command, FieldValues } from '#domain/command.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';

/**
 * Where a command stands. 'unknown': it was sent and nobody knows whether it arrived; it is looked up before anything
 * else. 'conflict': somebody changed the same fields meanwhile; an analyst decides.
 */
export type Stage =
  | { kind: 'queued'; notBefore: number; attempts: number; because: VendorErrorInit | null }
  /** The time it was sent stands on disk before the first byte leaves. */
  | { kind: 'sending'; sentAt: number; attempts: number }
  | { kind: 'unknown'; sentAt: number; attempts: number; notBefore: number }
  | { kind: 'saved'; receipt: Receipt }
  | { kind: 'failed'; error: VendorErrorInit; attempts: number }
  | { kind: 'conflict'; theirs: FieldValues };

export type OutboxEntry = { command: Command; stage: Stage };

/** What a write did, read back from the vendor. */
export type Receipt = {
  before: FieldValues;
  after: FieldValues;
  /** Epoch ms of the read that saw it. */
  readBackAt: number;
  /** Nothing was sent: it was there already. */
  wasThere: boolean;
  /** Fields that the vendor keeps otherwise than it was asked to. */
  notKept: readonly string[];
};

/** Does it wait for a person? */
export function needsSomebody({ stage }: OutboxEntry): boolean {
  return stage.kind === 'failed' || stage.kind === 'conflict';
}

/** Was it sent, with the end not known yet? */
export function isOnItsWay({ stage }: OutboxEntry): boolean {
  return stage.kind === 'sending' || stage.kind === 'unknown';
}

/** Is it still to be sent or looked up? */
export function isPending(entry: OutboxEntry): boolean {
  return entry.stage.kind === 'queued' || isOnItsWay(entry);
}
