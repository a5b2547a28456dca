import { describe, expect, test } from 'vitest';
import type { Change, FieldValues } from '#domain/command.ts';
import { sendThroughOutbox } from '../test-kit/send-through-outbox.ts';
import { close, createWriterWorld, generations, note, rewrite } from './test-writer.ts';

const words = note('Said once, whatever happens.');

async function begin(api: (typeof generations)[number]) {
  const world = await createWriterWorld(api);
  const give = (change: Change, base: FieldValues = {}) => sendThroughOutbox(world, world.id, change, base);
  const said = async () => (await world.read()).findings?.match(/Said once/g)?.length ?? 0;
  return { ...world, give, said };
}

describe.each(generations)('through the outbox, %s', api => {
  test('a field is saved with what stood there and what stands there', async () => {
    const world = await begin(api);
    const change: Change = { name: 'title', to: 'Ours' };
    expect(await world.give(change, { title: 'Written by a test' })).toMatchObject({
      kind: 'saved',
      receipt: { before: { title: 'Written by a test' }, after: { title: 'Ours' }, wasThere: false },
    });
    expect(await world.give(change)).toMatchObject({ kind: 'saved', receipt: { wasThere: true } });
    expect(world.bodies).toHaveLength(1);
  });

  test('a colleague who was faster is seen, not overwritten, up to the last moment', async () => {
    const world = await begin(api);
    const base = { findings: 'First\n\n- **found**' };
    let reads = 0;
    world.hooks.beforeSend = async (path, method) => {
      if (method !== 'GET' || !path.endsWith(`/${world.id}`)) return undefined;
      reads += 1;
      // Between the comparison and the read that the change is merged into.
      if (reads === 2) await world.meanwhile({ findings: 'Theirs' });
      return undefined;
    };
    expect(await world.give(rewrite('findings', 'Ours'), base)).toEqual({
      kind: 'conflict',
      theirs: { findings: 'Theirs' },
    });
    expect(world.bodies).toEqual([]);
  });

  test.each(['before', 'after'] as const)('a note whose answer is lost %s is there once', async when => {
    const world = await begin(api);
    world.lose(when);
    expect(await world.give(words)).toMatchObject({ kind: 'saved' });
    expect(await world.said()).toBe(1);
  });

  test('a field whose answer is lost is saved', async () => {
    const world = await begin(api);
    world.lose('after');
    expect(await world.give(rewrite('description', 'Ours'))).toMatchObject({ kind: 'saved' });
    expect(world.bodies).toHaveLength(1);
  });

  test('a close whose answer is lost after it was done is saved; before, it asks again', async () => {
    const done = await begin(api);
    done.lose('after');
    expect(await done.give(close('Said once.'), { status: 'OPEN' })).toMatchObject({ kind: 'saved' });
    expect(await done.said()).toBe(1);

    const lost = await begin(api);
    lost.lose('before');
    expect(await lost.give(close('Said once.'), { status: 'OPEN' })).toMatchObject({
      kind: 'failed',
      error: { reason: 'ask-again' },
    });
    expect((await lost.read()).status).toBe('OPEN');
    expect(lost.bodies).toHaveLength(1);
  });

  test('a name that another case has is refused once, and the words are kept', async () => {
    const world = await begin(api);
    const change: Change = { name: 'title', to: 'Q4-forecast.zip, 212 MB, to Dropbox' };
    expect(await world.give(change)).toMatchObject({
      kind: 'failed',
      error: { reason: 'NAME_EXISTS', fields: { name: expect.anything() } },
    });
    expect(world.bodies).toHaveLength(1);
  });

  test('a vendor that asks to wait is obeyed, then it is there once', async () => {
    const world = await begin(api);
    let isLimited = true;
    world.hooks.beforeSend = (_, method) => {
      if (method !== 'PUT' || !isLimited) return undefined;
      isLimited = false;
      return new Response(null, { status: 429, headers: { 'retry-after': '30' } });
    };
    const began = world.now();
    expect(await world.give(words)).toMatchObject({ kind: 'saved' });
    expect(world.now() - began).toBeGreaterThanOrEqual(30_000);
    expect(await world.said()).toBe(1);
  });
});
