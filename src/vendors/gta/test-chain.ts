import { getResponse } from 'msw';
import type { AdapterContext, PullPage } from '#domain/vendor.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { scenarioNow } from '#mocks/simulator.ts';
import { createGtaSimulator } from '#mocks/vendors/gta/handlers.ts';
import { gtaAuthenticator } from './auth.ts';
import { gta } from './index.ts';

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

type Options = {
  size?: number;
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  /** Answers instead of the simulator where it answers at all. */
  intercept?: (request: Request) => Response | undefined;
  trace?: NonNullable<AdapterContext['trace']>;
};

/** Adapter, gateway and simulator in one process, with a clock that tests move. */
export function startChain(options: Options = {}) {
  let now = scenarioNow;
  const simulator = createGtaSimulator({
    origin: 'https://gta.test',
    scenario: 'demo',
    epoch: scenarioNow,
    now: () => now,
    size: options.size ?? 60,
  });
  const { connection } = simulator;
  const record = {
    id: connection.id,
    vendor: 'gta',
    name: connection.name,
    settings: { ...connection.settings, ...options.settings },
    keep: 'all',
    source: 'file',
  } as const;
  const sent: string[] = [];
  const gateway = createGateway({
    vendors: new Map([['gta', gta]]),
    authenticators: new Map([['gta', gtaAuthenticator]]),
    connections: createMemoryStore([{ record, secrets: options.secrets ?? connection.secrets }]),
    now: () => now,
    access: null,
    async send(request) {
      const { pathname } = new URL(request.url);
      sent.push(`${request.method} ${pathname}`);
      const answer = options.intercept?.(request) ?? (await getResponse(simulator.handlers, request));
      return answer ?? new Response(null, { status: 404 });
    },
  });
  const context: AdapterContext = {
    connection: { ...record, secrets: { clientPassword: true } },
    fetch: gateway.fetch,
    now: () => now,
    sleep: async () => undefined,
    ...(options.trace === undefined ? {} : { trace: options.trace }),
  };
  return {
    simulator,
    sent,
    gateway,
    newAdapter: () => gta.createAdapter(context),
    pass: (ms: number) => {
      now += ms;
    },
    now: () => now,
  };
}

export type Chain = ReturnType<typeof startChain>;

/** All pages of one pull. */
export async function pullPages(
  adapter: ReturnType<Chain['newAdapter']>,
  since: string | null = null,
  keep: 'all' | { closedDays: number } = 'all',
): Promise<PullPage[]> {
  const pages: PullPage[] = [];
  for await (const page of adapter.pull({ since, keep, signal: new AbortController().signal }))
    pages.push(page);
  return pages;
}

export function lastOf(pages: readonly PullPage[]): PullPage {
  const page = pages.at(-1);
  if (page === undefined) throw new Error('no page came');
  return page;
}
