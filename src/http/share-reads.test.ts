import { expect, test } from 'vitest';
import type { OperationTable } from '#domain/operation.ts';
import type { Exchange } from '#domain/section.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { createCall } from './request.ts';
import { shareReads } from './share-reads.ts';

const operations = {
  get: { method: 'GET', path: '/case/{id}', class: 'R', target: 'api' },
  close: { method: 'PUT', path: '/case/{id}/close', class: 'I', target: 'api' },
} as const satisfies OperationTable;

function createWorld() {
  const sent: string[] = [];
  const traced = new Map<AbortSignal, Exchange[]>();
  let answer = () => Response.json({ id: 1 });
  const context: AdapterContext = {
    connection: { id: 'a', vendor: 'a', name: 'A', settings: {}, secrets: {}, keep: 'all', source: 'screen' },
    fetch: async request => {
      sent.push(`${request.method} ${new URL(request.url).pathname}`);
      await new Promise(resolve => setTimeout(resolve, 0));
      request.signal.throwIfAborted();
      return answer();
    },
    now: () => 0,
    sleep: async () => undefined,
    trace: (signal, exchange) => traced.set(signal, [...(traced.get(signal) ?? []), exchange]),
  };
  const fail = () => new Error('failed') as never;
  const call = shareReads(context, operations, createCall(context, operations, fail));
  return { call, sent, traced, setAnswer: (next: typeof answer) => (answer = next) };
}

const signal = () => new AbortController().signal;

test('reads alike at the same time are one call, and each asker has it in its trace', async () => {
  const { call, sent, traced } = createWorld();
  const signals = [signal(), signal(), signal()];
  const answers = await Promise.all(signals.map(each => call('get', { params: { id: 1 }, signal: each })));
  expect(answers).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
  expect(sent).toEqual(['GET /api/c/a/case/1']);
  for (const each of signals) expect(traced.get(each)?.map(({ path }) => path)).toEqual(['/case/1']);
});

test('what is asked for later is asked for again, and so is another record', async () => {
  const { call, sent } = createWorld();
  await call('get', { params: { id: 1 }, signal: signal() });
  await Promise.all([1, 2].map(id => call('get', { params: { id }, signal: signal() })));
  expect(sent).toHaveLength(3);
});

test('a write is never shared', async () => {
  const { call, sent } = createWorld();
  await Promise.all([1, 1].map(id => call('close', { params: { id }, signal: signal() })));
  expect(sent).toHaveLength(2);
});

test('a failure is everybody’s, unless the one who asked gave up', async () => {
  const { call, sent, setAnswer } = createWorld();
  const first = new AbortController();
  const asked = call('get', { params: { id: 1 }, signal: first.signal });
  const second = call('get', { params: { id: 1 }, signal: signal() });
  first.abort(new Error('closed'));
  await expect(asked).rejects.toThrow('closed');
  expect(await second).toEqual({ id: 1 });
  expect(sent).toHaveLength(2);

  setAnswer(() => Response.json({}, { status: 404 }));
  const both = [1, 1].map(id => call('get', { params: { id }, signal: signal() }));
  await Promise.all(both.map(each => expect(each).rejects.toThrow('failed')));
  expect(sent).toHaveLength(3);
});
