import type { Change, Command } from '#domain/command.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import type { OutboxEntry, Stage } from '#store/outbox/outbox-entry.ts';

export function command(id: string, change: Change, part: Partial<Command> = {}): Command {
  return {
    id,
    ref: { connectionId: 'iris-lab', id: '412' },
    title: '#412 AiTM session theft',
    change,
    base: {},
    madeAt: Date.UTC(2026, 10, 22, 7, 30),
    batchId: null,
    ...part,
  };
}

export function waiting(id: string, change: Change, stage?: Stage, part?: Partial<Command>): OutboxEntry {
  return {
    command: command(id, change, part),
    stage: stage ?? { kind: 'queued', notBefore: 0, attempts: 0, because: null },
  };
}

export function failed(message: string): Stage {
  return {
    kind: 'failed',
    error: { code: 'invalid', reason: 'test', message, retryable: false },
    attempts: 1,
  };
}

export function line(id: string, change: Change, part: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id,
    command: command(id, change),
    who: 'Mari Dahl',
    at: Date.UTC(2026, 10, 22, 7, 31, 9),
    result: 'saved',
    before: {},
    after: {},
    notKept: [],
    ...part,
  };
}

export function post(text: string): Change {
  return { name: 'post', section: 'comments', text, isInternal: false, replyTo: null };
}
