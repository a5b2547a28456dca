import { expect, test } from 'vitest';
import type { SectionPage, TableRow } from '#domain/section.ts';
import { createChain, signal } from '../test-kit/create-chain.ts';
import { findCase } from '../test-kit/find-case.ts';
import { readActivities } from './activity.ts';
import { readScores } from './score.ts';

function rowsOf({ blocks }: SectionPage, key: string): readonly TableRow[] {
  return blocks.flatMap(block => (block.kind === 'table' && block.key === key ? block.rows : []));
}

const names = new Map([['e7fd8d40', 'Ida Moen']]);

test('changes and scores stand in two tables and on one timeline', async () => {
  const chain = createChain();
  const page = await chain.adapter.section('history', findCase(chain, 'Shadow copies'), null, signal);
  expect(rowsOf(page, 'activities')[0]?.cells).toMatchObject({
    who: { text: 'Jonas Berg' },
    field: { text: 'Assignee' },
    from: { text: 'nothing' },
    to: { text: 'Jonas Berg' },
  });
  expect(rowsOf(page, 'scores')[0]?.cells).toMatchObject({ reasons: { text: 'Case created' } });
  const status = page.entries.find(entry => entry.kind === 'status');
  expect(status).toMatchObject({
    actor: 'Jonas Berg',
    action: 'set status to',
    subject: 'In Progress',
    support: 'from New',
    status: 'in-progress',
  });
  expect(page.entries.find(entry => entry.kind === 'change' && entry.subject === 'Critical')).toMatchObject({
    action: 'set severity to',
    support: 'from High',
  });
  expect(page.entries.filter(entry => entry.kind === 'score')).toHaveLength(5);
  expect(page.count).toBe(page.entries.length);
});

test('what a field was before is found under any likely key, and so is who changed it', () => {
  const read = (item: object) =>
    readActivities([{ field: 'assignee', timestamp: 1700102364585, ...item }], names)[0];
  expect(read({ previous: 'e7fd8d40', to: '', modified_by: 'e7fd8d40' })).toMatchObject({
    from: 'Ida Moen',
    to: '',
    actor: 'Ida Moen',
  });
  expect(
    read({ old_value: '', new_value: { user_id: 'e7fd8d40' }, user: { email: 'x@y.example' } }),
  ).toMatchObject({
    from: '',
    to: 'Ida Moen',
    actor: 'x@y.example',
  });
  expect(read({ from: null, to: ['a', 'b'] })).toMatchObject({ from: '', to: 'a, b', actor: null });
  expect(read({ to: { add: ['x'], delete: [] }, user: 'System' })).toMatchObject({
    from: null,
    to: 'add x',
    actor: null,
  });
});

test('a score is found under any likely key, with its reasons', () => {
  expect(
    readScores([
      { timestamp: 1700102364585, score: 91.8, reasons: [{ reason: 'a' }, 'b', { reason: '' }] },
      { timestamp: 1700102364585, to: '40', reason: 'c' },
      { reasons: null },
      'not a score',
    ]).map(({ value, reasons }) => [value, reasons]),
  ).toEqual([
    [91.8, ['a', 'b']],
    [40, ['c']],
    [null, []],
  ]);
});

test('older releases have the scores under another path', async () => {
  const chain = createChain({
    intercept: request =>
      request.url.endsWith('/scores') ? Response.json({ error: 'Not Found' }, { status: 404 }) : null,
  });
  const page = await chain.adapter.section('history', findCase(chain, 'Shadow copies'), null, signal);
  expect(rowsOf(page, 'scores')).toHaveLength(5);
});

test.each([
  ['/activities', 'scores', 'What was changed was not read.'],
  ['/scores', 'activities', 'The score history was not read.'],
])('without %s the rest stands, and it is said', async (path, left, said) => {
  const chain = createChain({
    intercept: request =>
      request.url.endsWith(path) ? Response.json({ error: 'boom' }, { status: 500 }) : null,
  });
  const page = await chain.adapter.section('history', findCase(chain, 'Shadow copies'), null, signal);
  expect(rowsOf(page, left).length).toBeGreaterThan(0);
  expect(page.blocks.flatMap(block => (block.kind === 'notice' ? block.text : []))).toEqual([
    `${said} Stellar Cyber answered with status 500.`,
  ]);
});

test('without either the section fails', async () => {
  const chain = createChain({
    intercept: request =>
      /\/(activities|scores)$/.test(request.url) ? Response.json({ error: 'boom' }, { status: 500 }) : null,
  });
  await expect(
    chain.adapter.section('history', findCase(chain, 'Shadow copies'), null, signal),
  ).rejects.toMatchObject({ code: 'unavailable' });
});
