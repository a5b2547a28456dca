// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { formatRef, type QueueRow } from '#domain/case.ts';
import type { Command, Offer } from '#domain/command.ts';
import { line } from '#features/outbox/test-entries.ts';
import { createWrapper, startWritingEngine } from '#features/outbox/test-outbox.tsx';
import { ToastPlace } from '#ui/feedback/toast-place.tsx';
import { SelectionBar } from '../selection-bar.tsx';
import { BulkPlace } from './bulk-place.tsx';
import { choices, offer, row } from './test-groups.ts';
import { useBulk } from './use-bulk.ts';

// What loads when it is first opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

let engine: Awaited<ReturnType<typeof startWritingEngine>>;
let written: { commands: readonly Command[]; delayMs: number }[] = [];

// A textarea that grows asks for the fonts, which jsdom does not have.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

beforeAll(async () => {
  engine = await startWritingEngine();
});

beforeEach(() => {
  localStorage.clear();
  written = [];
  engine.done.length = 0;
});

afterEach(cleanup);

const names = new Map([
  ['argus', { badge: 'Argus', name: 'Argus Nordic', vendor: 'argus' }],
  ['incydr', { badge: 'Incydr', name: 'Incydr US2', vendor: 'incydr' }],
]);

const rows: readonly QueueRow[] = [
  row('1'),
  row('2'),
  row('7', { connectionId: 'incydr', status: { value: 'open', raw: 'OPEN' } }),
];

const offered: Readonly<Record<string, readonly Offer[]>> = {
  argus: [
    offer('close', { choices: choices('closed') }),
    offer('status', { choices: choices('workingSoc', 'pendingCustomer') }),
    offer('post', { field: 'comments' }),
  ],
  incydr: [
    offer('close', { choices: choices('CLOSED'), isFinal: true, warning: 'Closed is final in Incydr.' }),
    offer('severity', { unavailable: 'Incydr has no severity.' }),
  ],
};

function Screen({ shown }: { shown: readonly QueueRow[] }) {
  const [selected] = useState(() => new Set(shown.map(formatRef)));
  const bulk = useBulk(selected, names);
  return (
    <>
      <SelectionBar
        selected={selected}
        total={shown.length}
        names={names}
        bulk={bulk}
        onSelectAll={() => {}}
        onClear={() => {}}
      />
      <BulkPlace bulk={bulk} onLeave={() => {}} />
      <ToastPlace />
    </>
  );
}

function show(shown = rows) {
  engine.answer({
    row: async ref => shown.find(one => formatRef(one) === formatRef(ref)) ?? null,
    offers: async ref => ({ ok: true, value: offered[ref.connectionId] ?? [] }),
    write: async (commands, delayMs) => {
      written.push({ commands, delayMs });
      return { ok: true, value: null };
    },
  });
  render(<Screen shown={shown} />, { wrapper: createWrapper() });
  return { user: userEvent.setup() };
}

async function openPlan(user: ReturnType<typeof userEvent.setup>, action: string) {
  await user.click(screen.getByRole('button', { name: action }));
  return within(await screen.findByRole('complementary', { name: 'Plan' }));
}

test('what no vendor of the selection offers cannot be pressed, and says so', async () => {
  const { user } = show();
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Severity' }).getAttribute('aria-disabled')).toBe('true'),
  );
  expect(screen.getByRole('button', { name: 'Close' }).getAttribute('aria-disabled')).toBe('false');
  await user.click(screen.getByRole('button', { name: 'Severity' }));
  expect(screen.queryByRole('complementary')).toBeNull();
});

test('the plan says what each vendor is sent; what is final is not counted until it is ticked', async () => {
  const { user } = show();
  const plan = await openPlan(user, 'Close');
  await plan.findByRole('heading', { name: 'Close 3' });
  const argus = await plan.findByRole('region', { name: 'Argus Nordic' });
  await within(argus).findByText('Status closed.');
  const incydr = within(plan.getByRole('region', { name: 'Incydr US2' }));
  expect(incydr.getByText('Closed is final in Incydr.')).toBeDefined();
  expect(plan.getByRole('button', { name: 'Close 2' })).toBeDefined();
  await user.click(incydr.getByRole('checkbox', { name: 'Close this one as well: it cannot be undone' }));
  expect(plan.getByRole('button', { name: 'Close 3' })).toBeDefined();
});

test('it is handed to the outbox once, with ten seconds to undo, and undoing brings the form back', async () => {
  const { user } = show();
  const plan = await openPlan(user, 'Close');
  await user.type(plan.getByRole('textbox', { name: 'Reason' }), 'Known script');
  const button = await plan.findByRole('button', { name: 'Close 2' });
  fireEvent.click(button);
  fireEvent.click(button);
  fireEvent.keyDown(button, { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Plan' })).toBeNull());
  expect(written).toHaveLength(1);
  const [sent] = written;
  expect(sent?.delayMs).toBe(10_000);
  expect(sent?.commands.map(({ ref, change, base }) => ({ ref, change, base }))).toEqual(
    ['1', '2'].map(id => ({
      ref: { connectionId: 'argus', id },
      change: { name: 'close', to: 'closed', label: 'closed', reason: 'Known script', withAlerts: false },
      base: { status: 'New' },
    })),
  );
  expect(new Set(sent?.commands.map(({ batchId }) => batchId)).size).toBe(1);

  const ids = sent?.commands.map(({ id }) => id) ?? [];
  await engine.hold(
    [],
    ids.map(id => line(id, { name: 'reopen', to: '' }, { result: 'discarded' })),
  );
  const toast = await screen.findByText('2 queued. Nothing leaves for 10 s.');
  await user.click(within(toast.parentElement as HTMLElement).getByRole('button', { name: 'Undo' }));
  expect(engine.done).toEqual([`discard ${ids.join(' ')}`]);
  const again = within(await screen.findByRole('complementary', { name: 'Plan' }));
  expect(again.getByRole('textbox', { name: 'Reason' })).toHaveProperty('value', 'Known script');
});

test('what cannot be kept stays on screen with the reason, and nothing counts as sent', async () => {
  const { user } = show();
  engine.answer({
    row: async ref => rows.find(one => formatRef(one) === formatRef(ref)) ?? null,
    offers: async ref => ({ ok: true, value: offered[ref.connectionId] ?? [] }),
    write: async () => ({
      ok: false,
      error: {
        code: 'unavailable',
        reason: 'not-kept-here',
        message: 'It could not be kept on this machine. Nothing was sent.',
        retryable: false,
      },
    }),
  });
  const plan = await openPlan(user, 'Note');
  await user.type(plan.getByRole('textbox', { name: 'Note' }), 'Seen.');
  await user.click(await plan.findByRole('button', { name: 'Add note to 2' }));
  await plan.findByText('It could not be kept on this machine. Nothing was sent.');
  expect(plan.getByRole('textbox', { name: 'Note' })).toHaveProperty('value', 'Seen.');
  expect(plan.getByRole('button', { name: 'Add note to 2' })).toHaveProperty('disabled', false);
});

test('words are kept while they are typed, and a page that cannot keep them asks before it goes', async () => {
  const { user } = show();
  const first = await openPlan(user, 'Note');
  await user.type(first.getByRole('textbox', { name: 'Note' }), 'Half');
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(leave()).toBe(false);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  const second = await openPlan(user, 'Note');
  const box = second.getByRole('textbox', { name: 'Note' });
  expect(box).toHaveProperty('value', 'Half');
  const full = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  try {
    await user.type(box, ' a word');
    expect(leave()).toBe(true);
    expect(second.getByText('This machine cannot keep the draft: it is on screen only.')).toBeDefined();
  } finally {
    if (full !== undefined) Object.defineProperty(Storage.prototype, 'setItem', full);
  }
});

test('a value of the vendor’s own is chosen where ours is lost in translation', async () => {
  const { user } = show([row('1'), row('2')]);
  const plan = await openPlan(user, 'Status');
  await user.selectOptions(plan.getByRole('combobox', { name: 'Status' }), 'Resolved');
  const argus = within(plan.getByRole('region', { name: 'Argus Nordic' }));
  await argus.findByText('It has no ‘Resolved’. Choose one of its own, or nothing is sent.');
  expect(plan.getByRole('button', { name: 'Set status of 0' })).toHaveProperty('disabled', true);
  await user.selectOptions(
    argus.getByRole('combobox', { name: 'Value for Argus Nordic' }),
    'pendingCustomer',
  );
  expect(plan.getByRole('button', { name: 'Set status of 2' })).toHaveProperty('disabled', false);
});
