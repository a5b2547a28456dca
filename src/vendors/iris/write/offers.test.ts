import { expect, test } from 'vitest';
import type { Offer } from '#domain/command.ts';
import { administratorKey, readerId, readerKey } from '#mocks/vendors/iris/users.ts';
import { createWriterWorld } from './test-writer.ts';

const find = (offers: readonly Offer[], name: string, field?: string) => {
  const found = offers.find(one => one.name === name && one.field === field);
  if (found === undefined) throw new Error(`${name} is not spoken of`);
  return found;
};

test('every change is offered, or told why not', async () => {
  const offers = await createWriterWorld().offers();
  expect(offers.map(one => [one.name, one.field ?? '', one.unavailable === null])).toEqual([
    ['status', '', true],
    ['severity', '', false],
    ['assignee', '', true],
    ['tags', '', true],
    ['title', '', true],
    ['text', 'summary', true],
    ['post', 'notes', true],
    ['post', 'comments', false],
    ['post', 'log', true],
    ['close', '', true],
    ['reopen', '', false],
  ]);
  for (const one of offers) expect(one.unavailable ?? 'It may be done.').toMatch(/^[A-Z].*\.$/);
});

test('choices are the server’s own: outcomes by word, people by number', async () => {
  const offers = await createWriterWorld().offers();
  expect(find(offers, 'status').choices.map(choice => choice.value)).toEqual([
    'Other',
    'False positive',
    'True positive',
    'Not applicable',
  ]);
  expect(find(offers, 'assignee').choices).toContainEqual({ value: '11', label: 'Mari Dahl' });
  expect(find(offers, 'close').choices.map(choice => choice.value)).toEqual([
    'closed',
    'Other',
    'False positive',
    'True positive',
    'Not applicable',
  ]);
});

test('nobody is offered as owner who is shut out, and who may only read is marked', async () => {
  const world = createWriterWorld();
  await world.askServer('/case/access/set-user?cid=412', { case_id: 412, user_id: 12, access_level: 1 });
  await world.askServer('/case/access/set-user?cid=412', {
    case_id: 412,
    user_id: readerId,
    access_level: 2,
  });
  const { choices } = find(await world.offers(), 'assignee');
  expect(choices.some(choice => choice.value === '12')).toBe(false);
  expect(choices).toContainEqual({ value: String(readerId), label: 'Rea Der, may only read it' });
});

test('with access to read only, nothing is available, and it says why', async () => {
  const world = createWriterWorld({ apiKey: readerKey });
  await world.askServer('/case/access/set-user?cid=412', {
    case_id: 412,
    user_id: readerId,
    access_level: 2,
  });
  const offers = await world.offers();
  expect(offers.filter(one => one.unavailable === null)).toEqual([]);
  expect(find(offers, 'title').unavailable).toContain('may only read this case');
  expect(find(offers, 'severity').unavailable).toContain('severity');
});

test('what is there now comes with the offer, as a fresh read calls it', async () => {
  const world = createWriterWorld();
  await world.askServer('/case/update-status?cid=412', { status_id: 2 });
  const offers = await world.offers();
  expect(find(offers, 'status').base).toEqual({ outcome: 'True positive' });
  expect(find(offers, 'close').base).toEqual({ state: 'open', outcome: 'True positive' });
  const { summary } = find(offers, 'text', 'summary').base ?? {};
  expect(summary).toContain('adversary-in-the-middle');
  expect(await world.fresh({ name: 'text', field: 'summary', to: '' })).toEqual({ summary });
});

test('a closed case is reopened and not closed again; the outcome stays to be set', async () => {
  const world = createWriterWorld();
  await world.askServer('/case/update-status?cid=412', { status_id: 2 });
  await world.askServer('/manage/cases/close/412?cid=412', {});
  const offers = await world.offers();
  expect(find(offers, 'close').unavailable).toBe('It was closed on 2026-11-22.');
  expect(find(offers, 'reopen')).toMatchObject({ unavailable: null, base: { state: 'closed' } });
  expect(find(offers, 'reopen').warning).toContain('True positive');
  expect(find(offers, 'status').unavailable).toBeNull();
});

test('an offer of a note says where it goes, and the log that it loses capitals and cannot be undone', async () => {
  const world = createWriterWorld();
  const { groups } = await world.read('/case/notes/groups/list?cid=412');
  const offers = await world.offers();
  expect(find(offers, 'post', 'notes')).toMatchObject({ format: 'markdown', isFinal: false });
  expect(find(offers, 'post', 'notes').warning).toContain(`‘${groups[0].group_title}’`);
  expect(find(offers, 'post', 'log')).toMatchObject({ isFinal: true, maxLength: 10_000 });
  expect(find(offers, 'post', 'log').warning).toContain('lower case');
});

test('a case without a group of notes gets one with its first note', async () => {
  const world = createWriterWorld();
  const { case_id: id } = (
    await (
      await world.askServer('/manage/cases/add?cid=1', {
        case_customer: 2,
        case_name: 'Made here',
        case_description: 'Text',
        case_soc_id: '',
      })
    ).json()
  ).data;
  const offers = await world.writer.offers(String(id), new AbortController().signal);
  expect(find(offers, 'post', 'notes').warning).toContain('is made first');
});

test('a server that Casefold was not made for is changed in nothing', async () => {
  const variant = { version: '2.4.20', apiMin: '2.0.4', apiCurrent: '2.0.5' };
  const offers = await createWriterWorld({ variant, apiKey: administratorKey }).offers();
  expect(offers.filter(one => one.unavailable === null)).toEqual([]);
  expect(find(offers, 'post', 'notes').unavailable).toContain('no longer has this call');
  expect(find(offers, 'title').unavailable).toContain('v2.4.20');
});

test('a case that is not there has no offers', async () => {
  await expect(createWriterWorld({}, '9999').offers()).rejects.toMatchObject({ code: 'not-found' });
});

test('what is never done is said with its reason', () => {
  const { withheld = [] } = createWriterWorld().writer;
  expect(withheld.map(one => one.label)).toEqual(['Delete the case', 'Delete a group of notes']);
  expect(withheld[0]?.reason).toContain('links between assets and IOCs of all other cases');
});
