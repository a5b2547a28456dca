import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPlum, runPlum } from './test-kit/run-plum.ts';
import { type FakeVendor, startVendor } from './test-kit/start-vendor.ts';

const world = runPlum();
const ask = (path?: string) => askPlum(world, path);
const json = { 'content-type': 'application/json' };

let other: FakeVendor;
beforeAll(async () => {
  other = await startVendor();
});
afterAll(() => other.close());

function answer(status: number, headers: Record<string, string | string[]>, body: string | Buffer = '') {
  world.vendor.answer = outgoing => {
    outgoing.writeHead(status, headers);
    outgoing.end(body);
  };
}

describe('JSON passes as it is', () => {
  test.each([
    ['an object', 200, '{"id": 421380797518239242, "x": 1.10}'],
    ['a list', 200, '[]'],
    ['null', 200, 'null'],
    ['a refusal', 403, '{"error":"no"}'],
    ['a conflict', 412, '{"error":"stale"}'],
    ['a failure', 500, '{"error":"broken"}'],
    ['a missing record', 404, '{"error":"gone"}'],
    ['sixty levels', 200, `${'['.repeat(60)}${']'.repeat(60)}`],
    ['brackets within a string', 200, JSON.stringify({ text: '[{'.repeat(500), end: '\\' })],
  ])('%s', async (_, status, body) => {
    answer(status, { 'content-type': 'application/vnd.plum+json; charset=utf-8' }, body);
    expect(await ask()).toMatchObject({ status, text: body, type: 'application/json' });
  });

  test('compressed in either way that was offered', async () => {
    const body = JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id })));
    answer(200, { ...json, 'content-encoding': 'gzip' }, gzipSync(body));
    expect((await ask()).text).toBe(body);
    answer(200, { ...json, 'content-encoding': 'br' }, brotliCompressSync(body));
    expect((await ask()).text).toBe(body);
    expect(world.vendor.seen[0]?.headers['accept-encoding']).toBe('gzip, br');
  });

  test('even when it is called something else', async () => {
    answer(200, { 'content-type': 'text/plain' }, '{"a":1}');
    expect(await ask()).toMatchObject({ status: 200, text: '{"a":1}', type: 'application/json' });
  });

  test('an empty answer stays empty, an empty refusal becomes null', async () => {
    answer(200, {});
    expect(await ask()).toMatchObject({ status: 200, text: '' });
    answer(204, {});
    expect(await ask()).toMatchObject({ status: 204, text: '' });
    answer(404, {});
    expect(await ask()).toMatchObject({ status: 404, text: 'null', type: 'application/json' });
  });
});

describe('what is not JSON becomes a problem that says what came', () => {
  const page = '<!doctype html><script>alert(1)</script>';
  test.each([
    ['a login page', 200, 'text/html; charset=utf-8', page, 'not-the-api'],
    ['a missing page', 404, 'text/html', page, 'not-the-api'],
    ['a page called JSON', 200, 'application/json', page, 'not-the-api'],
    ['a page of a broken proxy', 502, 'text/html', page, 'unavailable'],
    ['a server error page', 500, 'text/html', page, 'unavailable'],
    ['plain text', 400, 'text/plain', 'Bad Request', 'not-the-api'],
    ['an image', 200, 'image/svg+xml', '<svg onload=alert(1)>', 'not-the-api'],
    ['single quotes', 200, 'application/json', "{'a': 1}", 'unreadable'],
    ['half a list', 200, 'application/json', '[{"a":1},', 'unreadable'],
    ['bytes', 200, 'application/json', Buffer.from([0xff, 0xfe, 0x00]), 'unreadable'],
    ['a hundred thousand levels', 200, 'application/json', '['.repeat(100_000), 'unreadable'],
  ])('%s', async (_, status, type, body, code) => {
    answer(status, { 'content-type': type }, body);
    const answered = await ask();
    expect(answered.type).toBe('application/problem+json');
    expect(JSON.parse(answered.text)).toMatchObject({
      code,
      vendorStatus: status,
      facts: { status: String(status), type: type.split(';')[0], size: String(body.length) },
    });
    expect(answered.text).not.toMatch(/alert|Bad Request/);
  });
});

describe('a redirect is named and never followed', () => {
  const targets: [number, (origin: string) => string, string][] = [
    [301, origin => `${origin}/v1/cases/7`, 'other'],
    [302, origin => `${origin}/v1/cases/7`, 'other'],
    [303, origin => `${origin}/login`, 'other'],
    [307, origin => `${origin}/v1/cases/7`, 'other'],
    [308, origin => origin.replace('http:', ''), 'other'],
    [302, () => '/login?next=%2F', 'same'],
    [302, () => 'http://169.254.169.254/latest/meta-data', '169.254.169.254'],
    [302, () => 'http://[', 'an unknown place'],
  ];
  test.each(targets)('%i', async (status, location, host) => {
    answer(status, { location: location(other.origin) });
    const response = await world.casefold.call('/api/c/plum-1/v1/cases/7/comments', {
      method: 'POST',
      body: '{"text":"x"}',
    });
    const named = { other: other.origin.slice(7), same: world.vendor.origin.slice(7) }[host] ?? host;
    expect(await response.json()).toMatchObject({
      code: 'redirected',
      vendorStatus: status,
      facts: { host: named },
    });
    expect(response.headers.get('location')).toBeNull();
    expect(other.seen).toEqual([]);
    expect(world.vendor.seen).toHaveLength(1);
  });
});

test('no header of the vendor reaches the page', async () => {
  const hostile = {
    'set-cookie': ['session=1; Path=/', 'b=2'],
    location: 'https://evil.example',
    refresh: '0;url=https://evil.example',
    'access-control-allow-origin': '*',
    'access-control-allow-credentials': 'true',
    'content-security-policy': "script-src 'unsafe-inline'",
    'clear-site-data': '"*"',
    'service-worker-allowed': '/',
    link: '<https://evil.example>; rel=preload',
    'alt-svc': 'h3=":443"',
    'cache-control': 'public, max-age=999',
    'x-powered-by': 'Plum',
    server: 'Plum/1.0',
    etag: '"1"',
    'content-disposition': 'inline',
    nel: '{}',
  };
  answer(200, { ...json, ...hostile }, '{}');
  const { headers } = await ask();
  expect([...headers.keys()].sort()).toEqual([
    'cache-control',
    'connection',
    'content-length',
    'content-security-policy',
    'content-type',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'date',
    'keep-alive',
    'referrer-policy',
    'x-content-type-options',
    'x-frame-options',
    'x-request-id',
  ]);
  expect(headers.get('cache-control')).toBe('no-store');
  answer(200, json, '{}');
  await ask();
  expect(world.vendor.seen.at(-1)?.headers['cookie']).toBeUndefined();
});

describe('a vendor that asks to wait is understood', () => {
  const far = new Date(Date.now() + 7_200_000).toUTCString();
  const past = new Date(Date.now() - 7_200_000).toUTCString();
  test.each([
    [429, '120', 'rate-limited', [120_000, 120_000]],
    [429, '86400', 'rate-limited', [86_400_000, 86_400_000]],
    [429, far, 'rate-limited', [7_100_000, 7_200_000]],
    [429, past, 'rate-limited', null],
    [429, 'soon', 'rate-limited', null],
    [429, '-5', 'rate-limited', null],
    [429, '0', 'rate-limited', null],
    [429, undefined, 'rate-limited', null],
    [503, '2', 'unavailable', [2_000, 2_000]],
    [503, undefined, 'unavailable', null],
  ] as const)('%i with Retry-After %s', async (status, value, code, range) => {
    answer(
      status,
      { 'content-type': 'text/html', ...(value === undefined ? {} : { 'retry-after': value }) },
      '<p>no',
    );
    const problem = JSON.parse((await ask()).text);
    expect(problem).toMatchObject({ code, vendorStatus: status });
    if (range === null) expect(problem).not.toHaveProperty('retryAfterMs');
    else {
      expect(problem.retryAfterMs).toBeGreaterThanOrEqual(range[0]);
      expect(problem.retryAfterMs).toBeLessThanOrEqual(range[1]);
    }
    expect(world.vendor.seen).toHaveLength(1);
  });
});

describe('an answer beyond its bounds is dropped', () => {
  const zeros = Buffer.alloc(64 * 1024 * 1024);
  test.each([
    ['gzip bomb', 'gzip', () => gzipSync(zeros)],
    ['brotli bomb', 'br', () => brotliCompressSync(zeros)],
  ] as const)('%s', async (_, encoding, compress) => {
    answer(200, { ...json, 'content-encoding': encoding }, compress());
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'too-large' });
  });

  test.each([
    ['with its length', true],
    ['without its length', false],
  ])('more bytes than the operation allows, %s', async (_, hasLength) => {
    const body = JSON.stringify('x'.repeat(2000));
    answer(200, hasLength ? { ...json, 'content-length': String(body.length) } : json, body);
    expect(JSON.parse((await ask('/v1/small')).text)).toMatchObject({
      code: 'too-large',
      facts: { limit: '1000' },
    });
  });

  test.each(['gzip, gzip', 'deflate', 'zstd', 'plum'])('encoding %s', async encoding => {
    answer(200, { ...json, 'content-encoding': encoding }, gzipSync(gzipSync('{}')));
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'unreadable' });
  });

  test('bytes that are not what they are said to be', async () => {
    answer(200, { ...json, 'content-encoding': 'gzip' }, 'not gzip');
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'unreadable' });
    answer(200, { ...json, 'content-encoding': 'gzip' }, gzipSync('{"a":"b"}').subarray(0, 15));
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'unreadable' });
  });

  test('more headers than any vendor sends', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`x-${index}`, 'y'.repeat(50)]),
    );
    answer(200, { ...json, ...many }, '{}');
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'unreadable' });
  });
});
