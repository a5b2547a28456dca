import { getResponse } from 'msw';
import { scenarioNow } from '../../simulator.ts';
import { incydrAccounts } from './accounts.ts';
import type { Generation } from './answers.ts';
import { createIncydrSimulator, type IncydrHabits } from './handlers.ts';

export type Answer = { status: number; text: string; body: unknown; headers: Headers; bytes: Uint8Array };

/** A tenant with a clock that tests move by hand. */
export function createTestWorld(size = 60, habits: IncydrHabits = {}) {
  const clock = { now: scenarioNow };
  const origin = 'https://incydr.test';
  const simulator = createIncydrSimulator(
    { origin, scenario: 'demo', now: () => clock.now, epoch: scenarioNow, size },
    habits,
  );

  async function send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string,
  ): Promise<Answer> {
    const request = new Request(`${origin}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    const response = await getResponse(simulator.handlers, request);
    if (response === undefined) throw new Error(`nothing answers ${method} ${path}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    const isJson = response.headers.get('content-type') === 'application/json';
    return {
      status: response.status,
      text,
      body: isJson ? JSON.parse(text) : null,
      headers: response.headers,
      bytes,
    };
  }

  async function signIn(generation: Generation): Promise<string> {
    const { username, password } = incydrAccounts.analyst;
    const headers = { authorization: basic(username, password) };
    const path = generation === 'gateway' ? '/v1/auth' : '/c42api/v3/auth/jwt?useBody=true';
    const { body } = await send('GET', path, headers);
    return Object.values(body as Record<string, string>)[0] ?? '';
  }

  /** Calls with a signed-in analyst; an object is sent as JSON. */
  async function as(generation: Generation) {
    const authorization = `Bearer ${await signIn(generation)}`;
    return (method: string, path: string, body?: unknown) =>
      send(
        method,
        path,
        { authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      );
  }

  /** Path of the one case with this in its name. */
  async function pathOf(name: string): Promise<string> {
    const { body } = await (await as('gateway'))('GET', `/v1/cases?name=${encodeURIComponent(name)}`);
    const [found] = (body as { cases: { number: number }[] }).cases;
    return `/v1/cases/${found?.number}`;
  }

  return { clock, origin, simulator, send, signIn, as, pathOf };
}

export function basic(user: string, password: string): string {
  return `Basic ${btoa(`${user}:${password}`)}`;
}
