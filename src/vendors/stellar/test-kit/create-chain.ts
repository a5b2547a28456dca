import { getResponse } from 'msw';
import type { Connection, KeepPolicy } from '#domain/connection.ts';
import type { PullPage, Watermark } from '#domain/vendor.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { type ScenarioName, scenarioNow } from '#mocks/simulator.ts';
import { createStellarSimulator } from '#mocks/vendors/stellar/handlers.ts';
import { type StellarQuirks, usualQuirks } from '#mocks/vendors/stellar/quirks.ts';
import { stellarAuthenticator } from '../auth.ts';
import { stellar } from '../index.ts';

type ChainOptions = {
  size?: number;
  scenario?: ScenarioName;
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  keep?: KeepPolicy;
  quirks?: Partial<StellarQuirks>;
  /** Stands between gateway and vendor; answers instead of it, or lets the request through with null. */
  intercept?: (request: Request) => Response | Promise<Response | null> | null;
};

const origin = 'https://stellar.test';

/** The real chain in one process: adapter, gateway, simulator, with a clock that a test may move. */
export function createChain(options: ChainOptions = {}) {
  const clock = { now: scenarioNow };
  const now = () => clock.now;
  const { size = 60, scenario = 'demo', keep = 'all', intercept = () => null } = options;
  const simulator = createStellarSimulator(
    { origin, scenario, now, epoch: scenarioNow, size },
    { ...usualQuirks, ...options.quirks },
  );
  const settings = { ...simulator.connection.settings, ...options.settings };
  const secrets = options.secrets ?? simulator.connection.secrets;
  const record = {
    id: 'stellar',
    vendor: 'stellar',
    name: 'Stellar',
    settings,
    keep,
    source: 'demo' as const,
  };

  /** What reached the vendor, in order. */
  const sent: Request[] = [];
  const gateway = createGateway({
    vendors: new Map([['stellar', stellar]]),
    authenticators: new Map([['stellar', stellarAuthenticator]]),
    connections: createMemoryStore([{ record, secrets }]),
    now,
    access: null,
    send: async request => {
      sent.push(request.clone());
      const answer = await intercept(request);
      return (
        answer ?? (await getResponse(simulator.handlers, request)) ?? new Response(null, { status: 502 })
      );
    },
  });
  const connection: Connection = { ...record, secrets: { apiKey: true } };
  /** As after a reload: it remembers nothing. */
  const newAdapter = () =>
    stellar.createAdapter({ connection, fetch: gateway.fetch, now, sleep: async () => undefined });
  const adapter = newAdapter();

  async function pull(since: Watermark | null = null, signal = new AbortController().signal) {
    const pages: PullPage[] = [];
    for await (const page of adapter.pull({ since, keep, signal })) pages.push(page);
    return pages;
  }

  const listed = () =>
    sent.map(request => new URL(request.url)).filter(url => url.pathname === '/connect/api/v1/cases');

  return { adapter, newAdapter, gateway, simulator, clock, sent, pull, listed };
}

/** Rows as the store would hold them: the last one of each id. */
export function heldAfter(pages: readonly PullPage[]) {
  return new Map(pages.flatMap(({ rows }) => rows.map(row => [row.id, row] as const)));
}

export const signal = new AbortController().signal;
