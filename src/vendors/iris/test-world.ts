import { getResponse } from 'msw';
import type { KeepPolicy } from '#domain/connection.ts';
import type { Exchange, SectionId, SectionPage } from '#domain/section.ts';
import type { Adapter, PullPage, Watermark } from '#domain/vendor.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { type ScenarioName, scenarioNow } from '#mocks/simulator.ts';
import { createIrisSimulator } from '#mocks/vendors/iris/handlers.ts';
import type { IrisVariant } from '#mocks/vendors/iris/state.ts';
import { administratorKey, analystKey } from '#mocks/vendors/iris/users.ts';
import { irisAuthenticator } from './auth.ts';
import { iris } from './index.ts';

type WorldOptions = {
  size?: number;
  scenario?: ScenarioName;
  apiKey?: string;
  variant?: IrisVariant;
  /** Cases to be refused or broken by the server, by path. */
  answerInstead?: (path: string) => Response | undefined;
  settings?: Readonly<Record<string, string>>;
};

/** Adapter, real gateway and simulator in one process, with a clock that tests move. */
export function createTestWorld(options: WorldOptions = {}) {
  let now = scenarioNow;
  const origin = 'https://iris.example';
  const simulator = createIrisSimulator(
    {
      origin,
      scenario: options.scenario ?? 'demo',
      size: options.size ?? 30,
      now: () => now,
      epoch: scenarioNow,
    },
    options.variant,
  );
  const record = {
    id: 'iris-1',
    vendor: 'iris',
    name: 'IRIS',
    settings: { origin, defaultCid: '1', ...options.settings },
    keep: { closedDays: 90 },
    source: 'screen' as const,
  };
  /** What reached the server: method, path, query, body, cookie. */
  const sent: { method: string; path: string; search: string; body: string; cookie: string | null }[] = [];
  /** Answers to be lost: the call may have been done by then or not. */
  const losses: { path: string; when: 'before' | 'after' }[] = [];
  const traced: Exchange[] = [];
  const gateway = createGateway({
    vendors: new Map([['iris', iris]]),
    authenticators: new Map([['iris', irisAuthenticator]]),
    connections: createMemoryStore([{ record, secrets: { apiKey: options.apiKey ?? analystKey } }]),
    send: async request => {
      const { pathname, search } = new URL(request.url);
      const { method } = request;
      const body = method === 'GET' ? '' : await request.clone().text();
      sent.push({ method, path: pathname, search, body, cookie: request.headers.get('cookie') });
      const loss = losses.findIndex(({ path }) => path === pathname);
      const when = losses[loss]?.when;
      if (when !== undefined) losses.splice(loss, 1);
      if (when === 'before') throw connectionReset();
      const instead = options.answerInstead?.(pathname);
      if (instead !== undefined) return instead;
      const response = await getResponse(simulator.handlers, request);
      if (response === undefined) throw new Error(`${request.url} is not handled`);
      if (when === 'after') throw connectionReset();
      return response;
    },
    now: () => now,
    access: null,
  });
  const context = {
    connection: { ...record, secrets: { apiKey: true } },
    fetch: (request: Request) => gateway.fetch(request),
    now: () => now,
    sleep: async () => undefined,
    trace: (_signal: AbortSignal, exchange: Exchange) => {
      traced.push(exchange);
    },
  };
  const adapter: Adapter = iris.createAdapter(context);

  /** A call past the gateway, as a colleague or an administrator would make it. */
  async function askServer(path: string, body?: unknown, key = administratorKey): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await getResponse(simulator.handlers, new Request(origin + path, init));
    if (response === undefined) throw new Error(`${path} is not handled`);
    return response;
  }

  return {
    simulator,
    adapter,
    context,
    gateway,
    sent,
    traced,
    askServer,
    /** The answer to the next call of this path is lost: before it was done, or after. */
    lose: (path: string, when: 'before' | 'after') => {
      losses.push({ path, when });
    },
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}

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

export function lastMark(pages: readonly PullPage[]): Watermark {
  const last = pages.at(-1);
  if (last === undefined) throw new Error('no page came');
  return last.watermark;
}

/** A section to its end. */
export async function readSection(adapter: Adapter, section: SectionId, id: string): Promise<SectionPage[]> {
  const { signal } = new AbortController();
  const pages = [await adapter.section(section, id, null, signal)];
  for (let next = pages[0]?.next ?? null; next !== null; next = pages.at(-1)?.next ?? null) {
    pages.push(await adapter.section(section, id, next, signal));
  }
  return pages;
}
