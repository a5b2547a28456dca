import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { askPlum, runPlum } from './test-kit/run-plum.ts';

const world = runPlum();
const ask = (path = '/v1/bytes/7') => askPlum(world, path);
const pdf = { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="Case-7.pdf"' };

function answer(status: number, headers: Record<string, string | string[]>, body: string | Buffer = '') {
  world.vendor.answer = outgoing => {
    outgoing.writeHead(status, headers);
    outgoing.end(body);
  };
}

async function askBytes(path = '/v1/bytes/7') {
  const response = await world.casefold.call(`/api/c/plum-1${path}`);
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

describe('a file passes', () => {
  test('byte by byte, under its name, as nothing that opens', async () => {
    const body = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
    answer(200, { ...pdf, 'content-length': String(body.length) }, body);
    const { response, bytes } = await askBytes();
    expect(bytes.equals(body)).toBe(true);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''Case-7.pdf",
      'content-length': '100000',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  test('asked for as it is, with the credential and nothing of the page', async () => {
    answer(200, pdf, '%PDF');
    await ask();
    expect(world.vendor.seen[0]?.headers).toMatchObject({
      accept: '*/*',
      'accept-encoding': 'identity',
      'x-plum-key': 'canary-key',
    });
    expect(Object.keys(world.vendor.seen[0]?.headers ?? {})).not.toContain('cookie');
  });

  // T11, T16
  test.each([
    ['a picture with a script', 'image/svg+xml', '<svg onload=alert(1)>'],
    ['what looks like JSON', 'application/json', '{"a":1}'],
    ['what is not what it says', 'application/json', Buffer.from([0xff, 0x00, 0x0d, 0x0a])],
    ['text', 'text/plain', 'a,b\r\n'],
    ['nothing', 'application/zip', ''],
  ])('%s', async (_, type, body) => {
    answer(200, { 'content-type': type }, body);
    const { response, bytes } = await askBytes();
    expect(bytes.equals(Buffer.from(body))).toBe(true);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe('attachment');
  });

  test('without its type, and under any status of success', async () => {
    answer(200, {}, 'x');
    expect(await ask()).toMatchObject({ status: 200, text: 'x', type: 'application/octet-stream' });
    answer(201, pdf, 'x');
    expect(await ask()).toMatchObject({ status: 200, text: 'x' });
    answer(204, {});
    expect(await ask()).toMatchObject({ status: 200, text: '', type: 'application/octet-stream' });
  });

  test('unpacked where it was packed all the same, and then its length is not known', async () => {
    const body = 'a,b\r\n'.repeat(10_000);
    for (const [encoding, packed] of [
      ['gzip', gzipSync(body)],
      ['br', brotliCompressSync(body)],
    ] as const) {
      answer(200, { ...pdf, 'content-encoding': encoding, 'content-length': String(packed.length) }, packed);
      const { response, bytes } = await askBytes();
      expect(bytes.toString()).toBe(body);
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('content-length')).toBeNull();
    }
  });

  // T40
  test('with no header of the vendor', async () => {
    const hostile = {
      'set-cookie': ['session=1; Path=/', 'b=2'],
      refresh: '0;url=https://evil.example',
      'access-control-allow-origin': '*',
      'content-security-policy': "script-src 'unsafe-inline'",
      'clear-site-data': '"*"',
      'service-worker-allowed': '/',
      link: '<https://evil.example>; rel=preload',
      'accept-ranges': 'bytes',
      'last-modified': 'Wed, 21 Oct 2015 07:28:00 GMT',
      'content-language': 'en',
      'x-powered-by': 'Plum',
      server: 'Plum/1.0',
      etag: '"1"',
    };
    answer(200, { ...pdf, ...hostile, 'content-length': '4' }, '%PDF');
    const { headers } = await ask();
    expect([...headers.keys()].sort()).toEqual([
      'cache-control',
      'connection',
      'content-disposition',
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
  });

  test('after one renewal of the credential, as JSON does', async () => {
    const statuses = [401, 200];
    world.vendor.answer = outgoing => {
      const status = statuses.shift() ?? 500;
      outgoing.writeHead(status, status === 401 ? { 'content-type': 'text/plain' } : pdf);
      outgoing.end(status === 401 ? 'expired' : '%PDF');
    };
    expect(await ask()).toMatchObject({ status: 200, text: '%PDF' });
    expect(world.vendor.seen).toHaveLength(2);
  });
});

describe('a page in place of a file', () => {
  const page = '<!doctype html><form action=/login>';
  const html = { 'content-type': 'text/html; charset=utf-8' };

  test.each([['text/html; charset=utf-8'], ['application/xhtml+xml']])('is refused: %s', async type => {
    answer(200, { 'content-type': type }, page);
    const answered = await ask();
    expect(answered.type).toBe('application/problem+json');
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'not-the-api', vendorStatus: 200 });
    expect(answered.text).not.toContain('login>');
  });

  test('is the file where the vendor says so', async () => {
    answer(200, { ...html, 'content-disposition': 'attachment; filename="mail.html"' }, page);
    expect(await ask()).toMatchObject({ status: 200, text: page, type: 'application/octet-stream' });
  });

  test('is the file where files of that call may be pages', async () => {
    answer(200, html, page);
    const answered = await ask('/v1/pages');
    expect(answered).toMatchObject({ status: 200, text: page, type: 'application/octet-stream' });
    expect(answered.headers.get('content-disposition')).toBe('attachment');
  });
});

describe('an error goes the way of JSON', () => {
  test.each([
    [404, '{"error":"gone"}'],
    [403, '{"error":"no"}'],
    [400, '{"error":"bad"}'],
    [500, '{"error":"broken"}'],
  ])('%i with a body', async (status, body) => {
    answer(status, { 'content-type': 'application/json' }, body);
    expect(await ask()).toMatchObject({ status, text: body, type: 'application/json' });
  });

  test('without a body', async () => {
    answer(404, {});
    expect(await ask()).toMatchObject({ status: 404, text: 'null', type: 'application/json' });
  });

  test.each([
    [404, 'text/plain', 'Not Found', 'not-the-api'],
    [404, 'application/octet-stream', Buffer.from([0xff]), 'not-the-api'],
    [400, 'application/json', 'no', 'unreadable'],
    [500, 'text/html', '<p>', 'unavailable'],
    [206, 'application/pdf', '%P', 'unreadable'],
    [429, 'text/plain', 'wait', 'rate-limited'],
    [503, 'text/plain', 'later', 'unavailable'],
  ])('%i, %s, is a problem that keeps the status', async (status, type, body, code) => {
    answer(status, { 'content-type': type }, body);
    const answered = await ask();
    expect(answered.type).toBe('application/problem+json');
    expect(JSON.parse(answered.text)).toMatchObject({ code, vendorStatus: status });
  });

  test('a redirect is named and never followed', async () => {
    answer(302, { location: 'https://evil.example/file' });
    const answered = await ask();
    expect(JSON.parse(answered.text)).toMatchObject({ code: 'redirected', facts: { host: 'evil.example' } });
    expect(answered.headers.get('location')).toBeNull();
  });

  // Last: the credential stays refused.
  test('a refused credential brings no file, and is not tried again', async () => {
    answer(401, { 'content-type': 'text/plain' }, 'no');
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'credential-refused', vendorStatus: 401 });
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'credential-refused' });
    expect(world.vendor.seen).toHaveLength(1);
  });
});
