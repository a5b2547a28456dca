import { describe, expect, test } from 'vitest';
import { sendRaw, statusOf } from './test-kit/raw-request.ts';
import { expectRefused as expectRefusedBy, writeRequest } from './test-kit/refused-requests.ts';
import { runPlum } from './test-kit/run-plum.ts';

const world = runPlum();
const write = (parts: Parameters<typeof writeRequest>[1]) => writeRequest(world, parts);
const expectRefused = (raw: string, statuses?: number[]) => expectRefusedBy(world, raw, statuses);

describe('what is sent is checked before it is sent on', () => {
  const path = '/api/c/plum-1/v1/cases/7/comments';

  test.each([
    ['a key that the call does not take', '{"text":"x","internal":true}'],
    ['a wrong type', '{"text":7}'],
    ['a list', '[]'],
    ['no JSON', '{text}'],
    ['null', 'null'],
  ])('%s', async (_, body) => {
    await expectRefused(write({ method: 'POST', path, body }), [400]);
  });

  test('nothing, a form, plain text', async () => {
    await expectRefused(write({ method: 'POST', path }), [400]);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      const response = await world.casefold.call(path, {
        method: 'POST',
        body: '{"text":"x"}',
        headers: { 'content-type': type },
      });
      expect(await response.json()).toMatchObject({ code: 'body-refused' });
    }
    expect(world.vendor.seen).toEqual([]);
  });

  test('more than a mebibyte', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
    const response = await world.casefold.call(path, { method: 'POST', body });
    expect(response.status).toBe(413);
    expect(world.vendor.seen).toEqual([]);
  });

  test('a key that is stripped never reaches the vendor, nor does a prototype', async () => {
    const body = '{"title":"x","__proto__":{"admin":true},"file_local_name":"/etc/passwd"}';
    await world.casefold.call('/api/c/plum-1/v1/cases/7', { method: 'PUT', body });
    expect(world.vendor.seen.map(seen => seen.body)).toEqual(['{"title":"x"}']);
  });

  test.each([
    '?limit=501',
    '?limit=0x10',
    '?limit=25&limit=25',
    '?limit=-1',
    '?unknown=1',
    '?__proto__=1',
    '?LIMIT=1',
    '?tag=a/b',
    '?text=a%00b',
    '?text=%0d%0ax',
    '?text=%',
    '?text=%zz',
    `?text=${'x'.repeat(501)}`,
    '?=1',
  ])('query %s', async query => {
    await expectRefused(write({ path: `/api/c/plum-1/v1/cases${query}` }), [400]);
  });

  test('a query parameter that must be there', async () => {
    await expectRefused(write({ path: '/api/c/plum-1/v1/tasks' }), [400]);
    const received = await sendRaw(world.casefold.port, write({ path: '/api/c/plum-1/v1/tasks?cid=2' }));
    expect(statusOf(received)).toBe(200);
  });
});

test('nothing of the caller but the checked call reaches the vendor', async () => {
  const hostile = {
    authorization: 'Bearer mine',
    'x-plum-key': 'mine',
    'argus-api-key': 'mine',
    'totp-auth': '123456',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'evil.example',
    forwarded: 'for=1.2.3.4',
    'x-real-ip': '1.2.3.4',
    'x-custom': 'mine',
    'accept-language': 'xx',
    te: 'trailers',
  };
  const headers = [
    ...Object.entries(hostile).map(([name, value]) => `${name}: ${value}`),
    'cookie: session=mine',
    'referer: https://evil.example/',
    'user-agent: mine',
    `connection: x-plum-key, close`,
    `x-casefold-token: ${world.casefold.token}`,
  ];
  await sendRaw(
    world.casefold.port,
    write({ headers, path: '/api/c/plum-1/v1/cases?tag=a&tag=b&text=x+y%26z&FROM~at=-5' }),
  );
  const [seen] = world.vendor.seen;
  expect(Object.keys(seen?.headers ?? {}).sort()).toEqual(
    ['accept', 'accept-encoding', 'connection', 'host', 'user-agent', 'x-plum-key'].sort(),
  );
  expect(seen?.headers['x-plum-key']).toBe('canary-key');
  expect(seen?.url).toBe('/v1/cases?tag=a&tag=b&text=x+y%26z&FROM%7Eat=-5');
});
