import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from '@testing-library/react';
import { expose } from 'comlink';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { startEngine } from '#store/engine/engine-client.ts';
import type { Engine, EngineEvent } from '#store/engine/engine-port.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import type { OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';

// jsdom lays nothing out.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

type Asked = Partial<Pick<Engine, 'write' | 'row' | 'offers'>>;

/** The engine of this page as far as writing asks it, on the other side of a message channel as in the browser. */
export async function startWritingEngine() {
  let tell: (event: EngineEvent) => void = () => {};
  let ledger: readonly LedgerLine[] = [];
  let asked: Asked = {};
  const done: string[] = [];
  const engine: Asked & Pick<Engine, 'start' | 'retryWrite' | 'discardWrites' | 'ledger'> = {
    start: async (_options, listener) => {
      tell = listener;
    },
    retryWrite: async id => void done.push(`retry ${id}`),
    discardWrites: async ids => void done.push(`discard ${ids.join(' ')}`),
    ledger: async () => ledger,
    write: async (...given) => (await asked.write?.(...given)) ?? { ok: true, value: null },
    row: async ref => (await asked.row?.(ref)) ?? null,
    offers: async ref => (await asked.offers?.(ref)) ?? { ok: true, value: [] },
  };
  vi.stubGlobal('Worker', function startWorker() {
    const { port1, port2 } = new MessageChannel();
    expose(engine, port2);
    return port1;
  });
  await startEngine({ token: null, connections: [], memoryOnly: [], isVisible: true });
  return {
    done,
    answer: (how: Asked) => {
      asked = how;
    },
    /** What stands on disk, told to the page. */
    hold: async (entries: readonly OutboxEntry[], lines: readonly LedgerLine[] = []) => {
      ledger = lines;
      await act(async () => {
        await tell({ type: 'outbox', entries });
        await new Promise(resolve => setTimeout(resolve));
      });
    },
    tell: (event: EngineEvent) =>
      act(async () => {
        await tell(event);
        await new Promise(resolve => setTimeout(resolve));
      }),
  };
}

/** What stands around it: the kit, an address, and nothing read yet. */
export function createWrapper() {
  const client = new QueryClient();
  client.setQueryData(['connections'], {
    connections: [
      { id: 'iris-lab', vendor: 'iris', name: 'IRIS Lab', settings: {}, keep: 'all' },
      { id: 'argus-nordic', vendor: 'argus', name: 'Argus Nordic', settings: {}, keep: 'all' },
    ],
    vendors: [
      { id: 'iris', shortName: 'IRIS', sections: [] },
      { id: 'argus', shortName: 'Argus', sections: [] },
    ],
    secretStore: { kind: 'demo' },
  });
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <MemoryRouter>
        <QueryClientProvider client={client}>
          <TestKit>{children}</TestKit>
        </QueryClientProvider>
      </MemoryRouter>
    );
  };
}
