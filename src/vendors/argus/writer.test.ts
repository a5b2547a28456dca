import { expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { assign, close, createWriterWorld, say } from './test-writer.ts';

test('back-pressure was not handled and may come again; what could be there twice is looked up first', async () => {
  const world = createWriterWorld();
  const change = say('busy');
  const fresh = await world.writer.fresh(world.id, change, world.signal);
  world.world.switches.overloadedCalls = 1;
  await expect(world.writer.send(world.id, change, fresh, world.signal)).rejects.toMatchObject({
    code: 'unavailable',
    status: 503,
    retryable: true,
  });
  const repeatable = (changes: Change[]) => changes.map(one => world.writer.isRepeatable(one));
  expect(repeatable([change, close(), { name: 'tags', add: ['a/b'], remove: [] }])).toEqual([
    false,
    false,
    false,
  ]);
  expect(repeatable([{ name: 'status', to: 'x' }, assign(null), { name: 'title', to: 'x' }])).toEqual([
    true,
    true,
    true,
  ]);
});

test('an answer that cannot be read is a lost one, not a refusal', async () => {
  const world = createWriterWorld();
  const change = say('taken');
  const fresh = await world.writer.fresh(world.id, change, world.signal);
  world.hooks.beforeSend = () =>
    new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
  await expect(world.writer.send(world.id, change, fresh, world.signal)).rejects.toMatchObject({
    code: 'unreadable',
    retryable: true,
  });
});

test('an abort throws its reason', async () => {
  const world = createWriterWorld();
  const reason = new Error('stop');
  await expect(world.writer.fresh(world.id, say('x'), AbortSignal.abort(reason))).rejects.toBe(reason);
});
