// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Block, TableRow } from '#domain/section.ts';
import { UnfoldContext } from '#ui/find/unfold.ts';
import { answered, createWrapper, refused, startMadeUpEngine } from '../test-case.tsx';
import { SectionBlocks } from './block-list.tsx';

let engine: Awaited<ReturnType<typeof startMadeUpEngine>>;
beforeAll(async () => {
  engine = await startMadeUpEngine();
});
afterEach(cleanup);

const caseRef = { connectionId: 'iris', id: '412' };

function rowOf(id: string, name: string, part: Partial<TableRow> = {}, score = 0): TableRow {
  return {
    id,
    cells: {
      name: { kind: 'text', text: name },
      score: { kind: 'number', value: score, text: String(score) },
    },
    ...part,
  };
}

function tableOf(rows: readonly TableRow[]): Block {
  return {
    kind: 'table',
    key: 'assets',
    title: 'Hosts',
    columns: [
      { id: 'name', title: 'Name' },
      { id: 'score', title: 'Score', isNumeric: true },
    ],
    rows,
  };
}

function show(rows: readonly TableRow[]) {
  return render(<SectionBlocks blocks={[tableOf(rows)]} caseRef={caseRef} section="assets" badge="IRIS" />, {
    wrapper: createWrapper(),
  });
}

function shownNames(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[0]?.textContent ?? '');
}

test('sorts by a column, up, down and as the vendor gave it, by pointer and by key', async () => {
  show([rowOf('1', 'WS-10', {}, 9), rowOf('2', 'WS-9', {}, 80), rowOf('3', 'DC', {}, 700)]);
  const header = () => screen.getByRole('columnheader', { name: 'Name' });
  const button = within(header()).getByRole('button');
  expect(header().getAttribute('aria-sort')).toBe('none');
  await userEvent.click(button);
  expect(header().getAttribute('aria-sort')).toBe('ascending');
  expect(shownNames()).toEqual(['DC', 'WS-9', 'WS-10']);
  await userEvent.keyboard('{Enter}');
  expect(header().getAttribute('aria-sort')).toBe('descending');
  expect(shownNames()).toEqual(['WS-10', 'WS-9', 'DC']);
  await userEvent.keyboard(' ');
  expect(shownNames()).toEqual(['WS-10', 'WS-9', 'DC']);
  expect(header().getAttribute('aria-sort')).toBe('none');
  await userEvent.click(screen.getByRole('button', { name: 'Score' }));
  expect(shownNames()).toEqual(['WS-10', 'WS-9', 'DC']);
});

test('of many rows the first 100 are drawn, then 100 more; the last step keeps the order', async () => {
  show(Array.from({ length: 250 }, (_, index) => rowOf(String(index), `host ${index}`)));
  expect(shownNames()).toHaveLength(100);
  await userEvent.click(screen.getByRole('button', { name: 'Show 100 more' }));
  expect(shownNames()).toHaveLength(200);
  await userEvent.click(screen.getByRole('button', { name: 'Show 50 more' }));
  expect(shownNames()).toHaveLength(250);
  expect(shownNames().at(-1)).toBe('host 249');
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
});

test('a row opens to what it brought, and to the record that is read on demand, which may fail by itself', async () => {
  engine.answer({ item: async () => refused() });
  show([
    rowOf('7', 'WS-0412', {
      hasMore: true,
      blocks: [{ kind: 'notice', key: 'why', text: 'Isolated since Sunday.' }],
    }),
    rowOf('8', 'WS-0413'),
  ]);
  const more = screen.getByRole('button', { name: 'More of WS-0412' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(more);
  expect(screen.getByText('Isolated since Sunday.')).toBeDefined();
  expect(await screen.findByText('IRIS did not answer. Nothing of it is held here.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'More of WS-0413' })).toBeNull();

  engine.answer({
    item: async (_, section, itemId) =>
      answered({
        blocks: [{ kind: 'notice', key: 'n', text: `All of ${section} ${itemId}` }],
        observables: [],
      }),
  });
  await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(await screen.findByText('All of assets 7')).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'More of WS-0412', expanded: true }));
  expect(screen.queryByText('Isolated since Sunday.')).toBeNull();
});

test('a deleted row is said to be so', () => {
  show([rowOf('1', 'old note', { isDeleted: true })]);
  expect(screen.getByText('Deleted')).toBeDefined();
});

test('copies all rows in the order shown', async () => {
  const user = userEvent.setup();
  show([rowOf('1', 'b', {}, 2), rowOf('2', '=cmd()', {}, -1), rowOf('3', 'a | c', {}, 3)]);
  await user.click(screen.getByRole('button', { name: 'Score' }));
  await user.click(screen.getByRole('button', { name: 'Copy the table' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy for a spreadsheet' }));
  expect(await navigator.clipboard.readText()).toBe("Name\tScore\n'=cmd()\t-1\nb\t2\na | c\t3");
  await user.click(screen.getByRole('button', { name: 'Copy the table' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Copy as Markdown' }));
  expect(await navigator.clipboard.readText()).toBe(
    '| Name | Score |\n| --- | --: |\n| =cmd() | -1 |\n| b | 2 |\n| a \\| c | 3 |',
  );
});

test('what is looked for opens the row and the stretch of rows that hold it', () => {
  const rows = Array.from({ length: 150 }, (_, index) => rowOf(String(index), `host ${index}`));
  const within150 = [
    ...rows.slice(0, 3),
    rowOf('deep', 'parent', { blocks: [{ kind: 'notice', key: 'n', text: 'Needle in the row' }] }),
    ...rows.slice(3),
  ];
  const subject = (needle: string) => (
    <UnfoldContext value={{ needle, isAll: false }}>
      <SectionBlocks blocks={[tableOf(within150)]} caseRef={caseRef} section="assets" badge="IRIS" />
    </UnfoldContext>
  );
  const { rerender } = render(subject(''), { wrapper: createWrapper() });
  expect(screen.queryByText('Needle in the row')).toBeNull();
  rerender(subject('needle in'));
  expect(screen.getByText('Needle in the row')).toBeDefined();
  expect(screen.queryByText('host 140')).toBeNull();
  rerender(subject('host 140'));
  expect(screen.getByText('host 140')).toBeDefined();
});
