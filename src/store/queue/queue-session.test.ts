import { expect, test } from 'vitest';
import type { IndexQuery } from '#domain/queue-index.ts';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import { createQueueIndex } from '#index-worker/queue-index.ts';
import { createIndexQuestions } from '../engine/index-questions.ts';
import { createQueueSession } from './queue-session.ts';

function query(q: string): IndexQuery {
  return { q, sort: [{ key: 'title', isDescending: false }], facets: {}, ranges: {}, me: [] };
}

/** An open queue over an index in this thread; answers come when `letAnswersThrough` is called, if they are held. */
function start() {
  const index = createQueueIndex();
  index.upsert([createSampleRow('1', 'Beacon'), createSampleRow('2', 'Phishing')]);
  const questions = createIndexQuestions(index);
  let gate: Promise<void> = Promise.resolve();
  const session = createQueueSession({
    ...questions,
    open: async (...asked) => {
      const answer = await questions.open(...asked);
      await gate;
      return answer;
    },
  });
  return {
    session,
    index,
    titles: () => {
      const { total, rowAt } = session.getSnapshot();
      return Array.from({ length: total }, (_, at) => rowAt(at)?.title);
    },
    holdAnswers: () => {
      let letThrough = () => {};
      gate = new Promise(resolve => {
        letThrough = resolve;
      });
      return () => letThrough();
    },
  };
}

test('rows that arrive while a new question is on its way do not bring the old question back', async () => {
  const { session, index, titles, holdAnswers } = start();
  await session.open(query(''));
  const letAnswersThrough = holdAnswers();
  const opening = session.open(query('phish'));
  index.upsert([createSampleRow('3', 'Another phish')]);
  const heard = session.hear(true, true);
  letAnswersThrough();
  await Promise.all([opening, heard]);
  expect(session.getSnapshot().query?.q).toBe('phish');
  expect(titles()).toEqual(['Another phish', 'Phishing']);
});

test('an untouched list that still fills takes rows in; a touched one lets them wait', async () => {
  const { session, index, titles } = start();
  await session.open(query(''));
  index.upsert([createSampleRow('3', 'Adware')]);
  await session.hear(true, true);
  expect(titles()).toEqual(['Adware', 'Beacon', 'Phishing']);

  session.touch();
  index.upsert([createSampleRow('4', 'Access from abroad'), createSampleRow('1', 'Beacon, seen twice')]);
  await session.hear(true, true);
  expect(titles()).toEqual(['Adware', 'Beacon, seen twice', 'Phishing']);
  expect(session.getSnapshot().added).toBe(1);

  await session.refresh();
  expect(titles()).toEqual(['Access from abroad', 'Adware', 'Beacon, seen twice', 'Phishing']);
  expect(session.getSnapshot().added).toBe(0);
});

test('a list that was read to the end does not move, touched or not', async () => {
  const { session, index, titles } = start();
  await session.open(query(''));
  await session.hear(false, false);
  index.upsert([createSampleRow('3', 'Adware')]);
  await session.hear(false, true);
  expect(titles()).toEqual(['Beacon', 'Phishing']);
  expect(session.getSnapshot().added).toBe(1);
});

test('what says the same stays the same object, and only what changed is another', async () => {
  const { session, index } = start();
  await session.open(query(''));
  session.touch();
  const { facets, rowAt } = session.getSnapshot();

  index.upsert([createSampleRow('2', 'Phishing again')]);
  await session.refresh();
  const renewed = session.getSnapshot();
  expect(renewed.rowAt(0)).toBe(rowAt(0));
  expect(renewed.facets?.status).toBe(facets?.status);
  expect(renewed.rowAt(1)?.title).toBe('Phishing again');

  index.upsert([{ ...createSampleRow('2', 'Phishing again'), status: { value: 'new', raw: 'New' } }]);
  await session.refresh();
  expect(session.getSnapshot().facets?.status.map(({ value, count }) => [value, count])).toEqual([
    ['new', 1],
    ['open', 1],
  ]);
  expect(session.getSnapshot().facets?.severity).toBe(facets?.severity);
});

test('learning who asks renews a list that nobody has touched', async () => {
  const { session, index, titles } = start();
  await session.open(query(''));
  index.upsert([createSampleRow('3', 'Zeus')]);
  await session.learnWhoAsks({ ...query(''), me: ['mari dahl'] });
  expect(titles()).toEqual(['Beacon', 'Phishing', 'Zeus']);
});

test('learning who asks leaves the order under somebody’s hands alone', async () => {
  const { session, index, titles } = start();
  await session.open(query(''));
  session.touch();
  const before = session.getSnapshot().resultId;
  index.upsert([createSampleRow('3', 'Zeus')]);
  await session.learnWhoAsks({ ...query(''), me: ['mari dahl'] });
  expect(session.getSnapshot().resultId).toBe(before);
  expect(titles()).toEqual(['Beacon', 'Phishing']);
});

test('a list of what is mine fills when it is known who I am, touched or not', async () => {
  const { session, index, titles } = start();
  index.upsert([{ ...createSampleRow('3', 'Zeus'), assignee: { id: '7', name: 'Mari Dahl' } }]);
  const mine = { ...query(''), facets: { assignee: { include: ['@me'], exclude: [] } } };
  await session.open(mine);
  session.touch();
  expect(titles()).toEqual([]);
  await session.learnWhoAsks({ ...mine, me: ['mari dahl'] });
  expect(titles()).toEqual(['Zeus']);
});
