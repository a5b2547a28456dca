import { expect, test } from 'vitest';
import { customerUsers } from '#mocks/vendors/argus/directory.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import recorded from '../fixtures/case_comments.json';
import { answerWith, blockOf, createStory, readAll, signal } from './test-sections.ts';

test('comments tell who, when to the millisecond, what was set, and what became of them', async () => {
  const story = createStory();
  const page = await story.adapter.section('comments', story.id, null, signal);
  const { posts } = blockOf(page.blocks, 'posts');
  expect(posts.map(post => [post.text.text.slice(3, 14), post.marks.map(mark => mark.text)])).toEqual([
    ['Case opened', ['Submitted by tech', 'Status pendingSoc', 'Priority medium']],
    ['Two hosts s', ['Edited: a later comment replaces it', 'Submitted by tech', 'Set priority to critical']],
    ['Hosts and a', ['Replaces an earlier comment', 'Submitted by tech']],
    ['This belong', ['Deleted', 'Submitted by tech']],
    ['Same infras', ['Internal', 'Submitted by tech']],
    ['Confirmed, ', [expect.stringMatching(/^By e-mail from .+@customer\.example$/)]],
    ['Asked for t', ['Submitted by tech', 'Set status to workingSoc']],
  ]);
  const [first, , corrected, deleted, , reply] = posts;
  expect(first).toMatchObject({
    author: 'Jonas Berg',
    text: { format: 'html' },
    replyTo: null,
    editedAt: null,
    stamp: { precision: 'millisecond', zone: 'UTC', original: String(first?.stamp?.at) },
  });
  expect(deleted?.isDeleted).toBe(true);
  expect(reply).toMatchObject({ replyTo: first?.id, editedAt: { precision: 'millisecond' } });
  expect(corrected?.downloads).toEqual([
    {
      id: `attachment:${story.record.attachments[0]?.id}`,
      name: `indicators-${story.id}.txt`,
      size: null,
      label: `indicators-${story.id}.txt`,
      warning: 'Somebody uploaded it to the case. It may be harmful.',
    },
  ]);
  expect(page.count).toBe(7);
  expect(page.entries.map(({ subject, support, labels }) => [subject, support, labels])).toEqual([
    ['a comment', 'status pendingSoc, priority medium', []],
    ['a comment', 'set priority to critical', ['replaced']],
    ['a comment', '', []],
    ['a comment', '', ['deleted']],
    ['an internal comment', '', []],
    ['a reply', '', []],
    ['a comment', 'set status to workingSoc', []],
  ]);
});

test('without the right to what was deleted it is not asked for twice, and the others come', async () => {
  const story = createStory('Suspected ransomware');
  story.hooks.beforeSend = ({ path }) =>
    path.includes('includeDeleted') ? Response.json({ messages: [] }, { status: 403 }) : undefined;
  for (let index = 0; index < 2; index += 1) {
    const page = await story.adapter.section('comments', story.id, null, signal);
    expect(blockOf(page.blocks, 'posts').posts).toHaveLength(6);
  }
  expect(story.sent.filter(({ path }) => path.includes('includeDeleted'))).toHaveLength(1);
});

test('a customer sees neither internal comments nor deleted ones', async () => {
  const story = createStory('C2 domain', { apiKey: apiKeys.customer });
  story.record.customer = customerUsers[1]?.customer ?? story.record.customer;
  const { posts } = blockOf(
    (await story.adapter.section('comments', story.id, null, signal)).blocks,
    'posts',
  );
  expect(posts).toHaveLength(5);
  expect(posts.some(post => post.isDeleted || post.marks.some(({ text }) => text === 'Internal'))).toBe(
    false,
  );
});

test.each([
  ['counted', {}],
  ['not counted in time', { isCountTimedOut: true }],
  ['not counted at all', { isCountMissing: true }],
  ['with a lower limit than asked for', { largestPage: 25 }],
])('230 comments, %s: page after page, each once', async (_, switches) => {
  const story = createStory();
  Object.assign(story.world.switches, switches);
  const [model] = story.record.comments;
  if (model === undefined) throw new Error('no comment');
  story.record.comments = Array.from({ length: 230 }, (_, index) => ({
    ...structuredClone(model),
    id: `3fa85f64-5717-4562-b3fc-${String(index).padStart(12, '0')}`,
    addedTimestamp: model.addedTimestamp + index,
    status: index < 150 ? ('pendingSoc' as const) : ('workingSoc' as const),
  }));
  const pages = await readAll(story, 'comments', story.id);
  const posts = pages.flatMap(page => blockOf(page.blocks, 'posts').posts);
  expect(new Set(posts.map(post => post.id)).size).toBe(230);
  expect(posts).toHaveLength(230);
  // Across the edge of a page, too, a status is set once.
  expect(posts.filter(post => post.marks.some(({ text }) => /status/i.test(text)))).toHaveLength(2);
});

test('a comment as documented, with times that are words and flags of which one is DELETED', async () => {
  const story = createStory();
  answerWith(story, '/comments', { ...recorded, responseCode: 200 });
  const page = await story.adapter.section('comments', story.id, null, signal);
  const [post] = blockOf(page.blocks, 'posts').posts;
  expect(post).toMatchObject({
    id: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    author: 'string',
    stamp: { at: 0, original: '0' },
    isDeleted: true,
    downloads: [{ name: 'string' }],
  });
});

test('what is missing, null or unheard of drops no comment', async () => {
  const story = createStory();
  answerWith(story, '/comments', {
    responseCode: 200,
    data: [
      {},
      { id: 1, flags: ['NEW_FLAG', 7], references: [{ type: 'asReplyTo', commentID: 9 }, 'x'] },
      { id: 1 },
    ],
  });
  const page = await story.adapter.section('comments', story.id, 'no place of ours', signal);
  const { posts } = blockOf(page.blocks, 'posts');
  expect(posts.map(post => [post.id, post.replyTo, post.marks.map(mark => mark.text)])).toEqual([
    ['place 1', null, []],
    ['1', '9', ['New flag']],
    ['place 3', null, []],
  ]);
  expect(page.entries).toEqual([]);
});
