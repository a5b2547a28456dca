import { expect, test } from 'vitest';
import type { SectionId } from '#domain/section.ts';
import { createRecordedAdapter, wordsOf } from '../test-recorded.ts';

const { signal } = new AbortController();
const adapter = createRecordedAdapter();
const read = (section: SectionId) => adapter.section(section, '2', null, signal);
const open = (section: SectionId, id: string) => adapter.item(section, '2', id, signal);

test('the summary is Markdown, with the outcome in IRIS’s word and the people of the case', async () => {
  const { blocks } = await read('summary');
  expect(blocks[0]).toMatchObject({
    kind: 'text',
    text: { format: 'markdown', text: expect.stringContaining('<script>alert(1)</script>') },
  });
  expect(blocks[1]).toMatchObject({
    kind: 'fields',
    fields: expect.arrayContaining([
      { label: 'Outcome', text: 'True positive', kind: 'text' },
      { label: 'Classification', text: 'information-gathering:scanner', kind: 'text' },
      { label: 'Open date', text: '2026-11-22', kind: 'text' },
      {
        label: 'Created',
        text: 'Sun, 22 Nov 2026 06:18:16 GMT',
        kind: 'instant',
        at: Date.parse('2026-11-22T06:18:16Z'),
      },
    ]),
  });
  expect(wordsOf(await read('summary'))).toEqual([
    { role: 'Customer', name: 'Ida Berg', contact: 'ida.berg@northwind.example' },
    { role: 'Lead', name: 'Maja Hansen', contact: 'maja@soc.example' },
  ]);
});

test('assets: status in two ways, addresses, IOCs, and the other case that has one', async () => {
  const page = await read('assets');
  expect(page.count).toBe(3);
  expect(wordsOf(page)).toEqual([
    {
      name: 'host NW-FS02',
      compromise: 'Compromised [bad]',
      analysis: 'Started [wait]',
      type: 'Windows - Server',
      address: 'ipv4 10.20.4.12',
      domain: 'domain northwind.example',
      iocs: 'ipv4 203.0.113.77, other upd-nwlog.example',
      cases: expect.stringMatching(/^27: #27 Long title x+$/),
      tags: 'server critical',
      description: 'NW-FS02 asset',
    },
    expect.objectContaining({ name: 'host NW-DC01', compromise: 'Unknown [quiet]' }),
    expect.not.objectContaining({ address: expect.anything() }),
  ]);
  expect(page.observables).toContainEqual({
    type: 'user',
    value: 'svc-backup',
    raw: 'Windows Account - AD - Service',
  });
});

test('an asset that is opened: what the list leaves out, its IOCs and its comments', async () => {
  const { blocks, observables } = await open('assets', '2');
  expect(blocks.map(block => block.key)).toEqual(['info', 'asset', 'iocs', 'comments']);
  expect(blocks[1]).toMatchObject({
    fields: expect.arrayContaining([{ label: 'Added by', text: 'Maja B. Hansen', kind: 'text' }]),
  });
  expect(observables.map(({ type, value }) => `${type} ${value}`)).toEqual([
    'domain upd-nwlog.example',
    'ipv4 203.0.113.77',
  ]);
  expect(blocks[3]).toMatchObject({
    posts: [{ author: 'Maja B. Hansen' }, { author: 'Jide Okafor', text: { text: 'Second, by Jide' } }],
  });
});

test('IOCs with type, TLP and the cases that share them', async () => {
  const page = await read('observables');
  expect(wordsOf(page)).toContainEqual({
    value: 'ipv4 203.0.113.77',
    type: 'ip-dst',
    tlp: 'TLP:AMBER [wait]',
    cases: '5: #5 Beaconing to newly registered domain',
    tags: 'c2 cobalt',
    description: 'C2 over 443',
  });
  expect(page.observables.map(({ type, value }) => `${type} ${value}`)).toEqual([
    'other AS64500',
    'user NW\\svc-backup',
    'domain upd-nwlog.example',
    'ipv4 203.0.113.77',
    'hash 5d41402abc4b2a76b9719d911017c592',
    'hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  ]);
});

test('events with their own zone, flag and colour', async () => {
  const page = await read('events');
  expect(wordsOf(page)).toContainEqual({
    at: '2026-11-21T05:50:00.000Z',
    title: 'Beacon to 203.0.113.77',
    flag: 'Flagged [wait]',
    category: 'Command and Control',
    assets: 'host NW-FS02',
    iocs: 'other upd-nwlog.example, ipv4 203.0.113.77',
    tags: 't4 ransomware',
    author: 'Maja B. Hansen',
    added: '2026-11-22T06:20:50.000Z',
  });
  expect(page.entries.find(entry => entry.id === 'event-5')).toMatchObject({
    kind: 'event',
    stamp: { original: '2026-11-21T11:20:00.000000', zone: '+05:30' },
    subject: 'Beacon to 203.0.113.77',
    support: 'Command and Control on NW-FS02',
    body: { format: 'markdown', text: '60 s jitter 20%' },
    labels: ['flagged', 't4', 'ransomware'],
    color: '#f25961',
  });
});

test('an event that is opened: its raw line as text, its source and its changes', async () => {
  const { blocks } = await open('events', '3');
  expect(blocks).toMatchObject([
    { key: 'event', fields: expect.arrayContaining([{ label: 'Source', text: 'AD', kind: 'text' }]) },
    { key: 'raw', text: { format: 'text', text: 'raw log line 2 "quoted" \\ back' } },
    { key: 'changes', rows: [{ cells: { action: { text: 'created' }, user: { text: 'Maja B. Hansen' } } }] },
  ]);
});

test('tasks by the name of their status, and how many are done', async () => {
  const page = await read('tasks');
  expect([page.count, page.doneCount]).toEqual([7, 2]);
  expect(wordsOf(page).map(({ title, status, assignees }) => [title, status, assignees])).toContainEqual([
    'Reset svc-backup',
    'resolved (Done)',
    'Maja B. Hansen, Jide Okafor',
  ]);
  expect(page.entries[0]).toMatchObject({
    kind: 'task',
    subject: 'Task opened: Notify DPO',
    support: 'now To do',
    status: 'new',
    stamp: { zone: 'server time' },
  });
  expect((await open('tasks', '2')).blocks[0]).toMatchObject({
    fields: expect.arrayContaining([{ label: 'Opened by', text: 'Maja B. Hansen', kind: 'text' }]),
  });
});

test('evidence: sizes beyond 4 GB, hashes and none', async () => {
  const page = await read('evidence');
  expect(wordsOf(page).map(({ name, size, hash }) => [name, size, hash])).toEqual([
    ['mail.eml', '7.9 KB', undefined],
    ['nw-fs02-triage.zip', '46 MB', 'hash d41d8cd98f00b204e9800998ecf8427e'],
    ['nw-fs02-mem.raw', '16 GB', 'hash 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ]);
});

test('comments on all six kinds, an edited one, and those whose object is gone', async () => {
  const page = await read('comments');
  const posts = page.blocks.flatMap(block => (block.kind === 'posts' ? block.posts : []));
  expect([page.count, posts.length, page.next]).toEqual([12, 12, null]);
  expect(new Set(posts.map(post => post.title?.split(' ')[1]))).toEqual(
    new Set(['note', 'asset', 'IOC', 'event', 'task', 'evidence', undefined]),
  );
  expect(posts.filter(post => post.title === null).map(post => [post.id, post.marks[0]?.text])).toEqual([
    ['13', 'IRIS does not say what it is on'],
    ['14', 'IRIS does not say what it is on'],
  ]);
  expect(page.entries).toHaveLength(12);
});

test('activities, and the history of the case', async () => {
  const page = await read('history');
  expect(page.blocks.map(block => [block.kind, block.key])).toEqual([
    ['table', 'changes'],
    ['table', 'activities'],
  ]);
  expect(
    page.entries.map(entry => [entry.kind, entry.actor, entry.action, entry.subject]).slice(0, 4),
  ).toEqual([
    ['status', 'Maja B. Hansen', 'created', 'the case'],
    ['change', 'Maja B. Hansen', 'updated', 'the case'],
    ['change', 'administrator', 'logged', 'Folder "6" deleted from ds'],
    ['change', 'administrator', 'logged', 'File "4" deleted from ds'],
  ]);
});

test('linked cases, by what they share', async () => {
  expect(wordsOf(await read('links'))).toEqual([
    {
      case: expect.stringMatching(/^27: #27 Long title/),
      opened: '2026-11-22T00:00:00.000Z',
      assets: 'NW-FS02',
    },
    {
      case: '5: #5 Beaconing to newly registered domain',
      customer: 'Brightwater Health Trust',
      iocs: 'ipv4 203.0.113.77',
    },
  ]);
});

test('the file tree: folders, sizes, what was stored empty, and no secret', async () => {
  const page = await read('files');
  const text = JSON.stringify(page);
  expect(text).not.toMatch(/S3cret!|infected|\/srv\/iris|tmp_xc/);
  expect(page.count).toBe(6);
  const [root] = page.blocks.flatMap(block => (block.kind === 'tree' ? block.nodes : []));
  expect(root?.children.map(node => node.name)).toEqual(['Evidences', 'IOCs', 'Images']);
  const secret = root?.children[0]?.children.find(node => node.name === 'secret æøå "q".txt.zip');
  expect(secret?.fields).toEqual(
    expect.arrayContaining([
      { label: 'Password', text: 'Set in IRIS, not shown here', kind: 'text' },
      {
        label: 'Size',
        text: '0 bytes: this version of IRIS stores small files with a password empty',
        kind: 'text',
      },
    ]),
  );
  expect(secret?.download).toMatchObject({ id: 'f-4', size: 0 });
});

test('notes by group; one that IRIS does not give is told', async () => {
  const page = await read('notes');
  const posts = page.blocks.flatMap(block => (block.kind === 'posts' ? block.posts : []));
  expect(posts.map(post => post.marks.map(mark => mark.text))).toEqual([
    [],
    ...Array.from({ length: 4 }, () => ['IRIS did not give its text']),
  ]);
  expect(page.blocks.map(block => [block.kind, 'title' in block ? block.title : null])).toEqual([
    ['posts', 'Triage'],
    ['posts', 'Forensics'],
  ]);
  expect(page.entries[0]).toMatchObject({
    kind: 'note',
    actor: 'Maja B. Hansen',
    action: 'wrote',
    subject: 'Initial triage',
    support: 'in Triage',
    stamp: { original: '2026-11-22T06:19:34.279759', precision: 'microsecond', zone: 'UTC' },
  });
});
