import { expect, test } from 'vitest';
import listed from '../fixtures/case-fileevents.json';
import whole from '../fixtures/file-event-v2.json';
import { blockOf, createWorld, signal } from './test-sections.ts';

test('file events of the story: risk, file, when to the millisecond, and the file to download', async () => {
  const world = createWorld();
  const id = await world.numberOf('Departing employee');
  const page = await world.read('file-events', id);
  const { rows } = blockOf(page.blocks, 'table');
  expect(rows).toHaveLength(9);
  expect([page.count, page.next]).toEqual([9, null]);
  expect(rows[0]).toMatchObject({
    hasMore: true,
    cells: {
      time: { kind: 'instant', stamp: { precision: 'millisecond', zone: 'UTC', doubt: null } },
      file: { text: 'kystlab-src-01.zip' },
      severity: { severity: { value: 'critical', raw: 'CRITICAL' } },
      score: { value: 9 },
      indicators: {
        tags: ['Dropbox upload +5', 'Departing employee +3', 'Off hours +1', 'Zip', 'Source code'],
      },
      exposure: { tags: ['ApplicationRead'] },
      path: { text: '/Users/r.fossum/Documents/' },
      available: { text: 'The exact file', tone: 'good' },
    },
    downloads: [{ name: 'kystlab-src-01.zip', warning: "A file from a user's device. It may be harmful." }],
  });
  expect(page.entries[0]).toMatchObject({
    kind: 'file-event',
    subject: 'kystlab-src-01.zip',
    severity: 'critical',
    labels: expect.arrayContaining(['Dropbox upload +5']),
    stamp: { original: expect.stringMatching(/^\d{4}-.+\.\d{3}Z$/) },
  });
  expect(page.observables).toContainEqual({ type: 'file', value: 'kystlab-src-01.zip', raw: 'fileName' });
  const { blob, name } = await world.fetchFile(id, rows[0]?.downloads?.[0]);
  expect(name).toBe('kystlab-src-01.zip');
  expect(await blob.text()).toContain('Contents of kystlab-src-01.zip');
});

test('one whole, with hash, user and host as observables; ids that hold double quotes too', async () => {
  const world = createWorld();
  const id = await world.numberOf('Departing employee');
  const { rows } = blockOf((await world.read('file-events', id)).blocks, 'table');
  expect(rows.some(row => row.id.includes('"'))).toBe(true);
  for (const row of rows) {
    const { blocks, observables } = await world.adapter.item('file-events', id, row.id, signal);
    expect(blockOf(blocks, 'fields', 'file').fields.map(field => field.label)).toContain('Hash sha256');
    expect(observables).toContainEqual({
      type: 'user',
      value: 'r.fossum@kystlab.example',
      raw: 'user.email',
    });
    expect(observables).toContainEqual({ type: 'host', value: 'KYST-MAC-04', raw: 'source.name' });
    expect(observables.filter(({ type }) => type === 'hash')).toHaveLength(1);
  }
});

test('the list as documented', async () => {
  const world = createWorld();
  world.answer('/fileevent', listed);
  const page = await world.read('file-events', '1');
  expect(blockOf(page.blocks, 'table').rows).toMatchObject([
    {
      id: '0_147e9445-2f30',
      cells: {
        severity: { severity: { value: 'critical' } },
        exposure: { tags: ['OutsideTrustedDomains', 'IsPublic'] },
      },
    },
  ]);
});

test('the event as documented: every value of it, each under its group', async () => {
  const world = createWorld();
  world.answer('/fileevent/2-event-id-100', whole);
  const { blocks, observables } = await world.adapter.item('file-events', '1', '2-event-id-100', signal);
  expect(blocks.map(block => block.key)).toEqual([
    'event',
    'user',
    'file',
    'source',
    'destination',
    'process',
    'risk',
    'indicators',
    'git',
  ]);
  const fields = blocks.flatMap(block => (block.kind === 'fields' ? block.fields : []));
  const shown = Object.fromEntries(fields.map(field => [field.label, field.text]));
  expect(shown).toMatchObject({
    Timestamp: '2022-07-14T16:53:06.112Z',
    'Size in bytes': '4.7 kB (4,748)',
    'Hash md5': '8872dfa1c181b823d2c00675ae5926fd',
    'Device uid': '1068825680073059134',
    'Tabs url': 'https://www.dropbox.com/home',
    Domains: 'dropbox.com',
    Trusted: 'No',
    'Untrusted values account names': 'testAccount',
    'Repository uri': 'git@example.com',
  });
  expect(fields.find(field => field.label === 'Inserted')).toMatchObject({
    kind: 'instant',
    at: Date.parse('2022-07-14T16:57:00.913Z'),
  });
  expect(blockOf(blocks, 'table', 'indicators').rows).toHaveLength(5);
  expect(observables.map(({ type, value }) => `${type} ${value}`)).toEqual([
    'user engineer@example.com',
    'file cat.jpg',
    'hash 8872dfa1c181b823d2c00675ae5926fd',
    'hash 14d749cce008711b4ad1381d84374539560340622f0e8b9eb2fe3bba77ddbd64',
    'host DESKTOP-1',
    'domain dropbox.com',
    'url https://www.dropbox.com/home',
  ]);
});

test('an event of the first format, which is flat, stands under Event', async () => {
  const world = createWorld();
  world.answer('/fileevent/a', {
    eventId: 'a',
    fileName: 'x.zip',
    md5Checksum: 'f'.repeat(32),
    deviceUserName: 'ada@soc.example',
    publicIpAddress: '203.0.113.9',
  });
  const { blocks, observables } = await world.adapter.item('file-events', '1', 'a', signal);
  expect(blockOf(blocks, 'fields', 'event').fields.map(field => field.label)).toEqual([
    'Event id',
    'File name',
    'Md5 checksum',
    'Device user name',
    'Public ip address',
  ]);
  expect(observables.map(({ type }) => type)).toEqual(['user', 'file', 'hash', 'ipv4']);
});

test('the shape of 2020 has no total, no severity and does not say whether there is a file', async () => {
  const world = createWorld('legacy');
  const id = await world.numberOf('Q4-forecast');
  const page = await world.read('file-events', id);
  const { rows } = blockOf(page.blocks, 'table');
  expect(page.count).toBe(6);
  expect(Object.keys(rows[0]?.cells ?? {}).sort()).toEqual(['exposure', 'file', 'path', 'time']);
  expect(page.entries[0]?.severity).toBeNull();
  expect(rows[0]?.downloads?.[0]?.label).toBe('The file, where Incydr holds it');
  expect((await world.fetchFile(id, rows[0]?.downloads?.[0])).name).toBe('Q4-forecast.zip');
});

test('a file that is not held is said so, not that the case is gone', async () => {
  const world = createWorld();
  const id = await world.numberOf('Q4-forecast');
  const download = { id: 'file:nothing', name: 'x', size: null, label: 'x', warning: '' };
  await expect(world.fetchFile(id, download)).rejects.toMatchObject({
    code: 'not-found',
    message: 'The case has no such file event any more, or Incydr holds no file of it.',
  });
  await expect(world.adapter.item('file-events', id, 'nothing', signal)).rejects.toMatchObject({
    message: 'The case has no such file event any more, or Incydr holds no file of it.',
  });
});

test('1,234 events: page after page, with and without a total', async () => {
  const world = createWorld();
  for (const totalCount of [1234, undefined]) {
    let sent = 0;
    world.hooks.beforeSend = path => {
      if (!path.endsWith('/fileevent')) return undefined;
      const length = sent < 2 ? 500 : 234;
      const events = Array.from({ length }, (_, index) => ({ eventId: `e${sent * 500 + index}` }));
      sent += 1;
      return Response.json({ events, totalCount });
    };
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await world.read('file-events', '1', cursor);
      ids.push(...blockOf(page.blocks, 'table').rows.map(row => row.id));
      cursor = page.next;
    } while (cursor !== null);
    expect([new Set(ids).size, ids.length, sent]).toEqual([1234, 1234, 3]);
  }
});

test('an archived case has no events any more, and says why', async () => {
  const world = createWorld('gateway', 200);
  const page = await world.read('file-events', await world.numberIn('ARCHIVED'));
  expect(page.blocks).toHaveLength(1);
  expect(blockOf(page.blocks, 'notice').text).toContain('deleted there for good');
  expect(page.count).toBe(0);
});

test.each([
  ['RECENT_FILE_AVAILABLE', 'A recent version', 'A recent version of the file'],
  ['PENDING', 'Not yet', undefined],
  ['NO_FILE_AVAILABLE', 'No', undefined],
  ['ERROR', 'Failed to be kept', undefined],
  ['ON_THE_MOON', 'ON_THE_MOON', undefined],
])('availability %s', async (word, text, label) => {
  const world = createWorld();
  world.answer('/fileevent', {
    events: [{ eventId: 'a', fileAvailability: word }, {}, 'x', { eventId: 'a' }],
  });
  const { rows } = blockOf((await world.read('file-events', '1')).blocks, 'table');
  expect(rows.map(row => row.id)).toEqual(['a', 'place 2', 'place 4']);
  expect(rows[0]?.cells['available']).toMatchObject({ text });
  expect(rows[0]?.downloads?.[0]?.label).toBe(label);
});
