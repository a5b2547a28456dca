import { getResponse } from 'msw';
import type { KeepPolicy } from '#domain/connection.ts';
import type { Adapter, PullPage, Watermark } from '#domain/vendor.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createMemoryStore } from '#gateway/memory-store.ts';
import { scenarioNow } from '#mocks/simulator.ts';
import { incydrAccounts } from '#mocks/vendors/incydr/accounts.ts';
import { createIncydrSimulator, type IncydrHabits } from '#mocks/vendors/incydr/handlers.ts';
import { incydrAuthenticator } from './auth.ts';
import { incydr } from './index.ts';

type TestWorldOptions = {
  settings?: Record<string, string>;
  secrets?: Record<string, string>;
  habits?: IncydrHabits;
};

const { analyst, client, twoFactor } = incydrAccounts;

/** Connections that differ by generation and by who signs in. */
export const logins = {
  user: { settings: { login: 'user', username: analyst.username }, secrets: { password: analyst.password } },
  twoFactor: {
    settings: { login: 'user', username: twoFactor.username, totp: 'yes' },
    secrets: { password: twoFactor.password },
  },
  client: {
    settings: { login: 'client', clientId: client.clientId },
    secrets: { clientSecret: client.clientSecret },
  },
} as const satisfies Record<string, TestWorldOptions>;

/** Adapter, real gateway and simulator in one process, with a clock that tests move. */
export function createTestWorld(size: number, options: TestWorldOptions = logins.user) {
  let now = scenarioNow;
  const origin = 'https://api.us2.code42.com';
  const simulator = createIncydrSimulator(
    { origin, scenario: 'demo', size, now: () => now, epoch: scenarioNow },
    options.habits,
  );
  const sent: string[] = [];
  const bodies: unknown[] = [];
  /**
   * `beforeSend` runs before a call reaches the simulator and may answer in its place; `afterSend` once it was done,
   * before its answer is read. What they throw is a broken connection.
   */
  const hooks: {
    beforeSend: (path: string, method: string) => Promise<Response | undefined> | Response | undefined;
    afterSend: (path: string, method: string) => Promise<void> | void;
  } = {
    beforeSend: () => undefined,
    afterSend: () => undefined,
  };
  const record = {
    id: 'incydr-1',
    vendor: 'incydr',
    name: 'Incydr US2',
    settings: { api: 'gateway', casesOrigin: origin, consoleOrigin: origin, ...options.settings },
    keep: { closedDays: 90 },
    source: 'screen' as const,
  };

  async function ask(request: Request): Promise<Response> {
    const response = await getResponse(simulator.handlers, request);
    if (response === undefined) throw new Error(`${request.url} is not handled`);
    return response;
  }

  const gateway = createGateway({
    vendors: new Map([['incydr', incydr]]),
    authenticators: new Map([['incydr', incydrAuthenticator]]),
    connections: createMemoryStore([{ record, secrets: options.secrets ?? {} }]),
    send: async request => {
      const { pathname, search } = new URL(request.url);
      sent.push(`${request.method} ${pathname}${search}`);
      if (request.method === 'PUT') bodies.push(await request.clone().json());
      const instead = await hooks.beforeSend(pathname, request.method);
      if (instead !== undefined) return instead;
      const response = await ask(request);
      await hooks.afterSend(pathname, request.method);
      return response;
    },
    now: () => now,
    access: null,
  });
  /** Another one remembers nothing of the first, like a page that was loaded again. */
  const createAdapter = (): Adapter =>
    incydr.createAdapter({
      connection: { ...record, secrets: {} },
      fetch: request => gateway.fetch(request),
      now: () => now,
      sleep: async () => undefined,
    });
  const adapter = createAdapter();

  /** A colleague's call straight to the vendor. */
  async function colleague(method: string, path: string, body?: object): Promise<unknown> {
    const authorization = `Basic ${btoa(`${client.clientId}:${client.clientSecret}`)}`;
    const signedIn = await ask(
      new Request(`${origin}/v1/oauth`, { method: 'POST', headers: { authorization } }),
    );
    const { access_token: token } = (await signedIn.json()) as { access_token: string };
    const response = await ask(
      new Request(`${origin}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return response.status === 204 ? null : response.json();
  }

  return {
    simulator,
    adapter,
    createAdapter,
    gateway,
    sent,
    /** What was put, whole. */
    bodies,
    hooks,
    colleague,
    now: () => now,
    advance: (ms: number) => {
      now += ms;
    },
  };
}

export async function pullAll(
  adapter: Adapter,
  since: Watermark | null = null,
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
