import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { createWriterWorld, must } from '../test-writer.ts';

describe('tags', () => {
  test('are added and removed by difference; what a colleague added stays', async () => {
    const world = createWriterWorld();
    const [first] = world.record.tags;
    const change: Change = {
      name: 'tags',
      add: ['url/a/b', 'topic/new'],
      remove: [`${first?.key}/${first?.value}`],
    };
    const fresh = await world.writer.fresh(world.id, change, world.signal);
    world.record.tags.push({
      ...must(first),
      id: '00000000-0000-4000-8000-000000000001',
      key: 'their',
      value: 'tag',
    });
    await world.writer.send(world.id, change, fresh, world.signal);
    const verdict = await world.writer.verify(world.id, change, world.now(), world.signal);
    expect(verdict.kind).toBe('applied');
    const tags = world.record.tags.map(({ key, value }) => `${key}/${value}`);
    expect(tags).toEqual(expect.arrayContaining(['url/a/b', 'topic/new', 'their/tag']));
    expect(tags).not.toContain(`${first?.key}/${first?.value}`);
    expect(verdict.after).toEqual({ tags: [...tags].sort().join('\n') });
    expect(world.writes().map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  test('half of them there: only the rest is sent, and none twice', async () => {
    const world = createWriterWorld();
    const change: Change = { name: 'tags', add: ['a/1', 'a/2'], remove: ['topic/gone'] };
    await world.make({ name: 'tags', add: ['a/1'], remove: [] });
    await world.make(change);
    expect(world.writes().map(({ body }) => body)).toEqual([
      { tags: [{ key: 'a', value: '1' }] },
      { tags: [{ key: 'a', value: '2' }] },
    ]);
    const fresh = await world.writer.fresh(world.id, change, world.signal);
    expect(world.writer.wanted(change, fresh)).toEqual(fresh);
  });

  test('one that left meanwhile is gone, as was wanted', async () => {
    const world = createWriterWorld();
    const [first] = world.record.tags;
    world.hooks.beforeSend = ({ method }) => {
      if (method === 'DELETE') world.record.tags = [];
    };
    const { verdict } = await world.make({
      name: 'tags',
      add: [],
      remove: [`${first?.key}/${first?.value}`],
    });
    expect(verdict.kind).toBe('applied');
  });

  test('without key or value are refused before anything is sent', async () => {
    const world = createWriterWorld();
    for (const tag of ['phishing', '/x', 'x/', ' / '])
      await expect(world.make({ name: 'tags', add: [tag], remove: [] })).rejects.toMatchObject({
        code: 'invalid',
      });
    expect(world.writes()).toEqual([]);
  });
});
