// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Download } from '#domain/section.ts';
import type { Transfer } from '#store/case/downloads.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { DownloadControl } from './download-control.tsx';

afterEach(cleanup);

const attachment: Download = {
  id: 'a-1',
  name: 'invoice_\u202efdp.exe',
  size: 14_236,
  label: 'Attachment',
  warning: 'Somebody attached it to the case. It may be hostile.',
};

function show(transfer: Transfer = { step: 'idle' }, part: Partial<Download> = {}) {
  const onStart = vi.fn();
  const onCancel = vi.fn();
  const download = { ...attachment, ...part };
  const { container } = render(
    <DownloadControl download={download} transfer={transfer} onStart={onStart} onCancel={onCancel} />,
    { wrapper: TestKit },
  );
  return { onStart, onCancel, container, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('one press says what the file is and fetches nothing; the second one does', async () => {
  const { user, onStart } = show();
  await user.click(button('Download Attachment: invoice_[RLO]fdp.exe'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Download this file?' }));
  for (const text of ['14 kB', 'Attachment', attachment.warning]) expect(dialog.getByText(text)).toBeTruthy();
  expect(dialog.getByText('[RLO]').closest('dd')?.textContent).toBe('invoice_[RLO]fdp.exe');
  expect(onStart).not.toHaveBeenCalled();
  await user.click(dialog.getByRole('button', { name: 'Download file' }));
  expect(onStart).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test.each(['Cancel', 'Close'])('%s fetches nothing', async name => {
  const { user, onStart } = show();
  await user.click(button(/^Download/));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onStart).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button(/^Download/));
});

test('what the vendor does not say is said, and what it made itself is not warned of', async () => {
  const { user } = show({ step: 'idle' }, { size: null, warning: '' });
  await user.click(button(/^Download/));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('SizeThe vendor does not say');
  expect(dialog.textContent).not.toContain('hostile');
});

test.each<[string, Transfer, string, string | null]>([
  ['before the first byte', { step: 'progress', received: 0, total: 14_236 }, 'Asking', '0'],
  ['in the middle', { step: 'progress', received: 4_700, total: 14_236 }, '4.7 kB of 14 kB', '4700'],
  ['of unknown length', { step: 'progress', received: 4_700, total: null }, '4.7 kB', null],
  ['longer than was said', { step: 'progress', received: 20_000, total: 14_236 }, '20 kB', null],
])('%s it shows how far it is and can be cancelled', async (_, transfer, amount, value) => {
  const { user, onCancel } = show(transfer);
  const bar = screen.getByRole('progressbar', { name: 'Fetching invoice_[RLO]fdp.exe' });
  expect(bar.getAttribute('value')).toBe(value);
  expect(screen.getByText(amount)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull();
  await user.click(button('Cancel invoice_[RLO]fdp.exe'));
  expect(onCancel).toHaveBeenCalledTimes(1);
});

test('a saved one says under which name, with nothing hidden in it', () => {
  show({ step: 'saved', name: 'invoice_\u202efdp.exe' });
  expect(screen.getByRole('status').textContent).toBe('Saved as invoice_[RLO]fdp.exe');
  expect(button(/^Download/)).toBeTruthy();
});

test.each([
  ['Plum has no such file.', undefined, 'Plum has no such file. Nothing was saved.'],
  [
    'The vendor asks to wait',
    120_000,
    'The vendor asked to wait 2 min before the next call. Nothing was saved.',
  ],
  ['Timed out', null, 'Timed out. Nothing was saved.'],
])('a failure says so and offers to try again: %s', async (message, retryAfterMs, sentence) => {
  const error = {
    code: 'unavailable' as const,
    reason: 'test',
    message,
    retryable: true,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  const { user, onStart } = show({ step: 'failed', error });
  expect(screen.getByText(sentence)).toBeTruthy();
  await user.click(button('Retry'));
  expect(onStart).toHaveBeenCalledTimes(1);
});

test('a file whose label is its name says it once', async () => {
  const { user } = show({ step: 'idle' }, { name: 'notes.txt', label: 'notes.txt' });
  expect(button('Download notes.txt').textContent).toBe('Download');
  await user.click(button('Download notes.txt'));
  expect((await screen.findByRole('dialog')).textContent).not.toContain('What it is');
});

test('nothing of a name or label is ever an element or a link', async () => {
  const hostile = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>';
  const { user, container } = show({ step: 'saved', name: hostile }, { name: hostile, label: hostile });
  await user.click(button(/^Download/));
  await screen.findByRole('dialog');
  expect(document.querySelectorAll('img, a, [style*="expression"]')).toHaveLength(0);
  expect(container.textContent).toContain(hostile);
});
