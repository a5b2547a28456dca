// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change, Offer } from '#domain/command.ts';
import { keepDraft, readDraft } from '#store/write/drafts.ts';
import { CaseHeader } from '../case-header.tsx';
import { sampleRow } from '../sample-case.ts';
import { offer, savedLine, showWriting, startCaseWriting, waiting } from './test-writing.tsx';
import { TextEdits } from './text-edits.tsx';

let engine: Awaited<ReturnType<typeof startCaseWriting>>;
beforeAll(async () => {
  engine = await startCaseWriting();
});
beforeEach(async () => {
  localStorage.clear();
  engine.answer({});
  await engine.hold([]);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const status = offer({
  name: 'status',
  choices: [
    { value: 'Containment', label: 'Containment', status: 'in-progress' },
    { value: '9', label: 'Waiting', status: 'pending' },
  ],
});
const toWaiting: Change = { name: 'status', to: '9', label: 'Waiting' };

async function show(...offers: Offer[]) {
  engine.offer(...offers);
  const shown = showWriting(<CaseHeader row={sampleRow} badge="IRIS" connectionName="IRIS Lab" />);
  await screen.findByRole('button', { name: 'Close' });
  await waitFor(() => expect(screen.queryAllByText(/^Asking IRIS/)).toEqual([]));
  return shown;
}

function sent() {
  return engine.written.map(({ change, base }) => ({ change, base }));
}

function reasonOf(button: HTMLElement): string | null | undefined {
  return document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent;
}

describe('status', () => {
  test('opens by its key, and what is chosen goes with what was seen', async () => {
    const { user } = await show(status);
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitemradio', { name: 'Waiting' }));
    await waitFor(() => expect(sent()).toEqual([{ change: toWaiting, base: { status: 'Containment' } }]));
  });

  test('shows what is wanted at once, what was read where it failed, and what was read back', async () => {
    await show(status);
    const field = () => screen.getByRole('button', { name: /^Status:/ });
    expect(field().textContent).toContain('Containment');
    await engine.hold([waiting('c1', toWaiting)]);
    expect(field().textContent).toMatch(/Waiting.*queued/);
    const error = { code: 'invalid', reason: 'x', message: 'No.', retryable: false } as const;
    await engine.hold([waiting('c1', toWaiting, { kind: 'failed', error, attempts: 1 })]);
    expect(field().textContent).toMatch(/Containment.*not changed: it failed/);
    await engine.hold([], [savedLine('c1', toWaiting)]);
    await waitFor(() => expect(field().textContent).toMatch(/Waiting/));
    expect(field().textContent).not.toContain('queued');
  });

  test('that is no status has its own name and value', async () => {
    const { user } = await show({ ...status, label: 'Outcome', base: { outcome: '9' } });
    expect(screen.queryByRole('button', { name: /^Status:/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Outcome: ?Waiting/ })).toBeDefined();
    await user.keyboard('s');
    await user.click(await screen.findByRole('menuitemradio', { name: 'Containment' }));
    await waitFor(() => expect(sent()[0]?.base).toEqual({ status: 'Containment', outcome: '9' }));
  });
});

test('what may not be changed says why', async () => {
  const { user } = await show(offer({ name: 'severity', unavailable: 'It has no severity.' }));
  const button = screen.getByRole('button', { name: /^Severity:/ });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(reasonOf(button)).toBe('It has no severity.');
  expect(reasonOf(screen.getByRole('button', { name: 'Edit tags' }))).toBe('IRIS does not offer this.');
  await user.click(button);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a a assigns to the one whose credential it is, by the id of this vendor', async () => {
  await engine.tell({ type: 'identity', connectionId: 'iris', person: { id: '3', name: 'Ida Moen' } });
  await engine.tell({ type: 'identity', connectionId: 'argus', person: { id: '9', name: 'Ida M' } });
  const people = [
    { value: '9', label: 'Jonas Berg' },
    { value: '3', label: 'Ida Moen' },
  ];
  const { user } = await show(offer({ name: 'assignee', choices: people }));
  await user.keyboard('a');
  expect(await screen.findByRole('menuitemradio', { name: 'Me, Ida Moen' })).toBeDefined();
  await user.keyboard('a');
  await waitFor(() =>
    expect(sent()).toEqual([
      { change: { name: 'assignee', to: '3', label: 'Ida Moen' }, base: { assignee: '7' } },
    ]),
  );
});

test('tags go as what is added and what is taken away', async () => {
  const { user } = await show(offer({ name: 'tags' }));
  await user.click(screen.getByRole('button', { name: 'Edit tags' }));
  await user.keyboard('{Backspace}bec{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save tags' }));
  await waitFor(() =>
    expect(sent()).toEqual([{ change: { name: 'tags', add: ['bec'], remove: ['lateral'] }, base: {} }]),
  );
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit tags' }));
});

test('the title is changed in its place, from what was seen when that began', async () => {
  const { user } = await show(offer({ name: 'title', maxLength: 60 }));
  await user.click(screen.getByRole('button', { name: 'Edit title' }));
  await user.keyboard('!{Escape}');
  expect(readDraft(sampleRow, 'title')?.text).toBe(`${sampleRow.title}!`);
  await user.click(screen.getByRole('button', { name: 'Edit title' }));
  await user.keyboard('{Enter}');
  await waitFor(() =>
    expect(sent()).toEqual([
      { change: { name: 'title', to: `${sampleRow.title}!` }, base: { title: sampleRow.title } },
    ]),
  );
});

test('closing for good takes a second step that names the effect', async () => {
  const close = offer({
    name: 'close',
    isFinal: true,
    warning: 'Closed is final in IRIS.',
    choices: [{ value: 'CLOSED', label: 'CLOSED' }],
    canTakeAlerts: true,
  });
  const { user } = await show(close, offer({ name: 'reopen', unavailable: 'It is open.' }));
  expect(reasonOf(screen.getByRole('button', { name: 'Reopen' }))).toBe('It is open.');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Close #412 in IRIS' }));
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Known script');
  await user.click(dialog.getByRole('checkbox', { name: 'Also close its alerts' }));
  await user.click(dialog.getByRole('button', { name: 'Go on' }));
  expect(dialog.getByRole('alert').textContent).toBe('Closed is final in IRIS. It cannot be undone.');
  expect(sent()).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Close #412 for good' }));
  await waitFor(() =>
    expect(sent()).toEqual([
      {
        change: { name: 'close', to: 'CLOSED', reason: 'Known script', withAlerts: true },
        base: { status: 'Containment' },
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a text goes with what it was when its draft began', async () => {
  keepDraft(sampleRow, 'summary', 'one\ntwo', 0, 'one');
  engine.offer(
    offer({ name: 'text', field: 'summary', base: { summary: 'one\nsomebody' }, format: 'markdown' }),
  );
  const { user } = showWriting(<TextEdits />);
  await user.click(await screen.findByRole('button', { name: 'Go on editing summary, draft kept' }));
  expect(screen.getByText(/was changed in IRIS since you began/)).toBeDefined();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(sent()).toEqual([
      { change: { name: 'text', field: 'summary', to: 'one\ntwo' }, base: { summary: 'one' } },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(readDraft(sampleRow, 'summary')).toBeNull();
});
