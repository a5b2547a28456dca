import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { readerId, readerKey } from '#mocks/vendors/iris/users.ts';
import { caught, createWriterWorld } from './test-writer.ts';

const { signal } = new AbortController();
const update = '/manage/cases/update/412';
const rename: Change = { name: 'title', to: 'AiTM on kystlab.example' };
const give: Change = { name: 'assignee', to: '12', label: 'Ida Moen' };
const tag: Change = { name: 'tags', add: ['contained'], remove: ['bec'] };
const judge: Change = { name: 'status', to: 'True positive' };
const tell: Change = { name: 'text', field: 'summary', to: '# Done\r\n\r\n| a |\n|---|\n✅ æøå' };
const close: Change = { name: 'close', to: 'closed', reason: 'Done', withAlerts: false };
const closeAs: Change = { name: 'close', to: 'False positive', reason: 'Noise', withAlerts: false };
const reopen: Change = { name: 'reopen', to: 'open' };

describe('each change is sent, read back and there', () => {
  test.each([
    ['title', rename, { title: 'AiTM on kystlab.example' }, { case_name: '#412 - AiTM on kystlab.example' }],
    ['owner', give, { assignee: '12' }, { owner_id: 12 }],
    ['tags', tag, { tags: 'aitm\ncontained\nlateral' }, { case_tags: 'aitm,lateral,contained' }],
    ['outcome', judge, { status: '', outcome: 'True positive' }, { status_id: 2, close_date: null }],
    ['summary', tell, { summary: '# Done\r\n\r\n| a |\n|---|\n✅ æøå' }, {}],
    ['close', close, { status: '', state: 'closed', outcome: 'Other' }, { status_id: 0 }],
    ['close with an outcome', closeAs, { state: 'closed', outcome: 'False positive' }, { status_id: 1 }],
  ] as const)('%s', async (_, change, after, atServer) => {
    const world = createWriterWorld({ size: 30 });
    const before = await world.readCase();
    const { verdict, fresh } = await world.make(change);
    expect(verdict).toMatchObject({ kind: 'applied', after });
    expect(Object.keys(fresh)).toEqual(Object.keys(verdict.after));
    expect(await world.readCase()).toMatchObject({
      ...before,
      case_description: expect.anything(),
      close_date: expect.toSatisfy(() => true),
      modification_history: expect.anything(),
      ...named(change),
      ...atServer,
    });
  });

  test('reopen', async () => {
    const world = createWriterWorld();
    await world.make(closeAs);
    const { verdict } = await world.make(reopen);
    expect(verdict).toEqual({ kind: 'applied', after: { status: '', state: 'open' } });
    expect(await world.readCase()).toMatchObject({ close_date: null, status_id: 1 });
  });

  /** What the server changes with these, beside what is looked at. */
  function named(change: Change) {
    if (change.name === 'assignee') return { owner: expect.any(String) };
    return change.name === 'text' ? { case_description: change.to } : {};
  }
});

test('what a row says is what a fresh read says', async () => {
  const world = createWriterWorld();
  const { row } = await world.adapter.get('412', signal);
  expect(await world.fresh(rename)).toEqual({ title: row.title });
  expect(await world.fresh(give)).toEqual({ assignee: row.assignee?.id });
  expect(await world.fresh(tag)).toEqual({ tags: [...row.tags].sort().join('\n') });
  expect(await world.fresh(judge)).toMatchObject({ status: row.status.raw });
  expect(await world.fresh(close)).toMatchObject({ status: row.status.raw, state: 'open' });
});

test('the name goes with every update, without its prefix, and the case stands in the query alone', async () => {
  const world = createWriterWorld();
  const { case_name: name } = await world.readCase();
  await world.make(give);
  await world.make({ name: 'tags', add: ['new'], remove: [] });
  const updates = world.sent.filter(({ path }) => path === update);
  expect(updates.map(({ search }) => search)).toEqual(['?cid=412', '?cid=412']);
  expect(updates.map(({ body }) => JSON.parse(body))).toEqual([
    { case_name: name.slice('#412 - '.length), owner_id: 12 },
    { case_name: name.slice('#412 - '.length), case_tags: expect.stringMatching(/new$/) },
  ]);
  expect((await world.readCase()).case_name).toBe(name);
});

test('every call names its case, close and reopen are POST with JSON', async () => {
  const world = createWriterWorld();
  for (const change of [close, reopen, judge, tell]) await world.make(change);
  const posts = world.sent.filter(({ method }) => method === 'POST');
  expect(posts.map(({ path, search }) => path + search)).toEqual([
    '/manage/cases/close/412?cid=412',
    '/manage/cases/reopen/412?cid=412',
    '/case/update-status?cid=412',
    '/case/summary/update?cid=412',
  ]);
  for (const { body } of posts) expect(JSON.parse(body)).not.toHaveProperty('cid');
});

test('a name that a colleague gave meanwhile goes with the new owner', async () => {
  const world = createWriterWorld();
  const fresh = await world.fresh(give);
  await world.askServer(`${update}?cid=412`, { case_name: 'Theirs' });
  await world.writer.send('412', give, fresh, signal);
  expect(await world.readCase()).toMatchObject({ case_name: '#412 - Theirs', owner_id: 12 });
});

test('tags are a delta: those that a colleague added or took stay so', async () => {
  const world = createWriterWorld();
  await world.askServer(`${update}?cid=412`, { case_name: 'AiTM', case_tags: 'aitm,lateral,bec,theirs' });
  const { verdict } = await world.make({ name: 'tags', add: [' mine '], remove: [] });
  expect(verdict).toEqual({ kind: 'applied', after: { tags: 'aitm\nbec\nlateral\nmine\ntheirs' } });
});

test('a tag of another case is not taken away: told plainly, with nothing else changed', async () => {
  const world = createWriterWorld();
  await world.askServer('/manage/cases/update/413?cid=413', { case_name: 'x', case_tags: 'aitm' });
  const before = await world.readCase();
  const change: Change = { name: 'tags', add: ['mine'], remove: ['aitm'] };
  const error = await caught(world.make(change));
  expect(error).toMatchObject({ code: 'invalid', reason: 'tag-shared', retryable: false });
  expect(error.message).toBe(
    'IRIS does not take a tag away that another case has too: aitm. The tags are as they were.',
  );
  expect(JSON.stringify(error)).not.toMatch(/psycopg2|SQL/);
  const { case_name, case_tags, owner_id } = await world.readCase();
  expect({ case_name, case_tags, owner_id }).toEqual({
    case_name: before.case_name,
    case_tags: before.case_tags,
    owner_id: before.owner_id,
  });
  expect(await world.writer.verify('412', change, 0, signal)).toMatchObject({ kind: 'absent' });
});

test('tags of which a part is there are told as another thing than asked for', async () => {
  const world = createWriterWorld();
  const change: Change = { name: 'tags', add: ['aitm', 'mine'], remove: [] };
  expect(await world.writer.verify('412', change, 0, signal)).toMatchObject({
    kind: 'differs',
    fields: ['tags'],
  });
});

test('a summary that a colleague changed since it was read is not overwritten', async () => {
  const world = createWriterWorld();
  const fresh = await world.fresh(tell);
  await world.askServer('/case/summary/update?cid=412', { case_description: 'Theirs' });
  expect(await caught(world.writer.send('412', tell, fresh, signal))).toMatchObject({
    code: 'conflict',
    reason: 'changed-meanwhile',
    retryable: false,
  });
  expect((await world.readCase()).case_description).toBe('Theirs');
  expect(world.posts()).toEqual([]);
  expect(await world.fresh(tell)).toEqual({ summary: 'Theirs' });
});

test('an empty summary is sent as one', async () => {
  const world = createWriterWorld();
  const { verdict } = await world.make({ name: 'text', field: 'summary', to: '' });
  expect(verdict).toEqual({ kind: 'applied', after: { summary: '' } });
});

test('a case that is closed is not closed again: its day would move', async () => {
  const world = createWriterWorld();
  await world.make(close);
  world.advance(3 * 86_400_000);
  const { verdict } = await world.make(closeAs);
  expect(verdict.kind).toBe('applied');
  expect(world.posts()).toEqual(['/manage/cases/close/412', '/case/update-status']);
  expect((await world.readCase()).close_date).toBe('Sun, 22 Nov 2026 00:00:00 GMT');
});

test('a close of which only the outcome arrived is half there, and goes on from there', async () => {
  const world = createWriterWorld();
  const { error, look } = await world.makeAndLose(closeAs, '/manage/cases/close/412', 'before');
  expect(error.retryable).toBe(true);
  expect(await look()).toMatchObject({ kind: 'differs', fields: ['state'] });
  expect((await world.make(closeAs)).verdict.kind).toBe('applied');
  expect(world.posts().filter(path => path === '/case/update-status')).toHaveLength(1);
});

describe('an answer that is lost', () => {
  const calls = [
    ['title', rename, update],
    ['owner', give, update],
    ['tags', { name: 'tags', add: ['mine'], remove: [] }, update],
    ['outcome', judge, '/case/update-status'],
    ['summary', tell, '/case/summary/update'],
    ['close', close, '/manage/cases/close/412'],
  ] satisfies [string, Change, string][];

  test.each(calls)('of %s after it was done: it is found', async (_, change, path) => {
    const world = createWriterWorld();
    const { error, look } = await world.makeAndLose(change, path, 'after');
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect((await look()).kind).toBe('applied');
    expect(world.writer.isRepeatable(change)).toBe(true);
  });

  test.each(calls)('of %s before it was done: nothing of it is there', async (_, change, path) => {
    const world = createWriterWorld();
    const { look } = await world.makeAndLose(change, path, 'before');
    expect((await look()).kind).toBe('absent');
    expect(world.posts()).toHaveLength(1);
    expect((await world.make(change)).verdict.kind).toBe('applied');
  });

  test('of reopening', async () => {
    const world = createWriterWorld();
    await world.make(close);
    const before = await world.makeAndLose(reopen, '/manage/cases/reopen/412', 'before');
    expect((await before.look()).kind).toBe('absent');
    const after = await world.makeAndLose(reopen, '/manage/cases/reopen/412', 'after');
    expect((await after.look()).kind).toBe('applied');
  });
});

describe('is refused before anything is sent:', () => {
  test.each([
    ['a severity', { name: 'severity', to: 'High' }, 'not-offered'],
    ['a case of nobody', { name: 'assignee', to: null, label: 'Nobody' }, 'not-offered'],
    ['an owner who is no number', { name: 'assignee', to: 'mari', label: 'Mari' }, 'unknown-user'],
    ['an outcome that is not there', { name: 'status', to: 'Closed' }, 'unknown-status'],
    ['closing with a status of another vendor', { ...close, to: 'Resolved' }, 'unknown-status'],
    ['reopening to another vendor’s status', { name: 'reopen', to: 'New' }, 'unknown-status'],
    ['a tag with a comma', { name: 'tags', add: ['a,b'], remove: [] }, 'tag-parted'],
    ['an empty tag', { name: 'tags', add: [' '], remove: [] }, 'tag-empty'],
    ['a title with its prefix', { name: 'title', to: '#412 - x' }, 'title-prefix'],
    ['a title of one letter', { name: 'title', to: 'x' }, 'too-short'],
    ['a title that would hide the case', { name: 'title', to: 'x'.repeat(241) }, 'too-long'],
    ['a title of two lines', { name: 'title', to: 'one\ntwo' }, 'title-lines'],
    ['NUL in a title', { name: 'title', to: 'a\0b' }, 'nul'],
    ['NUL in a summary', { ...tell, to: 'a\0b' }, 'nul'],
    ['half an emoji', { ...tell, to: 'a\ud83d' }, 'half-character'],
    ['a text that IRIS does not have', { name: 'text', field: 'findings', to: 'x' }, 'not-offered'],
  ] as [string, Change, string][])('%s', async (_, change, reason) => {
    const world = createWriterWorld();
    expect(await caught(world.fresh(change))).toMatchObject({ reason, retryable: false });
    expect(await caught(world.writer.send('412', change, {}, signal))).toMatchObject({ reason });
    expect(world.posts()).toEqual([]);
  });
});

test('a case that may only be read refuses every change in plain words', async () => {
  const world = createWriterWorld({ apiKey: readerKey });
  await world.askServer('/case/access/set-user?cid=412', {
    case_id: 412,
    user_id: readerId,
    access_level: 2,
  });
  const before = await world.readCase();
  for (const change of [rename, give, judge, tell, close]) {
    const error = await caught(world.make(change));
    expect([error.code, error.reason]).toEqual(['forbidden', 'read-only']);
  }
  expect(await world.readCase()).toEqual(before);
});

test('an owner whom the server does not know is refused by it', async () => {
  const world = createWriterWorld();
  const error = await caught(world.make({ name: 'assignee', to: '9999', label: 'Gone' }));
  expect(error).toMatchObject({ code: 'invalid', retryable: false });
});

test('a case whose name has two prefixes is not changed until it has another name', async () => {
  const world = createWriterWorld();
  await world.askServer(`${update}?cid=412`, { case_name: '#412 - AiTM' });
  const error = await caught(world.make(give));
  expect(error.reason).toBe('name-first');
  expect(world.posts()).toEqual([]);
  await world.make(rename);
  expect((await world.make(give)).verdict.kind).toBe('applied');
});

test('a case that is gone is told so', async () => {
  const world = createWriterWorld({}, '9999');
  expect(await caught(world.fresh(rename))).toMatchObject({ code: 'not-found' });
});
