import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from './start-server.ts';
import { sendRaw, statusOf } from './test-kit/raw-request.ts';
import { createTestFolder, startCasefold, type TestCasefold } from './test-kit/start-casefold.ts';
import { answerJson, type FakeVendor, startVendor } from './test-kit/start-vendor.ts';

let casefold: TestCasefold;
let vendor: FakeVendor;
beforeAll(async () => {
  vendor = await startVendor();
  casefold = await startCasefold([
    { id: 'plum-1', settings: { origin: vendor.origin } },
    {
      id: 'user',
      settings: { origin: vendor.origin, login: 'user', username: 'canary-user' },
      secrets: { apiKey: 'canary-password' },
    },
  ]);
  await mkdir(join(casefold.folder, 'assets'));
  await writeFile(join(casefold.folder, 'assets', 'index-abc123.js'), 'export {};');
  await writeFile(join(casefold.folder, 'favicon.svg'), '<svg/>');
});
afterAll(async () => {
  await casefold.close();
  await vendor.close();
});

describe('the app', () => {
  test.each(['/', '/queue', '/case/plum-1/a.b%2Fc', '/triage?q=x', '/connections', '/nowhere'])(
    'is the answer to its route %s',
    async path => {
      const response = await fetch(casefold.origin + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Casefold</title>');
      expect(Object.fromEntries(response.headers)).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'content-security-policy': expect.stringContaining(
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
        ),
      });
    },
  );

  test('serves hashed files for good and others afresh', async () => {
    const hashed = await fetch(`${casefold.origin}/assets/index-abc123.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const icon = await fetch(`${casefold.origin}/favicon.svg`, { method: 'HEAD' });
    expect(icon.headers.get('cache-control')).toBe('no-store');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
  });

  test.each([
    '/assets/gone.js',
    '/mockServiceWorker.js',
    '/.env',
    '/assets/../declared.json',
    '/%00',
    '/%2e%2e%2fx',
  ])('has no %s', async path => {
    const received = await sendRaw(
      casefold.port,
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${casefold.port}\r\n\r\n`,
    );
    expect([400, 404]).toContain(statusOf(received));
  });

  test.each([
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/assets/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/..%5c..%5cetc%5cpasswd',
  ])('reads nothing outside of its folder: %s', async path => {
    const received = await sendRaw(
      casefold.port,
      `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${casefold.port}\r\n\r\n`,
    );
    expect(received).not.toContain('root:');
  });

  test('takes no writes', async () => {
    expect((await fetch(casefold.origin, { method: 'POST' })).status).toBe(405);
  });
});

test('what is logged is known beforehand: no address, no value, one line a call', async () => {
  casefold.logLines.length = 0;
  vendor.answer = answerJson({ token: 'canary-token', seconds: 600 });
  await casefold.call('/api/c/user/v1/cases?text=canary-search');
  await casefold.call('/api/c/user/v1/cases/canary-path%0a');
  await casefold.call('/api/c/user/v1/canary', {
    method: 'POST',
    body: '{"text":"canary\\n{\\"forged\\":1}"}',
  });
  await casefold.call('/api/c/canary-connection/v1/cases');
  await casefold.call('/api/connections/user/sign-in', { method: 'POST', body: '{"totp":"999111"}' });
  vendor.answer = answerJson({ error: 'canary-answer' }, 401);
  await casefold.call('/api/c/plum-1/v1/cases');
  const logged = casefold.logLines.map(line => JSON.parse(line));
  expect(logged.map(({ operation, status, code }) => [operation, status, code])).toEqual([
    ['list', 200, null],
    [null, 404, 'not-listed'],
    [null, 404, 'not-listed'],
    [null, 404, 'unknown-connection'],
    [null, 204, null],
    ['list', 424, 'credential-refused'],
  ]);
  expect(casefold.logLines.join('').replaceAll('canary-connection', '')).not.toMatch(
    /canary|999111|127\.0\.0\.1/,
  );
  expect(casefold.logLines.join('')).not.toContain(casefold.token);
});

test('no answer to anything shows a secret', async () => {
  const answers: string[] = [];
  const collect = async (path: string, init?: RequestInit) => {
    const response = await casefold.call(path, init);
    answers.push(await response.text(), JSON.stringify([...response.headers]));
  };
  for (const answer of [
    answerJson({ token: 'canary-token', seconds: 600 }),
    answerJson({ error: 'totp canary-user' }, 401),
    answerJson({ error: 'canary-password' }, 500),
  ]) {
    vendor.answer = answer;
    await collect('/api/connections/user/check', { method: 'POST' });
    await collect('/api/connections/user/sign-in', { method: 'POST', body: '{"totp":"999111"}' });
  }
  await collect('/api/connections');
  await collect('/api/health');
  expect(answers.join('\n')).not.toMatch(/canary-(password|token|key)|999111/);
});

describe('what stands in the way of a start is one sentence', () => {
  const start = async (environment: Record<string, string>, appFolder = casefold.folder) => {
    const failed = await startServer({
      appFolder,
      environment: {
        PORT: '0',
        CASEFOLD_HOME: join(casefold.folder, 'other'),
        CASEFOLD_SECRETS: 'memory',
        ...environment,
      },
    }).then(
      () => null,
      (error: Error) => error,
    );
    expect(failed?.name).toBe('StartError');
    return failed?.message ?? '';
  };

  test.each([
    [{ HOST: '0.0.0.0' }, /HOST=0\.0\.0\.0 would open Casefold to the network.*set HOST to 127\.0\.0\.1/],
    [{ HOST: '::' }, /set HOST/],
    [{ HOST: '192.168.1.5' }, /set HOST/],
    [{ PORT: 'http' }, /set PORT/],
    [{ PORT: '70000' }, /set PORT/],
    [{ CASEFOLD_TOKEN: 'short' }, /CASEFOLD_TOKEN is too weak/],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /switch off every certificate check: unset it/],
    [{ CASEFOLD_CONNECTIONS: '/nowhere/connections.json' }, /\/nowhere\/connections\.json is missing/],
  ])('%o', async (environment, sentence) => {
    expect(await start(environment)).toMatch(sentence);
  });

  test('a port in use, an app that is not built', async () => {
    expect(await start({ PORT: String(casefold.port) })).toBe(
      `Port ${casefold.port} is in use: stop what listens there, or set PORT to a free one.`,
    );
    const empty = await createTestFolder();
    expect(await start({}, empty)).toMatch(/The app is not built.*run npm run build/);
    await rm(empty, { recursive: true });
  });
});

test('a token that is given stays the same over a restart', async () => {
  const token = 'a'.repeat(40);
  const again = await startCasefold([], { CASEFOLD_TOKEN: token });
  expect(again.url).toBe(`${again.origin}/#token=${token}`);
  expect((await again.call('/api/connections')).status).toBe(200);
  await again.close();
});

test('closing lets a call end that is under way', async () => {
  const other = await startCasefold([{ id: 'plum-1', settings: { origin: vendor.origin } }]);
  const isAsked = new Promise<() => void>(resolve => {
    vendor.answer = outgoing => resolve(() => answerJson({ late: true })(outgoing));
  });
  const call = other.call('/api/c/plum-1/v1/cases');
  const finish = await isAsked;
  const closed = other.close();
  finish();
  expect(await (await call).json()).toEqual({ late: true });
  await closed;
  await expect(fetch(other.origin)).rejects.toThrow();
});
