import { expect, test } from 'vitest';
import type { SectionPage } from '#domain/section.ts';
import { readerKey } from '#mocks/vendors/iris/users.ts';
import { iris } from '../index.ts';
import { wordsOf } from '../test-recorded.ts';
import { createTestWorld, readSection } from '../test-world.ts';

const { signal } = new AbortController();

function noticesOf(page: SectionPage | undefined): string[] {
  return (page?.blocks ?? []).flatMap(block => (block.kind === 'notice' ? [block.text] : []));
}

test.each(iris.sections)('the story’s case has something in %s', async section => {
  const { adapter } = createTestWorld();
  const [page] = await readSection(adapter, section, '412');
  expect(page?.blocks.some(block => block.kind !== 'notice')).toBe(true);
});

test('every call of every section names the case, in the query', async () => {
  const { adapter, sent } = createTestWorld();
  for (const section of iris.sections) await readSection(adapter, section, '412');
  // The list of outcomes belongs to no case.
  expect(
    sent
      .filter(call => !call.path.startsWith('/manage/outcome'))
      .every(({ search }) => search.includes('cid=412')),
  ).toBe(true);
});

test('sections of an empty case are empty, and no comment is asked for', async () => {
  const { adapter, sent } = createTestWorld();
  for (const section of ['observables', 'events', 'tasks', 'assets', 'evidence', 'notes', 'links'] as const) {
    const page = await adapter.section(section, '1', null, signal);
    expect([section, page.blocks, page.entries, page.count]).toEqual([section, [], [], 0]);
  }
  expect((await adapter.section('comments', '1', null, signal)).blocks).toEqual([]);
  expect(sent.filter(call => call.path.includes('comments'))).toEqual([]);
});

test.each(iris.sections)('%s of a case that is gone, hidden or no number is not found', async section => {
  const { adapter } = createTestWorld();
  const offline = section === 'exports' ? ['abc'] : ['99999', 'abc', '../1'];
  for (const id of offline) {
    await expect(adapter.section(section, id, null, signal)).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('somebody who may only read reads every section', async () => {
  const { adapter } = createTestWorld({ apiKey: readerKey });
  for (const section of iris.sections) expect((await readSection(adapter, section, '412')).length).toBe(1);
});

test('each kind of object is opened with its comments', async () => {
  const { adapter } = createTestWorld();
  const opened = [
    ['assets', '1'],
    ['tasks', '2'],
    ['notes', '2'],
    ['evidence', '1'],
    ['events', '4'],
    ['observables', '2'],
  ] as const;
  for (const [section, id] of opened) {
    const { blocks } = await adapter.item(section, '412', id, signal);
    expect([section, blocks.some(block => block.key === 'comments')]).toEqual([section, true]);
  }
  await expect(adapter.item('assets', '412', '9999', signal)).rejects.toMatchObject({ code: 'not-found' });
  const { blocks } = await adapter.item('assets', '412', '2', signal);
  expect(blocks.find(block => block.key === 'custom')).toMatchObject({
    fields: [
      { label: 'Inventory: Holds personal data', text: 'Yes' },
      { label: 'Inventory: Owner', text: 'Finance platform' },
    ],
  });
});

test('from 300 assets on, what IRIS leaves out is said', async () => {
  const world = createTestWorld({ size: 10 });
  expect(noticesOf(await world.adapter.section('assets', '412', null, signal))).toEqual([]);
  for (let index = 0; index < 300; index += 1) {
    await world.askServer('/case/assets/add?cid=412', {
      asset_name: `WS-${index}`,
      asset_type_id: 9,
      analysis_status_id: 1,
    });
  }
  for (const section of ['assets', 'links'] as const) {
    expect(noticesOf(await world.adapter.section(section, '412', null, signal))).toEqual([
      'IRIS does not say which other cases have these assets: it stops at 300, and this case has 304.',
    ]);
  }
});

test('the newest 40 activities are said to be no more than that', async () => {
  const world = createTestWorld();
  expect(noticesOf(await world.adapter.section('history', '412', null, signal))).toEqual([]);
  for (let index = 0; index < 40; index += 1)
    await world.askServer('/case/tasklog/add?cid=412', { log_content: `Step ${index}` });
  expect(noticesOf(await world.adapter.section('history', '412', null, signal))).toEqual([
    'These are the newest 40 activities: IRIS gives no older ones.',
  ]);
});

test('a case that was closed and reopened tells it in its timeline', async () => {
  const world = createTestWorld();
  await world.askServer('/manage/cases/close/412?cid=412', {});
  await world.askServer('/manage/cases/reopen/412?cid=412', {});
  const { entries } = await world.adapter.section('history', '412', null, signal);
  expect(
    entries.filter(({ kind }) => kind === 'status').map(({ action, status }) => [action, status]),
  ).toEqual([
    ['created', 'open'],
    ['closed', 'closed'],
    ['reopened', 'open'],
  ]);
});

test('tables name the same people as everybody else', async () => {
  const { adapter } = createTestWorld();
  const events = wordsOf(await adapter.section('events', '412', null, signal));
  expect(events.map(({ author }) => author)).toEqual(Array.from({ length: 4 }, () => 'Mari Dahl'));
  const actors = (await adapter.section('history', '412', null, signal)).entries.map(({ actor }) => actor);
  expect(new Set(actors)).toEqual(new Set(['Mari Dahl']));
});

test('a list of people that does not come leaves logins', async () => {
  const { adapter } = createTestWorld({
    answerInstead: path =>
      path === '/case/users/list'
        ? Response.json({ status: 'error', message: 'no', data: [] }, { status: 400 })
        : undefined,
  });
  const events = wordsOf(await adapter.section('events', '412', null, signal));
  expect(events[0]?.['author']).toBe('mari.dahl');
});
