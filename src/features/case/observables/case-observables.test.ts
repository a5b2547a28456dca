import { expect, test } from 'vitest';
import type { Block, Observable, SectionPage } from '#domain/section.ts';
import { sampleDetail } from '../sample-case.ts';
import { collectObservables } from './case-observables.ts';

function page(part: Partial<SectionPage>): SectionPage {
  return { blocks: [], entries: [], observables: [], count: null, next: null, ...part };
}

function found(blocks: readonly Block[], observables: readonly Observable[] = []) {
  const sections = [{ section: 'events', pages: [page({ blocks, observables })] }] as const;
  return collectObservables(null, sections).map(({ observable: { type, value } }) => `${type} ${value}`);
}

const md5 = '9f86d081884c7d659a2feaa0c55ad015';

test('what a vendor names and what stands in texts are one list, by type, each once', () => {
  const named: Observable = { type: 'domain', value: 'Evil.com', raw: 'Hostname' };
  const host: Observable = { type: 'host', value: 'SRV-FIN-07', raw: 'Asset' };
  const all = collectObservables(
    { ...sampleDetail, description: { format: 'text', text: 'evil[.]com, 10.0.0.1' } },
    [
      { section: 'events', pages: [page({ observables: [host] }), page({ observables: [named] })] },
      {
        section: 'comments',
        pages: [
          page({
            blocks: [
              {
                kind: 'posts',
                key: 'comments',
                title: null,
                posts: [
                  {
                    id: '1',
                    title: null,
                    author: 'Mari',
                    stamp: null,
                    editedAt: null,
                    text: {
                      format: 'html',
                      text: '<p>see <b>evil.com</b> and <a href="https://a.example/?b=1&amp;c=2">this</a></p>',
                    },
                    marks: [],
                    replyTo: null,
                  },
                ],
              },
            ],
          }),
        ],
      },
    ],
  );
  expect(all).toEqual([
    { observable: { type: 'ipv4', value: '10.0.0.1', raw: '' }, isNamed: false, places: ['Summary'] },
    { observable: named, isNamed: true, places: ['Events', 'Summary', 'Comments'] },
    {
      observable: { type: 'url', value: 'https://a.example/?b=1&c=2', raw: '' },
      isNamed: false,
      places: ['Comments'],
    },
    { observable: host, isNamed: true, places: ['Events'] },
  ]);
});

test('every kind of block is read, also what stands under a row', () => {
  const blocks: Block[] = [
    { kind: 'text', key: 'a', title: null, text: { format: 'markdown', text: '`10.0.0.1`' } },
    { kind: 'fields', key: 'b', title: null, fields: [{ label: 'Source', text: '10.0.0.2', kind: 'mono' }] },
    {
      kind: 'table',
      key: 'c',
      title: null,
      columns: [
        { id: 'text', title: 'Text' },
        { id: 'seen', title: 'Seen' },
      ],
      rows: [
        {
          id: '1',
          cells: {
            text: { kind: 'text', text: '10.0.0.3', support: '10.0.0.4' },
            seen: { kind: 'observables', observables: [{ type: 'user', value: 'ada', raw: '' }] },
          },
          blocks: [{ kind: 'text', key: 'd', title: null, text: { format: 'text', text: '10.0.0.5' } }],
        },
      ],
    },
    {
      kind: 'tree',
      key: 'e',
      title: null,
      nodes: [
        {
          id: '1',
          name: 'Evidence',
          isFolder: true,
          fields: [],
          children: [{ id: '2', name: 'mail.eml', isFolder: false, fields: [], children: [] }],
        },
      ],
    },
  ];
  const download = { id: '1', size: null, label: 'Get it' };
  blocks.push({
    kind: 'downloads',
    key: 'f',
    title: null,
    downloads: [
      { ...download, name: 'locker.exe', warning: "A file from a user's device." },
      { ...download, id: '2', name: 'summary.pdf', warning: '' },
    ],
  });
  expect(found(blocks)).toEqual([
    'ipv4 10.0.0.1',
    'ipv4 10.0.0.2',
    'ipv4 10.0.0.3',
    'ipv4 10.0.0.4',
    'ipv4 10.0.0.5',
    'user ada',
    'file mail.eml',
    'file locker.exe',
  ]);
});

test('an id that looks like a hash is one only where its name says so', () => {
  const fields = (label: string): Block => ({
    kind: 'fields',
    key: label,
    title: null,
    fields: [{ label, text: md5, kind: 'mono' }],
  });
  expect(found([fields('Alert id')])).toEqual([]);
  expect(found([fields('MD5')])).toEqual([`hash ${md5}`]);
});

test('what a vendor left empty is none', () => {
  expect(found([], [{ type: 'ipv4', value: ' ', raw: 'src' }])).toEqual([]);
});
