import { expect, test } from 'vitest';
import detail from '../fixtures/case-detail.json';
import { incydr } from '../index.ts';
import { toStamp } from '../stamp.ts';
import { blockOf, createWorld, type Generation, signal } from './test-sections.ts';

test('a case of the story has every section, and one call asks for the case they all need', async () => {
  const world = createWorld();
  const id = await world.numberOf('Q4-forecast');
  const before = world.sent.length;
  const pages = await Promise.all([
    ...incydr.sections.map(section => world.read(section, id)),
    world.adapter.get(id, signal),
  ]);
  for (const page of pages.slice(0, -1)) expect(page).toHaveProperty('blocks.length', expect.any(Number));
  const asked = world.sent.slice(before);
  expect(asked.filter(call => call === `GET /v1/cases/${id}`)).toHaveLength(1);
  expect(asked).toHaveLength(2);
});

test('the summary: description as plain text, findings as Markdown, subject and assignee', async () => {
  const world = createWorld();
  const { blocks, observables } = await world.read('summary', await world.numberOf('Q4-forecast'));
  expect(blockOf(blocks, 'text', 'description').text).toMatchObject({
    format: 'text',
    text: expect.stringContaining('personal Dropbox'),
  });
  expect(blockOf(blocks, 'text', 'findings')).toMatchObject({
    title: 'Findings',
    text: { format: 'markdown', text: expect.stringContaining('## So far') },
  });
  const fields = Object.fromEntries(blockOf(blocks, 'fields').fields.map(field => [field.label, field.text]));
  expect(fields).toMatchObject({
    Editing: 'Name, description, findings, subject and assignee can be changed',
    Subject: 't.haugen@vidar.example',
    Assignee: 'sara.lund@soc.example',
  });
  expect(observables).toEqual([{ type: 'user', value: 't.haugen@vidar.example', raw: 'subject' }]);
});

test('the case as documented: opened and changed, to the microsecond', async () => {
  const world = createWorld();
  world.answer('/v1/cases/42', detail);
  const page = await world.read('history', '42');
  expect(page.entries).toMatchObject([
    {
      kind: 'status',
      actor: null,
      action: 'opened',
      stamp: {
        at: Date.parse('2022-07-01T16:39:51.356Z'),
        precision: 'microsecond',
        original: '2022-07-01T16:39:51.356082Z',
        zone: 'UTC',
      },
    },
    {
      kind: 'change',
      actor: 'admin@example.com',
      action: 'changed',
      notBefore: { at: Date.parse('2022-07-01T16:39:51.356Z'), what: 'the case was opened' },
    },
  ]);
  expect(blockOf(page.blocks, 'table').rows).toHaveLength(2);
  expect(blockOf(page.blocks, 'notice').text).toContain('keeps no history');
});

test('closed and archived cases say so', async () => {
  const world = createWorld('gateway', 200);
  const closed = await world.read('history', await world.numberIn('CLOSED'));
  expect(closed.entries.at(-1)).toMatchObject({ kind: 'status', action: 'closed', status: 'closed' });
  const id = await world.numberIn('ARCHIVED');
  const archived = await world.read('history', id);
  expect(archived.entries.at(-1)).toMatchObject({ actor: 'Incydr', action: 'archived', status: 'archived' });
  for (const section of ['summary', 'exports'] as const)
    expect(blockOf((await world.read(section, id)).blocks, 'notice', 'archived').text).toContain('for good');
});

test.each<[Generation, string]>([
  ['gateway', '/v1/cases'],
  ['legacy', '/api/v1/case'],
])('%s: the three exports, under the names that the vendor gives them', async (api, root) => {
  const world = createWorld(api);
  const id = await world.numberOf('Q4-forecast');
  const { downloads } = blockOf((await world.read('exports', id)).blocks, 'downloads');
  const files = [];
  for (const download of downloads) files.push(await world.fetchFile(id, download));
  expect(files.map(file => file.name)).toEqual([
    `Case-${id}.pdf`,
    `Case-${id}-file-events.csv`,
    `Case-${id}.zip`,
  ]);
  const heads = await Promise.all(files.map(async file => (await file.blob.text()).slice(0, 8)));
  expect(heads).toEqual([expect.stringMatching(/^%PDF-/), 'Event ID', expect.stringMatching(/^PK/)]);
  expect(world.sent.slice(-3)).toEqual([
    `GET ${root}/${id}/export`,
    `GET ${root}/${id}/fileevent/export`,
    `GET ${root}/${id}/export/full`,
  ]);
  expect(downloads.map(download => download.warning === '')).toEqual([true, false, false]);
});

test.each(['export:secrets', 'export:constructor', 'file:', 'file:../../x', 'other:1', ''])(
  'a download called %j is refused',
  async id => {
    const world = createWorld();
    const download = { id, name: 'x', size: null, label: 'x', warning: '' };
    await expect(world.fetchFile('1', download)).rejects.toHaveProperty('name', 'VendorError');
    expect(world.sent.filter(call => !call.includes('auth'))).toEqual([]);
  },
);

test.each(['x', '../1', ''])('case %j has no sections', async id => {
  const world = createWorld();
  for (const section of incydr.sections)
    await expect(world.read(section, id)).rejects.toMatchObject({ code: 'not-found' });
  expect(world.sent).toEqual([]);
});

test.each([
  ['2022-07-18T16:39:51.356082Z', 'microsecond', 'UTC', false],
  ['2020-12-23T14:24:44.593Z', 'millisecond', 'UTC', false],
  ['2023-07-18T00:00:00Z', 'second', 'UTC', false],
  ['2023-07-18T02:00+02:00', 'minute', '+02:00', false],
  ['2023-07-18T00:00:00.000', 'millisecond', 'UTC', true],
])('the time %s is as precise as it is written', (text, precision, zone, isDoubted) => {
  const stamp = toStamp(text);
  expect(stamp).toMatchObject({ original: text, precision, zone });
  expect(stamp?.doubt !== null).toBe(isDoubted);
  if (text.startsWith('2023')) expect(stamp?.at).toBe(Date.UTC(2023, 6, 18));
});

test.each([null, '', 'yesterday', '2023-07-18', '2023-13-45T00:00:00Z'])('%j is no time', text => {
  expect(toStamp(text)).toBeNull();
});
