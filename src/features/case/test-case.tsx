import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expose } from 'comlink';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import type { ItemDetail, SectionPage } from '#domain/section.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';
import { startEngine } from '#store/engine/engine-client.ts';
import type { Engine, Outcome, Traced } from '#store/engine/engine-port.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';

type Answering = Partial<Pick<Engine, 'detail' | 'section' | 'item' | 'row'>>;

/** The engine of this page, as far as a case asks it, on the other side of a message channel as in the browser. */
export async function startMadeUpEngine(): Promise<{ answer: (how: Answering) => void }> {
  let answering: Answering = {};
  const engine: Answering & Pick<Engine, 'start'> = {
    start: async () => {},
    detail: ref => answering.detail?.(ref) ?? unasked('detail'),
    section: (...asked) => answering.section?.(...asked) ?? unasked(`section ${asked[1]}`),
    item: (...asked) => answering.item?.(...asked) ?? unasked(`item ${asked[2]}`),
    row: ref => answering.row?.(ref) ?? Promise.resolve(null),
  };
  vi.stubGlobal('Worker', function startWorker() {
    const { port1, port2 } = new MessageChannel();
    expose(engine, port2);
    return port1;
  });
  await startEngine({ token: null, connections: [], memoryOnly: [], isVisible: true });
  return {
    answer: how => {
      answering = how;
    },
  };
}

function unasked(what: string): Promise<never> {
  return Promise.reject(new Error(`Nobody said what the engine answers to ${what}.`));
}

export function page(part: Partial<SectionPage>): SectionPage {
  return { blocks: [], entries: [], observables: [], count: null, next: null, ...part };
}

export function answered<Value extends SectionPage | ItemDetail>(
  value: Value,
  path = '/api',
): Outcome<Traced<Value>> {
  const url = `https://iris.example.com${path}`;
  return {
    ok: true,
    value: { value, calls: [{ method: 'GET', url, answer: { path }, curl: `curl '${url}'` }] },
  };
}

export function refused(init: Partial<VendorErrorInit> = {}): { ok: false; error: VendorErrorInit } {
  return {
    ok: false,
    error: {
      code: 'unavailable',
      reason: 'unavailable',
      message: 'IRIS did not answer.',
      retryable: true,
      ...init,
    },
  };
}

/** What stands around a case: the kit, an address, and nothing read yet. */
export function createWrapper(client = new QueryClient()) {
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
