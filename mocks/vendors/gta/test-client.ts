import { getResponse } from 'msw';
import { scenarioNow } from '../../simulator.ts';
import { createGtaSimulator } from './handlers.ts';
import { clientId, clientPassword, customerId } from './state.ts';

export const origin = 'https://gta.test';
export const alertsPath = `/alert-management/customer/${customerId}/alerts`;
export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

export type Answer = { status: number; body: WireAnswer };
export type WireAnswer = {
  items: Record<string, never>[];
  pageInfo: {
    previous: string | null;
    next: string | null;
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
} & Record<string, never>;

/** A simulator with a clock that tests move, and a client that is signed in to it. */
export async function startSimulator(size = 60) {
  let now = scenarioNow;
  const simulator = createGtaSimulator({
    origin,
    scenario: 'demo',
    epoch: scenarioNow,
    now: () => now,
    size,
  });

  async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
    const response = await getResponse(
      simulator.handlers,
      new Request(`${origin}${path}`, { method, headers, ...(body === undefined ? {} : { body }) }),
    );
    if (response === undefined) throw new Error(`${method} ${path} was not handled`);
    const text = await response.text();
    const answer: Answer = { status: response.status, body: text === '' ? null : JSON.parse(text) };
    return answer;
  }

  const signIn = () =>
    send(
      'POST',
      '/iroh/oauth2/token',
      {
        authorization: `Basic ${btoa(`${clientId}:${clientPassword}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      'grant_type=client_credentials',
    );
  let token = String((await signIn()).body['access_token']);

  const call = (method: string, path: string, body?: unknown) =>
    send(
      method,
      path,
      { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body === undefined ? undefined : JSON.stringify(body),
    );
  return {
    simulator,
    send,
    signIn,
    async signInAgain() {
      token = String((await signIn()).body['access_token']);
    },
    token: () => token,
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown) => call('POST', path, body),
    patch: (path: string, body: unknown) => call('PATCH', path, body),
    del: (path: string) => call('DELETE', path),
    pass: (ms: number) => {
      now += ms;
    },
  };
}
