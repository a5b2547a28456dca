import { getResponse } from 'msw';
import { type SimulatorOptions, scenarioNow } from '../../simulator.ts';
import { stellarCredentials } from './access.ts';
import { createStellarSimulator } from './handlers.ts';
import { type StellarQuirks, usualQuirks } from './quirks.ts';
import type { CaseRecord } from './records.ts';

type Asked = { status: number; contentType: string; body: unknown };
type Options = { method?: string; body?: unknown; authorization?: string };

/** A simulator with a clock that a test may move, and short ways to ask it. */
export function createWorld(options: Partial<SimulatorOptions> = {}, quirks: Partial<StellarQuirks> = {}) {
  const clock = { now: scenarioNow };
  const origin = 'https://stellar.test';
  const simulator = createStellarSimulator(
    { origin, scenario: 'demo', now: () => clock.now, epoch: scenarioNow, size: 300, ...options },
    { ...usualQuirks, ...quirks },
  );

  async function send(url: string, init: RequestInit): Promise<Asked> {
    const response = await getResponse(simulator.handlers, new Request(url, init));
    if (response === undefined) throw new Error(`Nothing answers ${url}`);
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    const body: unknown = contentType.includes('json') ? JSON.parse(text) : text;
    return { status: response.status, contentType, body };
  }

  const signIn = (authorization: string) =>
    send(`${origin}/connect/api/v1/access_token`, { method: 'POST', headers: { authorization } });

  async function token(kind: 'user' | 'scoped' = 'user'): Promise<string> {
    const { username, refreshToken, scopedKey } = stellarCredentials;
    const basic = `Basic ${btoa(`${username}:${refreshToken}`)}`;
    const answer = await signIn(kind === 'user' ? basic : `Bearer ${scopedKey}`);
    return (answer.body as { access_token: string }).access_token;
  }

  /** Signs in first unless a header is given. */
  let current: Promise<string> | null = null;
  async function ask(path: string, { method = 'GET', body, authorization }: Options = {}): Promise<Asked> {
    current ??= token();
    const headers = { authorization: authorization ?? `Bearer ${await current}` };
    const url = path.startsWith('/connect') ? `${origin}${path}` : `${origin}/connect/api/v1${path}`;
    return send(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  /** Both bounds around everything, then the rest of the query. */
  async function cases(
    query: string,
    authorization?: string,
  ): Promise<{ total: number; cases: CaseRecord[] }> {
    const bounds = `FROM~created_at=1&TO~created_at=${clock.now + 1}`;
    const answer = await ask(
      `/cases?${bounds}&${query}`,
      authorization === undefined ? {} : { authorization },
    );
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return (answer.body as { data: { total: number; cases: CaseRecord[] } }).data;
  }

  return { simulator, clock, origin, signIn, token, ask, cases };
}
