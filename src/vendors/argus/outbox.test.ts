import { describe, expect, test } from 'vitest';
import type { Change, FieldValues } from '#domain/command.ts';
import { NoAnswer } from '#mocks/faults.ts';
import { sendThroughOutbox } from '../test-kit/send-through-outbox.ts';
import { close, createWriterWorld, must, say } from './test-writer.ts';

const severity: Change = { name: 'severity', to: 'low' };
const text = 'Said once, whatever happens.';
const words = say(text);

function begin() {
  const world = createWriterWorld();
  const give = (change: Change, base: FieldValues = {}) => sendThroughOutbox(world, world.id, change, base);
  const said = () => world.record.comments.filter(({ comment }) => comment.includes('Said once')).length;
  return { ...world, give, said };
}

describe('through the outbox', () => {
  test('a field is saved with what stood there and what stands there', async () => {
    const world = begin();
    const stage = await world.give(severity, { severity: 'critical' });
    expect(stage).toMatchObject({
      kind: 'saved',
      receipt: { before: { severity: 'critical' }, after: { severity: 'low' }, notKept: [], wasThere: false },
    });
    expect(await world.give(severity, { severity: 'critical' })).toMatchObject({
      kind: 'saved',
      receipt: { wasThere: true },
    });
    expect(world.writes()).toHaveLength(1);
  });

  test('a colleague who was faster is seen, not overwritten', async () => {
    const world = begin();
    Object.assign(world.record, { priority: 'medium' });
    expect(await world.give(severity, { severity: 'critical' })).toEqual({
      kind: 'conflict',
      theirs: { severity: 'medium' },
    });
    Object.assign(world.record, { description: '<p>Theirs</p>' });
    const rewrite: Change = { name: 'text', field: 'description', to: '<p>Mine</p>' };
    expect(await world.give(rewrite, { description: '<p>Before</p>' })).toMatchObject({ kind: 'conflict' });
    const assign: Change = { name: 'assignee', to: null, label: 'Nobody' };
    expect(await world.give(assign, { assignee: '1' })).toMatchObject({ kind: 'conflict' });
    expect(world.writes()).toEqual([]);
  });

  test.each(['before', 'after'] as const)('words whose answer is lost %s are there once', async when => {
    const world = begin();
    world.lose(when);
    expect(await world.give(words)).toMatchObject({ kind: 'saved', receipt: { after: { comment: text } } });
    expect(world.said()).toBe(1);
  });

  test('words under back-pressure are there once', async () => {
    const world = begin();
    world.hooks.beforeSend = ({ method }) => {
      if (method !== 'POST') return undefined;
      world.hooks.beforeSend = () => undefined;
      return Response.json(
        { responseCode: 503, messages: [], data: null },
        { status: 503, headers: { 'content-type': 'application/json' } },
      );
    };
    expect(await world.give(words)).toMatchObject({ kind: 'saved' });
    expect(world.said()).toBe(1);
  });

  test('words whose answer is a login page are looked for, and there once', async () => {
    const world = begin();
    world.hooks.beforeSend = ({ method }) => {
      if (method !== 'POST') return undefined;
      world.hooks.beforeSend = () => undefined;
      return new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
    };
    expect(await world.give(words)).toMatchObject({ kind: 'saved' });
    expect(world.said()).toBe(1);
  });

  test('words that show only at the second try are not written twice', async () => {
    const world = begin();
    let hidden: typeof world.record.comments = [];
    world.hooks.afterSend = ({ method }) => {
      if (method !== 'POST') return;
      world.hooks.afterSend = () => undefined;
      hidden = [must(world.record.comments.pop())];
      throw new NoAnswer('ECONNRESET');
    };
    const stage = await sendThroughOutbox(
      {
        ...world,
        beforeStep: ({ kind, ...rest }) => {
          if (kind === 'queued' && 'attempts' in rest && rest.attempts === 1)
            world.record.comments.push(...hidden);
        },
      },
      world.id,
      words,
      {},
    );
    expect(stage).toMatchObject({ kind: 'saved', receipt: { wasThere: true } });
    expect(world.said()).toBe(1);
  });

  test.each(['before', 'after'] as const)(
    'a close whose answer is lost %s: one close, one reason',
    async when => {
      const world = begin();
      world.lose(when);
      expect(await world.give(close('Said once.'), { status: 'workingSoc' })).toMatchObject({
        kind: 'saved',
      });
      expect([world.record.status, world.said()]).toEqual(['closed', 1]);
    },
  );

  test.each(['before', 'after'] as const)('tags whose answer is lost %s are there once', async when => {
    const world = begin();
    world.lose(when);
    const change: Change = { name: 'tags', add: ['topic/new'], remove: [] };
    expect(await world.give(change)).toMatchObject({ kind: 'saved' });
    expect(world.record.tags.filter(({ value }) => value === 'new')).toHaveLength(1);
  });

  test('what the vendor cleaned away is said in the receipt', async () => {
    const world = begin();
    const change: Change = { name: 'text', field: 'description', to: '<p>Text</p><img src=x>' };
    expect(await world.give(change)).toMatchObject({
      kind: 'saved',
      receipt: { notKept: ['description'], after: { description: '<p>Text</p>' } },
    });
  });

  test('a refusal is final, and says which field', async () => {
    const world = begin();
    Object.assign(world.record, { category: { ...world.record.category, closeNeedsField: 'root-cause' } });
    expect(await world.give(close('Said once.'))).toMatchObject({
      kind: 'failed',
      error: { fields: { 'fields.root-cause': expect.anything() } },
    });
    expect(world.said()).toBe(0);
  });
});
