// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { keepDraft } from '#store/write/drafts.ts';
import { closeOutbox } from './outbox-opening.ts';
import { OutboxState } from './outbox-state.tsx';
import { failed, line, post, waiting } from './test-entries.ts';
import { createWrapper, startWritingEngine } from './test-outbox.tsx';

// What loads when it is first opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

let engine: Awaited<ReturnType<typeof startWritingEngine>>;

beforeAll(async () => {
  engine = await startWritingEngine();
});

beforeEach(() => {
  localStorage.clear();
  engine.done.length = 0;
});

afterEach(async () => {
  closeOutbox();
  cleanup();
  await engine.hold([]);
});

const toOpen = { name: 'status', to: 'Open' } as const;
const conflict = { kind: 'conflict', theirs: { status: 'Closed' } } as const;

function show() {
  const user = userEvent.setup();
  render(<OutboxState />, { wrapper: createWrapper() });
  return { user };
}

async function openDrawer(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole('button', { name: /^Outbox/ }));
  return within(await screen.findByRole('dialog', { name: 'Outbox' }));
}

test('nothing is said while nothing waits, and then how much and whether somebody is needed', async () => {
  show();
  expect(screen.queryByRole('button')).toBeNull();
  await engine.hold([waiting('c1', toOpen), waiting('c2', toOpen), waiting('c3', post('x'), failed('No.'))]);
  expect(screen.getByRole('button').textContent).toBe('Outbox: 2 queued, 1 needs you');
  await engine.hold([waiting('c3', post('x'), failed('No.')), waiting('c4', toOpen, conflict)]);
  expect(screen.getByRole('button').textContent).toBe('Outbox: 2 need you');
  await engine.hold([]);
  expect(screen.queryByRole('button')).toBeNull();
});

test('each change stands with its record, what it is and where it is', async () => {
  const { user } = show();
  const base = { status: 'New' };
  await engine.hold([waiting('c1', toOpen, undefined, { base }), waiting('c2', post('Known script.'))]);
  const drawer = await openDrawer(user);
  const items = await drawer.findAllByRole('listitem');
  expect(items.map(item => item.textContent)).toEqual([
    'IRIS#412 AiTM session theftStatus New → to OpenQueued. It is kept on this machine and goes in its turn.Discard',
    'IRIS#412 AiTM session theftCommentKnown script.Queued. Waits for the change before it on this record.DiscardCopy text',
  ]);
  const link = within(items[0] as HTMLElement).getByRole('link');
  expect(link.getAttribute('href')).toBe('/case/iris-lab/412');
});

test('a failed one keeps its text, and is retried or discarded', async () => {
  const { user } = show();
  await engine.hold([waiting('c1', post('<b>mine</b>'), failed('The case is locked.'))]);
  const drawer = await openDrawer(user);
  expect(await drawer.findByText('<b>mine</b>')).toBeDefined();
  expect(drawer.getByText(/^The case is locked\. /)).toBeDefined();
  await user.click(drawer.getByRole('button', { name: 'Retry #412 AiTM session theft' }));
  await user.click(drawer.getByRole('button', { name: 'Discard #412 AiTM session theft' }));
  await waitFor(() => expect(engine.done).toEqual(['retry c1', 'discard c1']));
});

test('a conflict shows what was seen, theirs and mine, and says what sending mine replaces', async () => {
  const { user } = show();
  await engine.hold([waiting('c1', toOpen, conflict, { base: { status: 'New' } })]);
  const drawer = await openDrawer(user);
  const shown = within(await drawer.findByRole('region', { name: 'Conflict: Status' }));
  expect(shown.getByText(/^Status when you saw it/).textContent).toBe('Status when you saw it: New');
  expect(shown.getAllByRole('definition').map(side => side.textContent)).toEqual(['Closed', 'Open']);
  expect(drawer.getByText('Sending mine replaces Status ‘Closed’.')).toBeDefined();
  expect(drawer.queryByRole('button', { name: /^Retry/ })).toBeNull();
  await user.click(drawer.getByRole('button', { name: 'Send mine anyway: #412 AiTM session theft' }));
  await waitFor(() => expect(engine.done).toEqual(['retry c1']));
});

test('what is on its way cannot be called back', async () => {
  const { user } = show();
  await engine.hold([waiting('c1', toOpen, { kind: 'sending', sentAt: 0, attempts: 1 })]);
  const drawer = await openDrawer(user);
  await drawer.findByText('Sending.');
  expect(drawer.queryByRole('button', { name: /^Discard/ })).toBeNull();
});

test('what was done in one go stands together, with a receipt for each and a retry of the failed alone', async () => {
  const { user } = show();
  const batchId = 'b1';
  const entry = (id: string, stage?: ReturnType<typeof failed>) => waiting(id, toOpen, stage, { batchId });
  await engine.hold(
    [entry('c1'), entry('c2', failed('The case is locked.')), entry('c3', failed('The case is locked.'))],
    [
      line('c4', toOpen, {
        command: entry('c4').command,
        before: { status: 'New' },
        after: { status: 'Open' },
      }),
      line('c5', toOpen, { command: entry('c5').command, result: 'discarded' }),
    ],
  );
  const drawer = await openDrawer(user);
  const batch = within(await drawer.findByRole('region', { name: 'Status: Open, 5 in one go' }));
  await batch.findByText('1 of 5 saved, 1 discarded, 1 queued, 2 need you');
  expect(batch.getByText('Status: New → Open')).toBeDefined();
  await user.click(batch.getByRole('button', { name: 'Retry 2 failed' }));
  await waitFor(() => expect(engine.done).toEqual(['retry c2', 'retry c3']));
  await user.click(batch.getByRole('button', { name: 'Take back 1 not sent' }));
  await waitFor(() => expect(engine.done.at(-1)).toBe('discard c1'));
});

test('the ledger is searched, and what is found is exported', async () => {
  const files: Blob[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  URL.createObjectURL = blob => {
    if (blob instanceof Blob) files.push(blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => {};
  const { user } = show();
  await engine.hold(
    [waiting('c9', toOpen)],
    [line('c1', post('Known script of Nordfjord'), {}), line('c2', post('Kept'), { result: 'discarded' })],
  );
  const drawer = await openDrawer(user);
  await user.click(drawer.getByRole('tab', { name: 'Ledger' }));
  expect(await drawer.findAllByRole('listitem')).toHaveLength(2);
  expect(drawer.getByText(/^Saved$/).closest('p')?.textContent).toContain('by Mari Dahl');
  await user.type(drawer.getByRole('searchbox', { name: 'Search the ledger' }), 'nordfjord');
  await waitFor(() => expect(drawer.getAllByRole('listitem')).toHaveLength(1));
  await user.click(drawer.getByRole('button', { name: 'Export 1 line as CSV' }));
  const [file] = files;
  expect(file?.type).toBe('text/csv');
  const text = await new Promise(resolve => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsText(file as Blob);
  });
  expect(text).toContain('Known script of Nordfjord');
  expect(text).not.toContain('Kept');
});

test('drafts stand with the way back to where they were typed', async () => {
  keepDraft({ connectionId: 'iris-lab', id: '412' }, 'comments', 'half a sentence', Date.now());
  const { user } = show();
  await engine.hold([waiting('c1', toOpen)]);
  const drawer = await openDrawer(user);
  await user.click(drawer.getByRole('tab', { name: 'Drafts' }));
  const draft = within(await drawer.findByRole('listitem'));
  expect(draft.getByText('half a sentence')).toBeDefined();
  expect(draft.getByRole('link').getAttribute('href')).toBe('/case/iris-lab/412');
});

test('what cannot go further on this machine is said where it is seen', async () => {
  const { user } = show();
  await engine.tell({ type: 'outbox-trouble', sentence: 'The disk is full.' });
  const drawer = await openDrawer(user);
  expect(await drawer.findByText('The disk is full.')).toBeDefined();
});
