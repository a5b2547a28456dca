import { expect, test } from 'vitest';
import recorded from '../fixtures/case_history_transaction.json';
import { answerWith, blockOf, createStory, signal, textsOf } from './test-sections.ts';

function listOf(...data: unknown[]) {
  return { responseCode: 200, limit: 100, offset: 0, count: data.length, size: data.length, data };
}

test('a transaction as recorded: a row for its change, and a sentence', async () => {
  const story = createStory();
  answerWith(story, '/history', listOf(recorded.data));
  const page = await story.adapter.section('history', story.id, null, signal);
  expect(blockOf(page.blocks, 'table').rows.map(row => textsOf(row.cells))).toEqual([
    {
      time: '1690896884659',
      who: 'REDACTED (admin)',
      operation: 'update case',
      field: 'status',
      before: 'pendingCustomer',
      after: 'pendingSoc',
    },
  ]);
  expect(page.entries).toEqual([
    {
      id: 'transaction:2b00286e-364a-468a-9097-36d27583c872',
      kind: 'status',
      stamp: {
        at: 1690896884659,
        precision: 'millisecond',
        original: '1690896884659',
        zone: 'UTC',
        doubt: null,
      },
      actor: 'REDACTED (admin)',
      action: 'set status to',
      subject: 'Open',
      support: 'pendingSoc, was pendingCustomer',
      body: null,
      severity: null,
      status: 'open',
      labels: [],
      color: null,
      section: 'history',
      notBefore: null,
    },
  ]);
});

test('a story: opened, taken, set in progress', async () => {
  const story = createStory();
  const page = await story.adapter.section('history', story.id, null, signal);
  expect(page.entries.map(({ action, subject, support }) => [action, subject, support])).toEqual([
    ['opened', 'the case', 'status pendingSoc, priority medium'],
    [
      'changed',
      'priority, assigned tech',
      expect.stringMatching(/^priority medium to critical, assigned tech .+@/),
    ],
    ['set status to', 'In progress', 'workingSoc, was pendingSoc'],
  ]);
  expect(page.count).toBe(3);
});

test.each([
  [
    'one field',
    { changes: [{ field: 'priority', previousValue: 'low', value: 'high' }] },
    'changed priority low to high',
  ],
  [
    'a field emptied',
    { changes: [{ field: 'category', previousValue: 'phishing', value: null }] },
    'changed category phishing taken away',
  ],
  [
    'a long text',
    { changes: [{ field: 'description', previousValue: 'x'.repeat(99), value: '' }] },
    'changed description rewritten',
  ],
  [
    'a status never heard of',
    { changes: [{ field: 'status', value: 'pendingMars' }] },
    'set status to pendingMars pendingMars',
  ],
  [
    'objects',
    { changes: [{ field: 'service', previousObject: { name: 'Support' }, object: { shortName: 'ids' } }] },
    'changed service Support to ids',
  ],
  [
    'closing',
    { operation: 'closeCase', changes: [{ field: 'status', previousValue: 'workingSoc', value: 'closed' }] },
    'closed the case status workingSoc to closed',
  ],
  ['no changes', { operation: 'sendReminder' }, 'changed the case send reminder'],
])('%s is said in one sentence', async (_, fields, sentence) => {
  const story = createStory();
  answerWith(story, '/history', listOf({ id: 'a', timestamp: 5, operation: 'updateCase', ...fields }));
  const page = await story.adapter.section('history', story.id, null, signal);
  const [entry] = page.entries;
  expect(`${entry?.action} ${entry?.subject} ${entry?.support}`).toBe(sentence);
});

test('what a comment or a file added stands in its own section, and in the table', async () => {
  const story = createStory();
  answerWith(
    story,
    '/history',
    listOf({ id: 'a', timestamp: 5, operation: 'addComment', changes: [{ field: 'comment', value: 'c1' }] }),
  );
  const page = await story.adapter.section('history', story.id, null, signal);
  expect(page.entries).toEqual([]);
  expect(blockOf(page.blocks, 'table').rows).toHaveLength(1);
});
