import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { askPlum, runPlum } from './test-kit/run-plum.ts';
import { answerJson } from './test-kit/start-vendor.ts';

const world = runPlum();
const ask = (path?: string) => askPlum(world, path);
const json = { 'content-type': 'application/json' };

describe('a connection that fails', () => {
  const resets: [string, (outgoing: ServerResponse) => void][] = [
    ['before the answer', outgoing => outgoing.socket?.resetAndDestroy()],
    ['by closing', outgoing => outgoing.socket?.destroy()],
    [
      'in the middle of the body',
      outgoing => {
        outgoing.writeHead(200, { ...json, 'content-length': '1000' });
        outgoing.write('[{"a":1}');
        setImmediate(() => outgoing.socket?.destroy());
      },
    ],
    [
      'in the middle of a chunk',
      outgoing => {
        outgoing.writeHead(200, json);
        outgoing.write('[{"a":1}]');
        setImmediate(() => outgoing.socket?.destroy());
      },
    ],
  ];
  test.each(resets)('%s', async (_, fail) => {
    world.vendor.answer = fail;
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'connection-reset' });
    expect(world.vendor.seen).toHaveLength(1);
  });

  test('with words that are not HTTP', async () => {
    world.vendor.answer = outgoing => outgoing.socket?.end('SSH-2.0-OpenSSH\r\n');
    expect(JSON.parse((await ask()).text)).toMatchObject({ code: 'unreadable' });
  });

  test.each([
    ['never answers', () => undefined],
    [
      'drips a byte at a time',
      (outgoing: ServerResponse) => {
        outgoing.writeHead(200, json);
        const drip = setInterval(() => outgoing.write(' '), 10);
        outgoing.on('close', () => clearInterval(drip));
      },
    ],
  ])('because the vendor %s: it ends at the deadline of the operation', async (_, stall) => {
    world.vendor.answer = stall;
    expect(JSON.parse((await ask('/v1/slow')).text)).toMatchObject({ code: 'timeout' });
  });
});

test('a caller who leaves takes the call to the vendor along', async () => {
  const closed = new Promise<void>(resolve => {
    world.vendor.answer = (_outgoing, incoming) => {
      incoming.socket.once('close', () => resolve());
      leave.abort();
    };
  });
  const leave = new AbortController();
  const call = world.casefold.call('/api/c/plum-1/v1/cases/7', { signal: leave.signal });
  await expect(call).rejects.toThrow('aborted');
  await closed;
  world.vendor.answer = answerJson({});
  expect((await ask()).status).toBe(200);
});

test('as many calls as the vendor takes at once, some in line, the rest refused', async () => {
  const held: ServerResponse[] = [];
  let most = 0;
  world.vendor.answer = outgoing => {
    held.push(outgoing);
    most = Math.max(most, held.length);
  };
  const codes: string[] = [];
  let onBusy = () => {};
  const isFull = new Promise<void>(resolve => {
    onBusy = () => {
      if (codes.length === 32) resolve();
    };
  });
  const calls = Array.from({ length: 100 }, async () => {
    const { status, text } = await ask();
    codes.push(status === 200 ? 'ok' : JSON.parse(text).code);
    onBusy();
  });
  await isFull;
  expect(new Set(codes)).toEqual(new Set(['busy']));
  expect(most).toBe(4);

  world.vendor.answer = answerJson({});
  for (const outgoing of held) answerJson({})(outgoing);
  await Promise.all(calls);
  expect(codes.filter(code => code === 'ok')).toHaveLength(68);
});
