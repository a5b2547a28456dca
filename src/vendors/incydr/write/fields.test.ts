import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import {
  createWriterWorld,
  generations,
  jonas,
  mari,
  note,
  rewrite,
  type Stored,
  signal,
  subject,
} from '../test-writer.ts';

const title = (to: string): Change => ({ name: 'title', to });
const assign = (to: string | null): Change => ({ name: 'assignee', to, label: to ?? 'Nobody' });

const whole: Stored = {
  name: 'Written by a test',
  status: 'OPEN',
  description: 'A description',
  findings: 'First\n\n- **found**',
  subject,
  assignee: jonas.uid,
};

describe.each(generations)('a field, %s', api => {
  test.each<[Change, Partial<Stored>, object]>([
    [title(' Another name '), { name: 'Another name' }, { title: 'Another name' }],
    [rewrite('description', 'Other'), { description: 'Other' }, { description: 'Other' }],
    [rewrite('description', ''), { description: null }, { description: '' }],
    [rewrite('findings', '## Other'), { findings: '## Other' }, { findings: '## Other' }],
    [rewrite('findings', ''), { findings: null }, { findings: '' }],
    [assign(mari.uid), { assignee: mari.uid }, { assignee: mari.uid }],
    [assign(null), { assignee: null }, { assignee: '' }],
  ])('%j sends the whole case back and clears nothing else', async (change, kept, after) => {
    const world = await createWriterWorld(api);
    const { verdict } = await world.make(change);
    expect(verdict).toEqual({ kind: 'applied', after });
    expect(world.bodies).toEqual([{ ...whole, ...kept }]);
    expect(await world.read()).toMatchObject({ ...whole, ...kept });
    expect(world.puts()).toEqual([`PUT ${api === 'legacy' ? '/api/v1/case' : '/v1/cases'}/${world.id}`]);
  });

  test('what a colleague wrote into other fields just before stays', async () => {
    const world = await createWriterWorld(api);
    const change = title('Ours');
    const fresh = await world.writer.fresh(world.id, change, signal);
    await world.meanwhile({ findings: 'Theirs', assignee: null });
    await world.writer.send(world.id, change, fresh, signal);
    expect(await world.read()).toMatchObject({ name: 'Ours', findings: 'Theirs', assignee: null, subject });
  });

  test('what a colleague wrote into the same field just before is not overwritten', async () => {
    const world = await createWriterWorld(api);
    const change = rewrite('findings', 'Ours');
    const fresh = await world.writer.fresh(world.id, change, signal);
    await world.meanwhile({ findings: 'Theirs' });
    await expect(world.writer.send(world.id, change, fresh, signal)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'not-sent',
      retryable: true,
    });
    expect(world.bodies).toEqual([]);
    expect(await world.writer.fresh(world.id, change, signal)).toEqual({ findings: 'Theirs' });
  });
});

test('has the words that the row has, so that what a screen saw compares', async () => {
  const world = await createWriterWorld();
  const { row } = await world.adapter.get(world.id, signal);
  expect(await world.writer.fresh(world.id, title('x'), signal)).toEqual({ title: row.title });
  expect(await world.writer.fresh(world.id, assign(null), signal)).toEqual({ assignee: row.assignee?.id });
});

test('a case whose uids come as bare numbers goes back with every digit', async () => {
  const world = await createWriterWorld('gateway', 'user', { hasBareUids: true });
  expect((await world.make(title('Exact'))).verdict.kind).toBe('applied');
  expect(world.bodies).toMatchObject([{ subject, assignee: jonas.uid }]);
});

test('an answer without every field, like a row of a list, is never sent back', async () => {
  const world = await createWriterWorld();
  const { description: _, findings: __, ...row } = { ...whole, number: Number(world.id) };
  world.hooks.beforeSend = (path, method) =>
    method === 'GET' && path.endsWith(`/${world.id}`) ? Response.json(row) : undefined;
  await expect(world.make(title('x'))).rejects.toMatchObject({ code: 'unreadable', reason: 'not-whole' });
  expect(world.bodies).toEqual([]);
});

test.each<[Change, string, string]>([
  [title(' '), 'NAME_EMPTY', 'name'],
  [title('n'.repeat(51)), 'NAME_TOO_LONG', 'name'],
  [title('Q4-forecast.zip, 212 MB, to Dropbox'), 'NAME_EXISTS', 'name'],
  [rewrite('description', 'd'.repeat(251)), 'DESCRIPTION_TOO_LONG', 'description'],
  [rewrite('findings', 'f'.repeat(30_001)), 'FINDINGS_TOO_LONG', 'findings'],
  [note('f'.repeat(30_000)), 'FINDINGS_TOO_LONG', 'findings'],
  [assign(subject), 'INVALID_USER', 'assignee'],
])('what Incydr refuses is named by field: %j', async (change, reason, field) => {
  const world = await createWriterWorld();
  const before = await world.read();
  await expect(world.make(change)).rejects.toMatchObject({
    reason,
    retryable: false,
    fields: { [field]: expect.anything() },
  });
  expect(await world.read()).toEqual(before);
});

test('a read that fails just before sending says that nothing was sent', async () => {
  const world = await createWriterWorld();
  const change = title('x');
  const fresh = await world.writer.fresh(world.id, change, signal);
  world.hooks.beforeSend = () => new Response('busy', { status: 503 });
  await expect(world.writer.send(world.id, change, fresh, signal)).rejects.toMatchObject({
    reason: 'not-sent',
    retryable: true,
  });
});

test('what a colleague wrote right after is told, not called ours', async () => {
  const world = await createWriterWorld();
  world.hooks.afterSend = async (_, method) => {
    if (method === 'PUT') await world.meanwhile({ description: 'Theirs' });
  };
  expect((await world.make(rewrite('description', 'Ours'))).verdict).toEqual({
    kind: 'differs',
    fields: ['description'],
    after: { description: 'Theirs' },
  });
});

test('what is there already is seen as that, whatever became of line ends', async () => {
  const world = await createWriterWorld();
  const change = rewrite('findings', 'First\r\n\r\n- **found**\n');
  const fresh = await world.writer.fresh(world.id, change, signal);
  expect(world.writer.wanted(change, fresh)).toEqual(fresh);
});

test.each<Change>([
  { name: 'status', to: 'CLOSED' },
  { name: 'severity', to: 'high' },
  { name: 'tags', add: ['x'], remove: [] },
  { name: 'reopen', to: 'OPEN' },
  { name: 'text', field: 'summary', to: 'x' },
  { name: 'post', section: 'comments', text: 'x', isInternal: false, replyTo: null },
])('what no case has is refused unsent: %j', async change => {
  const world = await createWriterWorld();
  await expect(world.make(change)).rejects.toMatchObject({ code: 'unsupported' });
  expect(world.bodies).toEqual([]);
});
