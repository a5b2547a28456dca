import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { readerId, readerKey } from '#mocks/vendors/iris/users.ts';
import { createIrisAdapter } from '../adapter.ts';
import { toNoteTitle } from './note-title.ts';
import { caught, createWriterWorld, writerOf } from './test-writer.ts';

const { signal } = new AbortController();
const add = '/case/notes/add';
const groups = '/case/notes/groups/list?cid=412';
const markdown = '## Called *Ida* 🧑‍💻\r\n\r\n<script>alert(1)</script>\t\n- [x] æøå\u00a0日本\n\n';

const note = (text: string): Change => ({
  name: 'post',
  section: 'notes',
  text,
  isInternal: false,
  replyTo: null,
});
const log = (text: string): Change => ({
  name: 'post',
  section: 'log',
  text,
  isInternal: false,
  replyTo: null,
});

type World = ReturnType<typeof createWriterWorld>;

/** The contents of the notes of the case, as the vendor keeps them. */
async function contents(world: World): Promise<string[]> {
  const { notes } = await world.read('/case/export?cid=412');
  return notes.map((item: { note_content: string }) => item.note_content);
}

const countOf = async (world: World, text: string) =>
  (await contents(world)).filter(content => content === text).length;

const logged = async (world: World, text: string) =>
  (await world.read('/case/activities/list?cid=412')).filter(
    (item: { activity_desc: string }) => item.activity_desc === text,
  ).length;

/** A browser that was started anew: nothing of what was read before is known. */
const startAnew = (world: World) => writerOf(createIrisAdapter(world.context).writer);

test('a note keeps its Markdown byte for byte and stands in the oldest group under its first line', async () => {
  const world = createWriterWorld();
  const { verdict, fresh } = await world.make(note(markdown));
  expect(fresh).toEqual({});
  expect(verdict).toEqual({ kind: 'applied', after: { note: markdown } });
  expect(await countOf(world, markdown)).toBe(1);
  const { groups: now } = await world.read(groups);
  expect(now[0].notes.at(-1)).toMatchObject({ note_title: 'Called *Ida* 🧑‍💻', user: 'mari.dahl' });
  expect(world.writer.isRepeatable(note('x'))).toBe(false);
  expect(world.writer.isFinal(note('x'))).toBe(false);
});

test('the first note of a case without groups makes one, once', async () => {
  const world = createWriterWorld({}, '413');
  const list = '/case/notes/groups/list?cid=413';
  for (const { group_id: id } of (await world.read(list)).groups) {
    await world.askServer(`/case/notes/groups/delete/${id}?cid=413`, {});
  }
  world.lose(add, 'before');
  const fresh = await world.fresh(note('First'));
  expect((await caught(world.writer.send('413', note('First'), fresh, signal))).retryable).toBe(true);
  await world.make(note('First'));
  await world.make(note('Second'));
  const now = (await world.read(list)).groups;
  expect(now.map((group: { group_title: string }) => group.group_title)).toEqual(['Notes']);
  expect(now[0].notes).toHaveLength(2);
});

describe('a note whose answer was lost', () => {
  test('after it was kept is found, also by a browser started anew', async () => {
    const world = createWriterWorld();
    const { error, look } = await world.makeAndLose(note(markdown), add, 'after');
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect((await look(startAnew(world))).kind).toBe('applied');
    expect((await look()).kind).toBe('applied');
    expect(await countOf(world, markdown)).toBe(1);
  });

  test('before it was kept is not there, and is there once when sent again', async () => {
    const world = createWriterWorld();
    const { look } = await world.makeAndLose(note(markdown), add, 'before');
    expect((await look()).kind).toBe('absent');
    expect((await look(startAnew(world))).kind).toBe('absent');
    expect((await world.make(note(markdown))).verdict.kind).toBe('applied');
    expect(await countOf(world, markdown)).toBe(1);
  });

  test('is told from the same words that stood there before', async () => {
    const world = createWriterWorld();
    await world.make(note('Done.'));
    const { look } = await world.makeAndLose(note('Done.'), add, 'before');
    expect((await look()).kind).toBe('absent');
    expect((await world.make(note('Done.'))).verdict.kind).toBe('applied');
    expect(await countOf(world, 'Done.')).toBe(2);
  });

  test('is told from the same words of long ago by a browser started anew', async () => {
    const world = createWriterWorld();
    await world.make(note('Done.'));
    world.advance(3_600_000);
    const { look } = await world.makeAndLose(note('Done.'), add, 'before');
    expect((await look(startAnew(world))).kind).toBe('absent');
  });

  test('is told from the same words by a colleague', async () => {
    const world = createWriterWorld();
    const { look } = await world.makeAndLose(note('Done.'), add, 'before');
    const { groups: now } = await world.read(groups);
    const body = { note_title: 'Done.', note_content: 'Done.', group_id: now[0].group_id };
    await world.askServer(`${add}?cid=412`, body);
    expect((await look()).kind).toBe('absent');
    expect((await look(startAnew(world))).kind).toBe('absent');
  });

  test('is told from other words under the same first line', async () => {
    const world = createWriterWorld();
    const { look } = await world.makeAndLose(note('Call\n\nwith Ida'), add, 'before');
    await world.make(note('Call\n\nwith Per'));
    expect((await look()).kind).toBe('absent');
  });

  test('and that arrived late is not sent a second time', async () => {
    const world = createWriterWorld();
    const { look } = await world.makeAndLose(note('Slow.'), add, 'after');
    // Sent again without a look: the outbox looks first, and what it saw may have been too early.
    await world.writer.send('412', note('Slow.'), {}, signal);
    expect((await look()).kind).toBe('applied');
    expect(await countOf(world, 'Slow.')).toBe(1);
  });

  test.each([-300, 330])('is found where the server’s clock is %i min from UTC', async offset => {
    const world = createWriterWorld({ variant: { serverOffsetMinutes: offset } });
    const { look } = await world.makeAndLose(note(markdown), add, 'after');
    expect((await look(startAnew(world))).kind).toBe('applied');
  });
});

test('a line of the log is known again in the small letters that IRIS stores', async () => {
  const world = createWriterWorld();
  const change = log('Called Ida Berg, NW-FS02 Straße');
  const { verdict } = await world.make(change);
  expect(verdict).toEqual({ kind: 'applied', after: { log: 'Called ida berg, nw-fs02 straße' } });
  expect([world.writer.isRepeatable(change), world.writer.isFinal(change)]).toEqual([false, true]);
});

test('a line of the log is told from the same line before, also within a second', async () => {
  const world = createWriterWorld();
  await world.make(log('Checked'));
  await world.make(log('Checked'));
  expect(await logged(world, 'Checked')).toBe(2);
  const before = await world.makeAndLose(log('Checked'), '/case/tasklog/add', 'before');
  expect((await before.look()).kind).toBe('absent');
  const after = await world.makeAndLose(log('Checked'), '/case/tasklog/add', 'after');
  expect((await after.look()).kind).toBe('applied');
  expect(await logged(world, 'Checked')).toBe(3);
});

test('a line of the log is found by a browser started anew, and none of an hour ago', async () => {
  const world = createWriterWorld();
  await world.make(log('Checked'));
  world.advance(3_600_000);
  const { look } = await world.makeAndLose(log('Checked'), '/case/tasklog/add', 'before');
  expect((await look(startAnew(world))).kind).toBe('absent');
  await world.make(log('Checked'));
  expect((await look(startAnew(world))).kind).toBe('applied');
});

test.each([
  ['NUL', note('a\0b'), 'nul'],
  ['half an emoji', note('a\udc00'), 'half-character'],
  ['nothing but space', note(' \n\t'), 'empty'],
  ['more than leaves at once', note('x'.repeat(300_001)), 'too-long'],
  ['a log line that is too long', log('x'.repeat(10_001)), 'too-long'],
  ['a comment on the case', { ...note('x'), section: 'comments' }, 'not-offered'],
  ['an answer to somebody', { ...note('x'), replyTo: '7' }, 'not-offered'],
] as [string, Change, string][])('%s is refused before anything is sent', async (_, change, reason) => {
  const world = createWriterWorld();
  expect(await caught(world.fresh(change))).toMatchObject({ reason, retryable: false });
  expect(await caught(world.writer.send('412', change, {}, signal))).toMatchObject({ reason });
  expect(world.posts()).toEqual([]);
});

test('the longest note goes through, be it all of three bytes a character', async () => {
  const world = createWriterWorld();
  const text = '日'.repeat(300_000);
  expect((await world.make(note(text))).verdict.kind).toBe('applied');
  expect(await countOf(world, text)).toBe(1);
});

test('with a key of which nobody says whose it is, no words are sent: they could not be found again', async () => {
  const answerInstead = (path: string) =>
    path === '/case/users/list' ? Response.json({ status: 'success', message: '', data: [] }) : undefined;
  const world = createWriterWorld({ answerInstead });
  expect(await caught(world.make(note('Mine')))).toMatchObject({
    reason: 'author-unknown',
    retryable: false,
  });
  expect(world.posts()).toEqual([]);
});

test('words into a case that may only be read are refused, and nothing is kept', async () => {
  const world = createWriterWorld({ apiKey: readerKey });
  await world.askServer('/case/access/set-user?cid=412', {
    case_id: 412,
    user_id: readerId,
    access_level: 2,
  });
  for (const change of [note('Mine'), log('Mine')]) {
    expect(await caught(world.make(change))).toMatchObject({ code: 'forbidden', reason: 'read-only' });
  }
  expect(await countOf(world, 'Mine')).toBe(0);
});

test.each([
  ['## Findings\n\nmore', 'Findings'],
  ['\n\n> - [x] Isolate host', '[x] Isolate host'],
  ['---\n***\nAfter a rule', 'After a rule'],
  ['***\n', 'Note'],
  ['x'.repeat(154), 'x'.repeat(154)],
  ['x'.repeat(155), `${'x'.repeat(153)}…`],
  [`${'x'.repeat(152)}😀 and more`, `${'x'.repeat(152)}…`],
])('the title of %j', (text, title) => {
  expect(toNoteTitle(text)).toBe(title);
});
