import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expose } from 'comlink';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { QueueRow } from '#domain/case.ts';
import type { Change, Command, Offer } from '#domain/command.ts';
import { startEngine } from '#store/engine/engine-client.ts';
import type { Engine, EngineEvent } from '#store/engine/engine-port.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import type { OutboxEntry, Stage } from '#store/outbox/outbox-entry.ts';
import { sampleRow } from '../sample-case.ts';
import { createWrapper } from '../test-case.tsx';
import { CaseWritingProvider } from './case-writing-provider.tsx';

type Asked = Partial<Pick<Engine, 'write' | 'offers'>>;

// jsdom lays nothing out.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView ??= () => {};
if (!('fonts' in document)) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** The engine of this page as far as writing on a case asks it, on the other side of a message channel. */
export async function startCaseWriting() {
  let tell: (event: EngineEvent) => void = () => {};
  let ledger: readonly LedgerLine[] = [];
  let asked: Asked = {};
  const done: string[] = [];
  const written: Command[] = [];
  const engine: Asked & Pick<Engine, 'start' | 'retryWrite' | 'discardWrites' | 'ledger'> = {
    start: async (_options, listener) => {
      tell = listener;
    },
    retryWrite: async id => void done.push(`retry ${id}`),
    discardWrites: async ids => void done.push(`discard ${ids.join(' ')}`),
    ledger: async () => ledger,
    write: async (commands, delayMs) => {
      const outcome = (await asked.write?.(commands, delayMs)) ?? { ok: true, value: null };
      if (outcome.ok) written.push(...commands);
      return outcome;
    },
    offers: async ref => (await asked.offers?.(ref)) ?? { ok: true, value: [] },
  };
  vi.stubGlobal('Worker', function startWorker() {
    const { port1, port2 } = new MessageChannel();
    expose(engine, port2);
    return port1;
  });
  await startEngine({ token: null, connections: [], memoryOnly: [], isVisible: true });
  const settle = () => new Promise(resolve => setTimeout(resolve));
  return {
    done,
    written,
    answer: (how: Asked) => {
      asked = how;
      done.length = 0;
      written.length = 0;
    },
    offer: (...offers: readonly Offer[]) => {
      asked = { ...asked, offers: async () => ({ ok: true, value: offers }) };
    },
    hold: (entries: readonly OutboxEntry[], lines: readonly LedgerLine[] = []) =>
      act(async () => {
        ledger = lines;
        await tell({ type: 'outbox', entries });
        await settle();
      }),
    tell: (event: EngineEvent) =>
      act(async () => {
        await tell(event);
        await settle();
      }),
  };
}

export function offer(part: Partial<Offer> & Pick<Offer, 'name'>): Offer {
  return {
    unavailable: null,
    choices: [],
    warning: '',
    isFinal: false,
    maxLength: null,
    format: 'text',
    ...part,
  };
}

export function waiting(id: string, change: Change, stage?: Stage, base = {}): OutboxEntry {
  return {
    command: commandOf(id, change, base),
    stage: stage ?? { kind: 'queued', notBefore: 0, attempts: 0, because: null },
  };
}

export function savedLine(id: string, change: Change, part: Partial<LedgerLine> = {}): LedgerLine {
  return {
    id,
    command: commandOf(id, change, {}),
    who: 'Mari Dahl',
    at: Date.now() + 1_000,
    result: 'saved',
    before: {},
    after: {},
    notKept: [],
    ...part,
  };
}

function commandOf(id: string, change: Change, base: Command['base']): Command {
  const { connectionId, id: recordId, number, title } = sampleRow;
  return {
    id,
    ref: { connectionId, id: recordId },
    title: `${number} ${title}`,
    change,
    base,
    madeAt: Date.UTC(2026, 10, 22, 7, 30),
    batchId: null,
  };
}

/** Within the page of one case. */
export function showWriting(children: ReactNode, row: QueueRow = sampleRow) {
  const user = userEvent.setup();
  const view = render(
    <CaseWritingProvider caseRef={row} row={row} badge="IRIS" readAt={Date.now() - 60_000} isStill>
      {children}
    </CaseWritingProvider>,
    { wrapper: createWrapper() },
  );
  return { user, ...view };
}
