import { expect, test } from 'vitest';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import attachments from '../fixtures/case_attachments.json';
import { argus } from '../index.ts';
import { answerWith, blockOf, createStory, signal, textsOf } from './test-sections.ts';

test('a case of the story has every section, and one call asks for the case they all need', async () => {
  const story = createStory();
  const pages = await Promise.all([
    ...argus.sections.map(section => story.adapter.section(section, story.id, null, signal)),
    story.adapter.get(story.id, signal),
  ]);
  for (const page of pages.slice(0, -1))
    expect(page).toMatchObject({ blocks: expect.arrayContaining([expect.anything()]) });
  expect(story.sent.filter(({ path }) => path === `/cases/v2/case/${story.id}`)).toHaveLength(1);
});

test('a merged case: every section is the one of the case it went into', async () => {
  const story = createStory();
  const merged = [...story.world.cases.values()].find(record => record.mergedInto !== null);
  const target = story.world.cases.get(merged?.mergedInto ?? 0);
  if (merged === undefined || target === undefined) throw new Error('no merged case');
  target.attachments = story.record.attachments;
  target.comments = story.record.comments;
  for (const section of argus.sections) await story.adapter.section(section, String(merged.id), null, signal);
  const wrong = story.sent.filter(
    ({ path }) => path.includes(`/${merged.id}/`) || path.endsWith(`case/${merged.id}?`),
  );
  expect(wrong).toEqual([]);
  const page = await story.adapter.section('attachments', String(merged.id), null, signal);
  const [download] = blockOf(page.blocks, 'table').rows[0]?.downloads ?? [];
  if (download === undefined) throw new Error('no download');
  await story.adapter.download(String(merged.id), download, { signal, onProgress: () => undefined });
  expect(story.sent.at(-1)?.path).toBe(
    `/cases/v2/case/${target.id}/attachments/${target.attachments[0]?.id}/download`,
  );
});

test('the summary: description, details with what may be changed, workflows, tags with who added them', async () => {
  const story = createStory();
  const { blocks, count } = await story.adapter.section('summary', story.id, null, signal);
  expect(blockOf(blocks, 'text').text).toEqual({ format: 'html', text: story.record.description });
  const fields = Object.fromEntries(blockOf(blocks, 'fields').fields.map(field => [field.label, field.text]));
  expect(fields).toMatchObject({
    Service: 'Security Monitoring',
    'Access mode': 'roleBased',
    'My access': 'write, tech',
    'I may change': expect.stringContaining('Status, priority'),
    'I see': 'Internal comments, workflows and deleted records too',
  });
  expect(blockOf(blocks, 'table', 'workflows').rows.map(row => textsOf(row.cells))).toEqual([
    { workflow: 'severity alert', state: 'acknowledged' },
  ]);
  expect(blockOf(blocks, 'table', 'tags').rows.map(row => textsOf(row.cells))).toEqual([
    { tag: 'topic/sla', added: String(story.record.createdTimestamp), by: 'Jonas Berg' },
  ]);
  expect(count).toBeNull();
});

test('watchers stand there where the answer carries them', async () => {
  const story = createStory();
  answerWith(story, story.id, {
    responseCode: 200,
    data: {
      id: story.record.id,
      watchers: [
        { type: 'email', destination: 'soc@vidar.example' },
        { userOrGroup: { id: 5, name: 'Night shift' } },
        7,
      ],
    },
  });
  const { blocks } = await story.adapter.section('summary', story.id, null, signal);
  expect(blockOf(blocks, 'table', 'watchers').rows.map(row => textsOf(row.cells))).toEqual([
    { who: 'soc@vidar.example', way: 'email' },
    { who: 'Night shift' },
  ]);
  expect(blockOf(blocks, 'notice', 'description').text).toBe('This case has no description.');
});

test('tags that cannot be read leave the rest of the summary', async () => {
  const story = createStory();
  story.hooks.beforeSend = ({ path }) =>
    path.includes('/tags') ? Response.json({ messages: [] }, { status: 500 }) : undefined;
  const { blocks } = await story.adapter.section('summary', story.id, null, signal);
  expect(blockOf(blocks, 'notice').text).toMatch(/^The tags could not be read\. /);
  expect(blockOf(blocks, 'text').text.format).toBe('html');
});

test('access: the mode, what this key may, and who is on the list', async () => {
  const story = createStory();
  const page = await story.adapter.section('access', story.id, null, signal);
  const fields = blockOf(page.blocks, 'fields').fields.map(field => field.text);
  expect(fields[0]).toBe(
    'roleBased: whoever has a role for the customer and the service, and whoever is on the access list',
  );
  const [grant] = story.record.access;
  expect(blockOf(page.blocks, 'table').rows.map(row => textsOf(row.cells))).toEqual([
    { who: grant?.subject.name, level: 'read', added: String(grant?.addedTimestamp), by: 'Jonas Berg' },
  ]);
});

test('an access list that may not be read is said, and the mode stands', async () => {
  const story = createStory();
  story.hooks.beforeSend = ({ path }) =>
    path.includes('/access') ? Response.json({ messages: [] }, { status: 403 }) : undefined;
  const { blocks } = await story.adapter.section('access', story.id, null, signal);
  expect(blockOf(blocks, 'notice').text).toBe('This API key may not read the access list.');
  expect(blockOf(blocks, 'fields').fields.length).toBeGreaterThan(1);
});

test('attachments: size, who, when, and the bytes by a second step', async () => {
  const story = createStory();
  const page = await story.adapter.section('attachments', story.id, null, signal);
  const [row] = blockOf(page.blocks, 'table').rows;
  const [file] = story.record.attachments;
  expect(textsOf(row?.cells ?? {})).toMatchObject({
    name: `indicators-${story.id}.txt`,
    type: 'text/plain',
    size: `${file?.bytes.length} bytes`,
    added: String(file?.addedTimestamp),
  });
  expect(page.entries).toMatchObject([
    { kind: 'evidence', action: 'uploaded', support: `${file?.bytes.length} bytes` },
  ]);
  const [download] = row?.downloads ?? [];
  if (download === undefined) throw new Error('no download');
  const progress: number[] = [];
  const { blob, name } = await story.adapter.download(story.id, download, {
    signal,
    onProgress: received => progress.push(received),
  });
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(file?.bytes);
  expect([name, blob.type]).toEqual([`indicators-${story.id}.txt`, 'application/octet-stream']);
  expect(progress.at(-1)).toBe(file?.bytes.length);
});

test('an attachment as documented is deleted, so there is nothing to download', async () => {
  const story = createStory();
  answerWith(story, '/attachments', { ...attachments, responseCode: 200 });
  const page = await story.adapter.section('attachments', story.id, null, signal);
  const [row] = blockOf(page.blocks, 'table').rows;
  expect(row?.isDeleted).toBe(true);
  expect(row).not.toHaveProperty('downloads');
  expect(row?.cells['added']).toMatchObject({ stamp: { at: 0, original: '0' } });
  expect(page.entries[0]?.labels).toEqual(['deleted']);
});

test.each(['attachment:../../x', 'pcap:AGGR/../1/2', 'other:1', ''])(
  'a download called %j is refused',
  async id => {
    const story = createStory();
    const download = { id, name: 'x', size: null, label: 'x', warning: '' };
    await expect(
      story.adapter.download(story.id, download, { signal, onProgress: () => undefined }),
    ).rejects.toHaveProperty('name', 'VendorError');
    expect(story.sent.filter(({ path }) => path.includes('download') || path.includes('pcap'))).toEqual([]);
  },
);

test('a case that a customer may not see has no sections', async () => {
  const story = createStory('Suspected ransomware', { apiKey: apiKeys.customer });
  const foreign = [...story.world.cases.values()].find(record => record.accessMode === 'explicit');
  for (const section of argus.sections)
    await expect(story.adapter.section(section, String(foreign?.id), null, signal)).rejects.toMatchObject({
      code: 'not-found',
    });
});
