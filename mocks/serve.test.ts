import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { describeWorld, type RunningWorld, serveWorld } from './serve.ts';

let folder = '';
let running: RunningWorld | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casefold-mocks-'));
});
afterEach(async () => {
  await running?.close();
  running = null;
  await rm(folder, { recursive: true });
});

/** A port after which at least five are likely free: a low one of those the system gives out. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise(resolve => server.close(resolve));
  return Math.min(port, 65_000);
}

async function start(environment: Record<string, string> = {}) {
  for (;;) {
    const port = await freePort();
    const file = join(folder, 'connections.json');
    const given = { SCENARIO: 'empty', MOCKS_PORT: String(port), CASEFOLD_CONNECTIONS: file, ...environment };
    try {
      running = await serveWorld(given);
      return { running, origin: (offset: number) => `http://127.0.0.1:${port + offset}`, file };
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('is in use')) throw error;
    }
  }
}

test('every vendor answers on its own port, and the connections file leads there', async () => {
  const { origin, file, running: world } = await start();
  const { connections } = JSON.parse(await readFile(file, 'utf8'));
  expect(connections[0].settings.origin).toBe(origin(0));
  expect(connections[4].settings.apiOrigin).toBe(origin(4));
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const token = await fetch(`${origin(4)}/iroh/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(await token.json()).toMatchObject({ error: 'invalid_client' });
  expect(describeWorld(world)).toHaveLength(5);
});

test('a vendor that is down has a port that refuses, until it is up again', async () => {
  const { origin } = await start();
  const put = (rules: unknown) =>
    fetch(`${origin(0)}/__faults`, { method: 'PUT', body: JSON.stringify(rules) });
  await put({ match: { vendor: 'argus' }, fault: 'refuse' });
  await expect(fetch(origin(1))).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  await put([]);
  expect((await fetch(origin(1))).status).toBeGreaterThan(0);
});

test('a broken connection is one on the wire too', async () => {
  const { origin } = await start();
  await fetch(`${origin(0)}/__faults`, { method: 'PUT', body: JSON.stringify({ fault: 'drop' }) });
  await expect(fetch(origin(4))).rejects.toThrow();
  await fetch(`${origin(0)}/__faults`, { method: 'PUT', body: JSON.stringify({ fault: 'cut' }) });
  const answer = await fetch(origin(4));
  await expect(answer.text()).rejects.toThrow();
});

test('half of an answer comes as if it were whole', async () => {
  const { origin } = await start();
  const whole = await (await fetch(origin(0))).text();
  await fetch(`${origin(0)}/__faults`, { method: 'PUT', body: JSON.stringify({ fault: 'truncate' }) });
  const half = await (await fetch(origin(0))).text();
  expect(half.length).toBeGreaterThan(5);
  expect(half).toBe(whole.slice(0, Math.floor(whole.length / 2)));
});

test("somebody's own connections file is left alone", async () => {
  const file = join(folder, 'mine.json');
  const mine = '{"connections":[{"settings":{"origin":"https://soc.example.com"}}]}';
  await writeFile(file, mine);
  await expect(start({ CASEFOLD_CONNECTIONS: file })).rejects.toThrow('are not simulated');
  expect(await readFile(file, 'utf8')).toBe(mine);
});

test('a wrong scenario or port is said in a sentence', async () => {
  await expect(serveWorld({ SCENARIO: 'huge' })).rejects.toThrow(
    'SCENARIO is one of demo, empty, large, degraded, not huge.',
  );
  await expect(serveWorld({ MOCKS_PORT: 'x' })).rejects.toThrow('MOCKS_PORT is a port number, not x.');
});
