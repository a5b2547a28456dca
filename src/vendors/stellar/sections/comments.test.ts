import { expect, test } from 'vitest';
import type { SectionPage } from '#domain/section.ts';
import { createChain, signal } from '../test-kit/create-chain.ts';
import { findCase } from '../test-kit/find-case.ts';

function postsOf({ blocks }: SectionPage) {
  return blocks.flatMap(block => (block.kind === 'posts' ? block.posts : []));
}

test('comments come oldest first, by name, and an edited one says so', async () => {
  const chain = createChain();
  const page = await chain.adapter.section('comments', findCase(chain, 'Impossible travel'), null, signal);
  const posts = postsOf(page);
  expect(posts.map(({ author }) => author)).toEqual(['Mari Dahl', 'Mari Dahl', 'Mari Dahl']);
  expect(posts.map(({ editedAt }) => editedAt !== null)).toEqual([false, true, false]);
  const times = posts.map(({ stamp }) => stamp?.at ?? 0);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
  expect(page.entries[1]).toMatchObject({
    kind: 'comment',
    actor: 'Mari Dahl',
    action: 'wrote a comment',
    support: 'edited since',
    body: { format: 'text', text: 'Owner of the host is called, answer pending.' },
  });
});

test('the users are listed once for many cases', async () => {
  const chain = createChain();
  await chain.adapter.section('comments', findCase(chain, 'Impossible travel'), null, signal);
  await chain.adapter.section('history', findCase(chain, 'Shadow copies'), null, signal);
  expect(chain.sent.filter(({ url }) => url.endsWith('/users'))).toHaveLength(1);
});

test('a key that may not list users shows who it was as it stands', async () => {
  const chain = createChain({
    intercept: request =>
      request.url.endsWith('/users') ? Response.json({ error: 'Forbidden' }, { status: 403 }) : null,
  });
  const page = await chain.adapter.section('comments', findCase(chain, 'Impossible travel'), null, signal);
  expect(postsOf(page)[0]?.author).toMatch(/^[0-9a-f]{32}$/);
  expect(postsOf(page)[1]?.author).toBe('mari.dahl@soc.example');
});

test('a comment without id, author and time is still shown', async () => {
  const chain = createChain({
    intercept: request =>
      request.url.endsWith('/comments') ? Response.json({ data: [{ comment: 'Seen.' }, null] }) : null,
  });
  const page = await chain.adapter.section('comments', findCase(chain, 'Kerberoasting'), null, signal);
  expect(postsOf(page)).toMatchObject([
    { id: 'position-0', author: null, stamp: null, text: { text: 'Seen.' } },
  ]);
  expect(page.entries).toEqual([]);
});
