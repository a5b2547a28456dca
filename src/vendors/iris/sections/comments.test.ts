import { expect, test } from 'vitest';
import type { SectionPage } from '#domain/section.ts';
import { iris } from '../index.ts';
import { createTestWorld, readSection } from '../test-world.ts';

const { signal } = new AbortController();

function postsOf(pages: readonly SectionPage[]) {
  return pages.flatMap(page => page.blocks.flatMap(block => (block.kind === 'posts' ? block.posts : [])));
}

function noticesOf(page: SectionPage | undefined): string[] {
  return (page?.blocks ?? []).flatMap(block => (block.kind === 'notice' ? [block.text] : []));
}

test('comments of a large case: all at once, where they stand page by page, never more than 25 objects asked', async () => {
  const world = createTestWorld({ size: 10 });
  for (let index = 0; index < 60; index += 1) {
    const asset = { asset_name: `WS-${index}`, asset_type_id: 9, analysis_status_id: 1 };
    await world.askServer('/case/assets/add?cid=412', asset);
  }
  const pages: SectionPage[] = [];
  const calls: number[] = [];
  let cursor: string | null = null;
  do {
    const before = world.sent.length;
    const page: SectionPage = await world.adapter.section('comments', '412', cursor, signal);
    pages.push(page);
    calls.push(world.sent.slice(before).filter(call => call.path.includes('/comments/')).length);
    cursor = page.next;
  } while (cursor !== null);

  const [first] = pages;
  expect([first?.count, postsOf(pages.slice(0, 1)).length, first?.entries.length]).toEqual([7, 7, 7]);
  expect(noticesOf(first)).toEqual([
    'All comments are here. Of 3 comments it is not read yet what they are on: 55 objects of the case may still be asked.',
  ]);
  expect(noticesOf(pages.at(-1))).toEqual(['What each comment is on was read as far as IRIS says.']);
  expect(Math.max(...calls)).toBeLessThanOrEqual(25);
  expect(world.sent.filter(call => call.path === '/case/export')).toHaveLength(1);
  // A later page says more of a comment that is there already.
  const latest = new Map(postsOf(pages).map(post => [post.id, post.title]));
  expect([...latest.values()].every(title => title?.startsWith('On '))).toBe(true);
});

test('at most three calls are in flight', async () => {
  const world = createTestWorld({ size: 10 });
  let inFlight = 0;
  let most = 0;
  const adapter = iris.createAdapter({
    ...world.context,
    fetch: async request => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      const response = await world.context.fetch(request);
      inFlight -= 1;
      return response;
    },
  });
  await readSection(adapter, 'comments', '412');
  await readSection(adapter, 'notes', '412');
  expect(most).toBe(3);
});

test('comments of other cases on a shared IOC are not those of this one', async () => {
  const world = createTestWorld();
  const linked = (await world.adapter.section('links', '412', null, signal)).blocks;
  const other = linked.flatMap(block => (block.kind === 'table' ? block.rows : []))[0]?.cells['case'];
  const otherId = other?.kind === 'cases' ? other.cases[0]?.caseId : null;
  await world.askServer(`/case/ioc/2/comments/add?cid=${otherId}`, { comment_text: 'of the other case' });
  const [page] = await readSection(world.adapter, 'comments', '412');
  expect(JSON.stringify(page)).not.toContain('of the other case');
});

test('notes are read 25 to a page', async () => {
  const world = createTestWorld({ size: 10 });
  for (let index = 0; index < 30; index += 1) {
    await world.askServer('/case/notes/add?cid=412', {
      note_title: `Note ${index}`,
      note_content: 'x',
      group_id: 1,
    });
  }
  const pages = await readSection(world.adapter, 'notes', '412');
  expect(pages.map(page => [postsOf([page]).length, page.next, page.count])).toEqual([
    [25, '25', 33],
    [8, null, 33],
  ]);
  expect(new Set(postsOf(pages).map(post => post.id)).size).toBe(33);
});

test('a note that breaks IRIS costs no other', async () => {
  const { adapter } = createTestWorld({
    answerInstead: path =>
      path === '/case/notes/2'
        ? new Response('<html>', { status: 500, headers: { 'content-type': 'text/html' } })
        : undefined,
  });
  const posts = postsOf(await readSection(adapter, 'notes', '412'));
  expect(posts.map(post => [post.title, post.text.text !== '', post.hasMore === true])).toEqual([
    ['First findings', true, false],
    ['Call with Vidar Logistics', false, true],
    ['WS-0412 triage', true, false],
  ]);
});

test('a group without notes is named', async () => {
  const world = createTestWorld();
  await world.askServer('/case/notes/groups/add?cid=412', { group_title: 'Lessons' });
  expect(noticesOf(await world.adapter.section('notes', '412', null, signal))).toEqual([
    'No notes in Lessons.',
  ]);
});
