import { describe, expect, test } from 'vitest';
import { sendRaw, statusOf } from './test-kit/raw-request.ts';
import { expectRefused as expectRefusedBy, writeRequest } from './test-kit/refused-requests.ts';
import { runPlum } from './test-kit/run-plum.ts';

const world = runPlum();
const write = (parts: Parameters<typeof writeRequest>[1]) => writeRequest(world, parts);
const expectRefused = (raw: string, statuses?: number[]) => expectRefusedBy(world, raw, statuses);

test('what the page sends passes', async () => {
  const received = await sendRaw(world.casefold.port, write({}));
  expect(statusOf(received)).toBe(200);
  expect(world.vendor.seen).toHaveLength(1);
});

describe('a path that two readers could understand differently is refused', () => {
  test.each([
    '/..%2f..%2fadmin',
    '/..%5c..%5cadmin',
    '/%2e%2e/admin',
    '/%2E%2E%2Fadmin',
    '/v1/cases/../admin',
    '/v1/cases/./7',
    '/v1/cases/..',
    '/v1/cases/..;/admin',
    '/v1/cases/7;x=1',
    '/v1//cases',
    '//v1/cases',
    '/v1/cases//7',
    '/v1\\cases',
    '/v1/cases/%00',
    '/v1/cases/7%00',
    '/v1/cases/7%0d%0aX:%201',
    '/v1/cases/7%0a',
    '/v1/cases/%09',
    '/v1/cases/%7f',
    '/v1/cases/%252e%252e',
    '/v1/cases/7%2f',
    '/v1/cases/%2f',
    '/v1/cases/%c0%ae%c0%ae',
    '/v1/cases/%ff',
    '/v1/cases/%',
    '/v1/cases/%zz',
    '/v1/cases/7#',
    '/v1/cases/\xe9',
    '/v1/files/..json',
    '/v1/files/%2e%2e.json',
    '/v1/files/a%2fb.json',
  ])('%s', async path => {
    await expectRefused(write({ path: `/api/c/plum-1${path}` }));
  });

  test.each([
    '/api/c/plum-1/../plum-1/v1/cases',
    '/api/c/%70lum-1/v1/cases',
    '/api/c/plum-1%2fv1/cases',
    '/api/c//plum-1/v1/cases',
    '//api/c/plum-1/v1/cases',
    '/api//c/plum-1/v1/cases',
    '/API/c/plum-1/v1/cases',
    '/api/c/plum-1',
    '/api/c/plum-1evil/v1/cases',
    '/api/c/__proto__/v1/cases',
    '/api/c/constructor/v1/cases',
  ])('%s before the vendor path', async path => {
    await expectRefused(write({ path }), [200, 400, 404]);
  });
});

describe('what the operation table does not list is refused', () => {
  test.each([
    '/v1/users',
    '/v1/cases/',
    '/v1/cases/7/',
    '/V1/cases',
    '/v1/cases/seven',
    '/v1/cases/1e3',
    '/v1/cases/9999999999999999999',
    '/v1/token',
    '/__proto__',
    '',
    '/',
  ])('GET %s', async path => {
    await expectRefused(write({ path: `/api/c/plum-1${path}` }));
  });

  test.each([
    'HEAD',
    'OPTIONS',
    'TRACE',
    'PROPFIND',
    'PATCH',
    'POST',
    'PUT',
    'DELETE',
    'CONNECT',
    'delete',
    'GETX',
  ])('%s on a path that only reads', async method => {
    await expectRefused(write({ method }), [400, 404, 403, 0]);
  });

  test('a method override header overrides nothing', async () => {
    const headers = [`x-casefold-token: ${world.casefold.token}`, 'x-http-method-override: DELETE'];
    await sendRaw(world.casefold.port, write({ path: '/api/c/plum-1/v1/cases/7', headers }));
    expect(
      world.vendor.seen.map(({ method, headers: sent }) => [method, sent['x-http-method-override']]),
    ).toEqual([['GET', undefined]]);
  });
});

describe('a host that is not ours is refused', () => {
  test.each([
    'rebind.example:4680',
    '8.8.8.8',
    'foo.localhost',
    '127.0.0.1.nip.io',
    'localhost',
    'localhost.',
    'evil.example',
    '127.0.0.1',
    '127.0.0.1:1',
    '0.0.0.0:4680',
    '[::ffff:127.0.0.1]',
    '',
  ])('%s', async host => {
    await expectRefused(write({ host, headers: [`x-casefold-token: ${world.casefold.token}`] }));
    await expectRefused(write({ host, path: '/' }), [400, 421]);
  });

  test('in capitals, twice, missing, or in a whole URL', async () => {
    const own = world.casefold.origin.slice(7);
    const token = `x-casefold-token: ${world.casefold.token}`;
    await expectRefused(write({ host: own.replace('127.0.0.1', 'LOCALHOST'), headers: [token] }));
    await expectRefused(write({ headers: [token, `host: ${own}`] }));
    await expectRefused(write({ headers: [token, 'Host: evil.example'] }));
    await expectRefused(`GET /api/c/plum-1/v1/cases HTTP/1.1\r\n${token}\r\n\r\n`);
    await expectRefused(`GET /api/c/plum-1/v1/cases HTTP/1.0\r\n${token}\r\n\r\n`);
    await expectRefused(write({ path: `http://evil.example/api/c/plum-1/v1/cases`, headers: [token] }));
    await expectRefused(write({ path: `${world.casefold.origin}/api/c/plum-1/v1/cases`, headers: [token] }));
  });

  test.each(['localhost', '[::1]'])('%s with our port is ours', async name => {
    const headers = [`x-casefold-token: ${world.casefold.token}`];
    const received = await sendRaw(
      world.casefold.port,
      write({ host: `${name}:${world.casefold.port}`, headers }),
    );
    expect(statusOf(received)).toBe(200);
  });
});

describe('a call from another page is refused, token or not', () => {
  const body = '{"text":"x"}';
  const comment = { method: 'POST', path: '/api/c/plum-1/v1/cases/7/comments', body };

  test.each([
    ['another site', ['origin: https://evil.example', 'sec-fetch-site: cross-site']],
    ['another port of this machine', ['origin: http://127.0.0.1:1', 'sec-fetch-site: same-site']],
    ['another site without its origin', ['sec-fetch-site: cross-site']],
    ['another port without its origin', ['sec-fetch-site: same-site']],
    ['the address bar', ['sec-fetch-site: none']],
    ['a sandboxed frame', ['origin: null']],
    ['our name by https', ['origin: https://127.0.0.1:4680']],
    ['nobody who says so', []],
  ])('a write from %s', async (_, headers) => {
    await expectRefused(
      write({ ...comment, headers: [...headers, `x-casefold-token: ${world.casefold.token}`] }),
      [403],
    );
    await expectRefused(write({ ...comment, headers }), [403]);
  });

  test.each([
    ['another site', ['origin: https://evil.example']],
    ['an image of another site', ['sec-fetch-site: cross-site', 'sec-fetch-dest: image']],
    ['another port', ['sec-fetch-site: same-site']],
  ])('a read from %s', async (_, headers) => {
    await expectRefused(write({ headers: [...headers, `x-casefold-token: ${world.casefold.token}`] }), [403]);
  });

  test.each(['/api/connections', '/api/connections/plum-1', '/api/connections/plum-1/check'])(
    'a form post to %s',
    async path => {
      const headers = ['origin: https://evil.example', 'content-type: text/plain'];
      await expectRefused(write({ method: 'POST', path, headers }), [403]);
    },
  );

  test('a preflight is answered with no permission', async () => {
    const headers = ['origin: https://evil.example', 'access-control-request-method: POST'];
    const received = await sendRaw(world.casefold.port, write({ method: 'OPTIONS', headers }));
    expect(statusOf(received)).toBe(403);
    expect(received.toLowerCase()).not.toContain('access-control-allow');
  });
});

describe('the token of this start is needed', () => {
  test.each([
    ['none', [], 'token-missing'],
    ['an empty one', ['x-casefold-token: '], 'token-missing'],
    ['one of an earlier start', [`x-casefold-token: ${'a'.repeat(43)}`], 'token-stale'],
    ['a cookie', ['cookie: x-casefold-token=TOKEN'], 'token-missing'],
    ['a bearer', ['authorization: Bearer TOKEN'], 'token-missing'],
    ['two', ['x-casefold-token: TOKEN', 'x-casefold-token: TOKEN'], 'token-stale'],
  ])('%s', async (_, headers, code) => {
    const sent = headers.map(header => header.replaceAll('TOKEN', world.casefold.token));
    for (const path of ['/api/c/plum-1/v1/cases', '/api/connections']) {
      const received = await sendRaw(world.casefold.port, write({ path, headers: sent }));
      expect(statusOf(received)).toBe(401);
      expect(received).toContain(`"code":"${code}"`);
    }
    expect(world.vendor.seen).toEqual([]);
  });

  test('not for the health of the process, which says nothing else', async () => {
    const received = await sendRaw(world.casefold.port, write({ path: '/api/health', headers: [] }));
    expect(received.endsWith('{"ok":true}')).toBe(true);
    expect(received.toLowerCase()).not.toMatch(/\nserver:|x-powered-by/);
  });
});

describe('requests that two servers would cut differently are refused', () => {
  const start = () =>
    `POST /api/c/plum-1/v1/cases/7/comments HTTP/1.1\r\nhost: ${world.casefold.origin.slice(7)}\r\n` +
    `origin: ${world.casefold.origin}\r\nx-casefold-token: ${world.casefold.token}\r\ncontent-type: application/json\r\n`;

  test.each([
    ['length and chunks', 'content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'content-length: 5\r\ncontent-length: 6\r\n\r\n{"a":1'],
    ['an unknown transfer encoding', 'transfer-encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a folded header', 'x-a: b\r\n c\r\ncontent-length: 2\r\n\r\n{}'],
    ['a space before the colon', 'content-length : 2\r\n\r\n{}'],
    ['a bare line feed', 'x-a: b\ncontent-length: 2\r\n\r\n{}'],
    ['a negative length', 'content-length: -2\r\n\r\n{}'],
    ['a chunk size that is not one', 'transfer-encoding: chunked\r\n\r\n0x2\r\n{}\r\n0\r\n\r\n'],
    ['a null in a header', 'x-a: b\0c\r\ncontent-length: 2\r\n\r\n{}'],
    ['headers beyond 16 KiB', `x-a: ${'b'.repeat(17_000)}\r\ncontent-length: 2\r\n\r\n{}`],
  ])('%s', async (_, rest) => {
    await expectRefused(start() + rest, [400, 431, 501, 0]);
  });

  test('an upgrade', async () => {
    const headers = [
      'connection: upgrade',
      'upgrade: websocket',
      `x-casefold-token: ${world.casefold.token}`,
    ];
    await expectRefused(write({ headers }), [426]);
    await expectRefused(write({ path: '/', headers }), [426]);
  });
});
