import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { createReader, createWriterWorld, must, ownCase, say } from '../test-writer.ts';

const { customer } = apiKeys;

describe('words', () => {
  test('are a comment of escaped text; internal, and an answer, where asked', async () => {
    const world = createWriterWorld();
    const first = must(world.record.comments[0]).id;
    const { verdict } = await world.make(
      say('<img src=x> & "more"\nline', { isInternal: true, replyTo: first }),
    );
    expect(verdict.kind).toBe('applied');
    const added = must(world.record.comments.at(-1));
    expect(added.comment).toBe('<p>&lt;img src=x&gt; &amp; &quot;more&quot;<br>line</p>');
    expect(added.flags).toContain('INTERNAL');
    expect(added.references).toEqual([{ type: 'replyTo', commentID: first }]);
  });

  test.each([
    ['after', 'applied'],
    ['before', 'absent'],
  ] as const)('whose answer is lost %s it was done are found or not: %s', async (when, kind) => {
    const world = createWriterWorld();
    world.lose(when);
    const sentAt = world.now();
    await expect(world.make(say('once'))).rejects.toMatchObject({ retryable: true });
    expect((await world.writer.verify(world.id, say('once'), sentAt, world.signal)).kind).toBe(kind);
  });

  test.each([-240_000, 240_000])('are found though the clocks differ by %i ms', async skewMs => {
    const world = createWriterWorld();
    const sentAt = world.now() - skewMs;
    await world.make(say('by another clock'));
    const elsewhere = createReader(world);
    const verdict = await elsewhere.verify(world.id, say('by another clock'), sentAt, world.signal);
    expect(verdict.kind).toBe('applied');
  });

  test('of somebody else, of long ago or of another case are not ours', async () => {
    const world = createWriterWorld();
    const change = say('ok');
    await world.make(change);
    const mine = must(world.record.comments.at(-1));
    const look = () => createReader(world).verify(world.id, change, world.now(), world.signal);
    expect((await look()).kind).toBe('applied');
    const { addedByUser, addedTimestamp } = mine;
    mine.addedByUser = must(world.record.assignedUser ?? undefined);
    expect((await look()).kind).toBe('absent');
    Object.assign(mine, { addedByUser, addedTimestamp: addedTimestamp - 3_600_000 });
    expect((await look()).kind).toBe('absent');
  });

  test('that were said just before are not taken for what is said now', async () => {
    const world = createWriterWorld();
    await world.make(say('ok'));
    world.lose('before');
    await expect(world.make(say('ok'))).rejects.toMatchObject({ retryable: true });
    expect((await world.writer.verify(world.id, say('ok'), world.now(), world.signal)).kind).toBe('absent');
    expect((await world.make(say('ok'))).verdict.kind).toBe('applied');
    expect(world.record.comments.filter(({ comment }) => comment === '<p>ok</p>')).toHaveLength(2);
  });

  test('that show late are there at the next try, and not sent again', async () => {
    const world = createWriterWorld();
    world.lose('after');
    await expect(world.make(say('late'))).rejects.toMatchObject({ retryable: true });
    const fresh = await world.writer.fresh(world.id, say('late'), world.signal);
    expect(world.writer.wanted(say('late'), fresh)).toEqual(fresh);
  });

  test('that a colleague deleted at once were said: they are not sent again', async () => {
    const world = createWriterWorld();
    world.lose('after');
    await expect(world.make(say('gone'))).rejects.toMatchObject({ retryable: true });
    must(world.record.comments.at(-1)).flags.push('DELETED');
    expect((await world.writer.verify(world.id, say('gone'), world.now(), world.signal)).kind).toBe(
      'applied',
    );
  });

  test('are found behind a hundred newer ones', async () => {
    const world = createWriterWorld();
    await world.make(say('deep'));
    const mine = must(world.record.comments.at(-1));
    for (let index = 0; index < 130; index += 1)
      world.record.comments.push({
        ...mine,
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        comment: `<p>${index}</p>`,
        addedTimestamp: mine.addedTimestamp + 1,
      });
    const verdict = await createReader(world).verify(world.id, say('deep'), world.now(), world.signal);
    expect(verdict.kind).toBe('applied');
  });

  test('that are none, that would go elsewhere, and those a role may not write are refused unsent', async () => {
    const world = createWriterWorld({ apiKey: customer });
    const { id } = ownCase(world);
    await expect(world.make(say(' \n'), id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(world.make(say('x', { isInternal: true }), id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const note: Change = { name: 'post', section: 'notes', text: 'x', isInternal: false, replyTo: null };
    await expect(world.make(note, id)).rejects.toMatchObject({ code: 'unsupported' });
    expect(world.writes()).toEqual([]);
    expect((await world.make(say('ours'), id)).verdict.kind).toBe('applied');
  });
});
