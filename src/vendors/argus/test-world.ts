import { getResponse } from 'msw';
import type { KeepPolicy } from '#domain/connection.ts';
import type { Adapter, PullPage, Watermark } from '#domain/vendor.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { type ScenarioName, scenarioNow } from '#mocks/simulator.ts';
import { createArgusSimulator } from '#mocks/vendors/argus/handlers.ts';
import { argusAuthenticator } from './auth.ts';
import { argus } from './index.ts';

type SentCall = { method: string; path: string; body: Record<string, unknown> | null };

/** Adapter, real gateway and simulator in one process, with a clock that tests move. */
export function createTestWorld(size: number, options: { scenario?: ScenarioName; apiKey?: string } = {}) {
  let now = scenarioNow;
  const origin = 'https://api.mnemonic.no';
  const simulator = createArgusSimulator({
    origin,
    scenario: options.scenario ?? 'demo',
    size,
    now: () => now,
    epoch: scenarioNow,
  });
  const sent: SentCall[] = [];
  const waits: number[] = [];
  /**
   * `beforeSend` runs before a call reaches the simulator and may answer in its place; `afterSend` once it was done,
   * before its answer is read. What they throw is a broken connection.
   */
  const hooks: { beforeSend: (call: SentCall) => unknown; afterSend: (call: SentCall) => void } = {
    beforeSend: () => undefined,
    afterSend: () => undefined,
  };
  const record = {
    id: 'argus-1',
    vendor: 'argus',
    name: 'Argus',
    settings: { origin },
    keep: { closedDays: 90 },
    source: 'screen' as const,
  };
  const gateway = createGateway({
    vendors: new Map([['argus', argus]]),
    authenticators: new Map([['argus', argusAuthenticator]]),
    connections: createMemoryStore([
      { record, secrets: { apiKey: options.apiKey ?? simulator.connection.secrets['apiKey'] ?? '' } },
    ]),
    send: async request => {
      const text = request.method === 'GET' ? '' : await request.clone().text();
      const { pathname, search } = new URL(request.url);
      const call = {
        method: request.method,
        path: pathname + search,
        body: text === '' ? null : JSON.parse(text),
      };
      sent.push(call);
      const instead = hooks.beforeSend(call);
      if (instead instanceof Response) return instead;
      const response = await getResponse(simulator.handlers, request);
      if (response === undefined) throw new Error(`${request.url} is not handled`);
      hooks.afterSend(call);
      return response;
    },
    now: () => now,
    access: null,
  });
  /** Another one remembers nothing of the first, like a page that was loaded again. */
  const createAdapter = (): Adapter =>
    argus.createAdapter({
      connection: { ...record, secrets: { apiKey: true } },
      fetch: request => gateway.fetch(request),
      now: () => now,
      sleep: async ms => {
        waits.push(ms);
      },
    });
  const adapter = createAdapter();
  return {
    simulator,
    world: simulator.world,
    adapter,
    createAdapter,
    gateway,
    sent,
    waits,
    hooks,
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

export type TestWorld = ReturnType<typeof createTestWorld>;

export async function pullAll(
  adapter: Adapter,
  since: Watermark | null,
  keep: KeepPolicy = { closedDays: 90 },
): Promise<PullPage[]> {
  const pages: PullPage[] = [];
  for await (const page of adapter.pull({ since, keep, signal: new AbortController().signal }))
    pages.push(page);
  return pages;
}

export function idsOf(pages: readonly PullPage[]): Set<string> {
  return new Set(pages.flatMap(page => page.rows.map(row => row.id)));
}

export function lastMark(pages: readonly PullPage[]): Watermark {
  const last = pages.at(-1);
  if (last === undefined) throw new Error('no page came');
  return last.watermark;
}
