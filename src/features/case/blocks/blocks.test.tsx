// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { Block, Cell, Post, TreeNode } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import { createWrapper } from '../test-case.tsx';
import { SectionBlocks } from './block-list.tsx';

afterEach(cleanup);

const stamp: Stamp = {
  at: Date.parse('2026-11-22T06:31:09Z'),
  precision: 'second',
  original: '2026-11-22T07:31:09+01:00',
  zone: '+01:00',
  doubt: null,
};

function post(part: Partial<Post>): Post {
  return {
    id: '1',
    title: null,
    author: 'Ida Moen',
    stamp,
    editedAt: null,
    text: { format: 'text', text: 'Sessions revoked.' },
    marks: [],
    replyTo: null,
    ...part,
  };
}

function show(...blocks: Block[]) {
  return render(
    <SectionBlocks
      blocks={blocks}
      caseRef={{ connectionId: 'iris', id: '412' }}
      section="comments"
      badge="IRIS"
    />,
    { wrapper: createWrapper() },
  );
}

test('answers stand under what they answer, and what is deleted, edited or marked says so', () => {
  show({
    kind: 'posts',
    key: 'comments',
    title: null,
    posts: [
      post({ id: 'b', replyTo: 'a', text: { format: 'text', text: 'An answer' }, isDeleted: true }),
      post({ id: 'a', editedAt: stamp, marks: [{ text: 'Internal', tone: 'wait' }] }),
      post({ id: 'c', replyTo: 'gone', author: null, text: { format: 'text', text: 'Alone' } }),
      post({ id: 'd', replyTo: 'd', text: { format: 'text', text: 'Answers itself' } }),
    ],
  });
  const first = screen.getByText('Sessions revoked.').closest('li');
  if (first === null) throw new Error('no post');
  expect(within(first).getByText('An answer')).toBeDefined();
  expect(within(first).getByText('Deleted')).toBeDefined();
  expect(within(first).getByText('Internal')).toBeDefined();
  expect(within(first).getByText('edited')).toBeDefined();
  expect(within(first).queryByText('Alone')).toBeNull();
  expect(screen.getByText('Answers itself')).toBeDefined();
  expect(screen.getByText('Author not said')).toBeDefined();
});

test('a long text shows its beginning, and all of it on request', async () => {
  show({
    kind: 'text',
    key: 't',
    title: 'Findings',
    text: { format: 'text', text: 'again and '.repeat(400) },
  });
  const button = screen.getByRole('button', { name: 'Show all' });
  expect(button.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(button);
  expect(document.activeElement?.textContent).toBe('Show less');
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('button', { name: 'Show all' })).toBe(document.activeElement);
});

test('a short text is whole', () => {
  show({ kind: 'text', key: 't', title: null, text: { format: 'text', text: 'Short.' } });
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy the text' })).toBeDefined();
});

test('folders open and close, and files have their fields', async () => {
  const file: TreeNode = {
    id: 'f',
    name: 'mimi<b>katz.exe',
    isFolder: false,
    fields: [{ label: 'SHA-256', text: '9f86d081', kind: 'mono' }],
    children: [],
  };
  show({
    kind: 'tree',
    key: 'files',
    title: 'Datastore',
    nodes: [{ id: 'd', name: 'Evidences', isFolder: true, fields: [], children: [file] }],
  });
  expect(screen.getByText('mimi<b>katz.exe')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Open mimi<b>katz.exe' }));
  expect(screen.getByText('9f86d081')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Close Evidences' }));
  expect(screen.queryByText('mimi<b>katz.exe')).toBeNull();
});

const cells: Record<string, [cell: Cell, shown: string]> = {
  text: [{ kind: 'text', text: 'Markup <b>stays</b>', support: 'quietly' }, 'Markup <b>stays</b> quietly'],
  mono: [{ kind: 'mono', text: '9f86d081' }, '9f86d081'],
  instant: [{ kind: 'instant', stamp: { ...stamp, precision: 'day' } }, '22 Nov 2026'],
  number: [{ kind: 'number', value: 1234, text: '1,234' }, '1,234'],
  severity: [{ kind: 'severity', severity: { value: 'high', raw: 'Major' } }, 'HighMajor'],
  status: [{ kind: 'status', status: { value: 'open', raw: 'Ny' } }, 'Ny'],
  state: [{ kind: 'state', text: 'Compromised', tone: 'bad' }, 'Compromised'],
  tags: [{ kind: 'tags', tags: ['aitm', 'bec'] }, 'aitmbec'],
  cases: [{ kind: 'cases', cases: [{ text: '#77', caseId: '77' }] }, '#77'],
};

test.each(Object.entries(cells))('a cell with %s', (kind, [cell, shown]) => {
  show({
    kind: 'table',
    key: kind,
    title: null,
    columns: [{ id: 'a', title: 'A' }],
    rows: [{ id: '1', cells: { a: cell } }],
  });
  expect(screen.getByRole('cell').textContent).toBe(shown);
  const links = screen.queryAllByRole('link').map(link => link.getAttribute('href'));
  expect(links).toEqual(kind === 'cases' ? ['/case/iris/77'] : []);
});

test('a time says on hover what the vendor wrote, and beside it what is doubtful', () => {
  show({
    kind: 'table',
    key: 't',
    title: null,
    columns: [{ id: 'a', title: 'A' }],
    rows: [
      {
        id: '1',
        cells: {
          a: {
            kind: 'instant',
            stamp: { ...stamp, doubt: 'The server calls its local time GMT.', doubtMs: 60_000 },
          },
        },
      },
    ],
  });
  expect(screen.getByRole('time').title).toBe('2026-11-22T07:31:09+01:00 (+01:00)');
  expect(screen.getByTitle('The server calls its local time GMT.').textContent).toContain('±1 min');
});
