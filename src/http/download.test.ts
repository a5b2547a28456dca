import { describe, expect, test, vi } from 'vitest';
import { type OperationTable, rule } from '#domain/operation.ts';
import type { Fetch } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { createDownload } from './download.ts';

const operations = {
  file: {
    method: 'GET',
    path: '/files/{id}',
    class: 'R',
    target: 'api',
    answer: 'file',
    params: { id: rule.int },
  },
} as const satisfies OperationTable;

const readVendorError = (status: number, body: unknown) =>
  new VendorError({
    code: status === 404 ? 'not-found' : 'invalid',
    reason: 'plum',
    message: `Plum said ${status}.`,
    retryable: false,
    status,
    raw: body,
  });

/** Fetches file 7 from a gateway that answers so. */
function download(answer: Response | Fetch, signal = new AbortController().signal) {
  const onProgress = vi.fn<(received: number, total: number | null) => void>();
  const fetch = vi.fn<Fetch>(typeof answer === 'function' ? answer : async () => answer);
  const context = {
    connection: {
      id: 'plum-1',
      vendor: 'plum',
      name: 'Plum',
      settings: {},
      secrets: {},
      keep: 'all' as const,
      source: 'screen' as const,
    },
    fetch,
    now: () => 0,
    sleep: async () => undefined,
  };
  const file = createDownload(context, operations, readVendorError);
  const received = file('file', { params: { id: 7 }, name: 'given/name.bin' }, { signal, onProgress });
  return { received, onProgress, fetch };
}

function fileAnswer(body: BodyInit | null, headers: Record<string, string> = {}) {
  return new Response(body, { headers: { 'content-type': 'application/octet-stream', ...headers } });
}

function streamOf(...pieces: (Uint8Array | Error)[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = pieces[next];
      next += 1;
      if (piece === undefined) controller.close();
      else if (piece instanceof Error) controller.error(piece);
      else controller.enqueue(piece);
    },
  });
}

const piece = (size: number) => new Uint8Array(size).fill(7);

describe('a file comes', () => {
  test('with its bytes, its name, and never the type of the vendor', async () => {
    const name = "filename*=UTF-8''na%C3%AFve%20report.pdf";
    const { received, fetch } = download(
      fileAnswer('%PDF', { 'content-disposition': `attachment; ${name}` }),
    );
    const { blob, ...file } = await received;
    expect(file.name).toBe('naïve report.pdf');
    expect(blob.type).toBe('application/octet-stream');
    expect(await blob.text()).toBe('%PDF');
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(new URL(fetch.mock.calls[0]?.[0].url ?? '').pathname).toBe('/api/c/plum-1/files/7');
  });

  test.each([
    ['without a name', 'attachment'],
    ['with a broken name', "attachment; filename*=UTF-8''%zz"],
    ['with a name of dots', "attachment; filename*=UTF-8''.."],
  ])('%s under the name that was given, made safe', async (_, disposition) => {
    const { received } = download(fileAnswer('x', { 'content-disposition': disposition }));
    expect((await received).name).toBe('name.bin');
  });

  test('of no bytes', async () => {
    const { received, onProgress } = download(fileAnswer(null, { 'content-length': '0' }));
    expect((await received).blob.size).toBe(0);
    expect(onProgress).not.toHaveBeenCalled();
  });

  test('and tells how far it is, not at every piece, and at the end', async () => {
    const kibibyte = 1024;
    const pieces = Array.from({ length: 5 }, () => piece(60 * kibibyte));
    const { received, onProgress } = download(
      fileAnswer(streamOf(...pieces), { 'content-length': String(300 * kibibyte) }),
    );
    expect((await received).blob.size).toBe(300 * kibibyte);
    expect(onProgress.mock.calls).toEqual([
      [180 * kibibyte, 300 * kibibyte],
      [300 * kibibyte, 300 * kibibyte],
    ]);
  });

  test('without its length too', async () => {
    const { received, onProgress } = download(fileAnswer(streamOf(piece(10))));
    await received;
    expect(onProgress.mock.calls).toEqual([[10, null]]);
  });
});

describe('half a file is an error', () => {
  const broken = { code: 'unavailable', reason: 'broken-off', retryable: true };

  test('where it breaks off', async () => {
    const { received } = download(fileAnswer(streamOf(piece(10), new TypeError('network error'))));
    await expect(received).rejects.toMatchObject(broken);
  });

  test.each([
    ['shorter', '11'],
    ['longer', '9'],
  ])('where it is %s than was said', async (_, length) => {
    const { received } = download(fileAnswer(streamOf(piece(10)), { 'content-length': length }));
    await expect(received).rejects.toMatchObject(broken);
  });
});

describe('who leaves', () => {
  test('while it comes breaks it off at its source', async () => {
    const controller = new AbortController();
    const cancelled = vi.fn();
    const body = new ReadableStream({
      start: stream => stream.enqueue(piece(200_000)),
      cancel: cancelled,
    });
    const { received, onProgress } = download(fileAnswer(body), controller.signal);
    const outcome = expect(received).rejects.toBe('enough');
    await vi.waitUntil(() => onProgress.mock.calls.length > 0);
    controller.abort('enough');
    await outcome;
    expect(cancelled).toHaveBeenCalledTimes(1);
  });

  test('before it comes is told the reason', async () => {
    const controller = new AbortController();
    const { received } = download(
      request =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(new DOMException('x', 'AbortError'))),
        ),
      controller.signal,
    );
    controller.abort('enough');
    await expect(received).rejects.toBe('enough');
  });
});

describe('what is not a file is an error', () => {
  const problem = (code: string, vendorStatus?: number) =>
    new Response(
      JSON.stringify({ type: 'about:blank', status: 502, code, title: 'So it is.', vendorStatus }),
      { status: 502, headers: { 'content-type': 'application/problem+json' } },
    );
  const json = (status: number, body: string) =>
    new Response(body, { status, headers: { 'content-type': 'application/json' } });

  test.each([
    [
      'an error of the vendor',
      () => json(404, '{"error":"gone"}'),
      { code: 'not-found', raw: { error: 'gone' } },
    ],
    ['an empty error', () => json(404, 'null'), { code: 'not-found', raw: null }],
    ['an error in plain words', () => problem('not-the-api', 404), { code: 'not-found', status: 404 }],
    ['an error that is no JSON', () => problem('unreadable', 400), { code: 'invalid', status: 400 }],
    ['a login page', () => problem('not-the-api', 200), { code: 'unreadable', reason: 'not-the-api' }],
    ['an error page', () => problem('unavailable', 500), { code: 'unavailable', reason: 'unavailable' }],
    ['too large a file', () => problem('too-large'), { code: 'unreadable', message: 'So it is.' }],
    ['JSON in its place', () => json(200, '{}'), { code: 'unreadable', reason: 'unreadable' }],
    [
      'a page in its place',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      { code: 'unreadable' },
    ],
    ['a strange error', () => new Response('no', { status: 500 }), { code: 'unreadable', status: 500 }],
    [
      'a gateway that is gone',
      async () => Promise.reject(new TypeError('fetch failed')),
      { reason: 'gateway-lost' },
    ],
  ])('%s', async (_, answer, expected) => {
    const { received, onProgress } = download(async () => answer());
    const error = await received.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(VendorError);
    expect(error).toMatchObject(expected);
    expect(onProgress).not.toHaveBeenCalled();
  });
});
