// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Change } from '#domain/command.ts';
import { dropDraft, readDraft } from '#store/write/drafts.ts';
import { sampleRow } from '../sample-case.ts';
import { Composer } from './composer.tsx';
import { offer, savedLine, showWriting, startCaseWriting, waiting } from './test-writing.tsx';

let engine: Awaited<ReturnType<typeof startCaseWriting>>;
beforeAll(async () => {
  engine = await startCaseWriting();
});
beforeEach(async () => {
  localStorage.clear();
  engine.answer({});
  engine.offer(
    offer({ name: 'post', field: 'comments', unavailable: 'IRIS takes none here.' }),
    offer({ name: 'post', field: 'notes', maxLength: 20, format: 'markdown' }),
    offer({ name: 'post', field: 'log', isFinal: true, warning: 'Nobody can edit it.' }),
  );
  await engine.hold([]);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  dropDraft(sampleRow, 'post');
});

const note = (text: string): Change => ({
  name: 'post',
  section: 'notes',
  text,
  isInternal: false,
  replyTo: null,
});

async function open() {
  const { user } = showWriting(<Composer />);
  await user.keyboard('m');
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await screen.findByRole('button', { name: 'Add note' });
  await screen.findByText(/as a note/);
  return { user, field };
}

describe('what is typed', () => {
  test('is kept at every keystroke, and there again after leaving', async () => {
    const { user, field } = await open();
    expect(document.activeElement).toBe(field);
    await user.type(field, 'RDP seen');
    expect(readDraft(sampleRow, 'post')?.text).toBe('RDP seen');
    expect(screen.getByText(/Draft kept on this machine/)).toBeDefined();
    screen.getByRole('button', { name: 'Discard' }).focus();
    await user.keyboard('m');
    expect(document.activeElement).toBe(field);
    await user.tab();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement?.textContent).toContain('RDP seen');
    await user.keyboard('m');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox')).value).toBe('RDP seen');
  });

  test('is said at once not to be kept where it cannot be', async () => {
    const { user, field } = await open();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await user.type(field, 'x');
    expect((await screen.findByRole('alert')).textContent).toContain('cannot keep the draft');
    expect(screen.getByRole('button', { name: 'Copy text' })).toBeDefined();
  });

  test('goes once, in words of where, and leaves no draft', async () => {
    const { user, field } = await open();
    expect(screen.getByText(/Goes to IRIS #412 only, as a note/)).toBeDefined();
    await user.type(field, 'RDP seen');
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
    expect(engine.written.map(({ change, base }) => ({ change, base }))).toEqual([
      { change: note('RDP seen'), base: {} },
    ]);
    expect(readDraft(sampleRow, 'post')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Note/ }));
  });

  test('stays, with the reason, where this machine cannot take it', async () => {
    engine.answer({
      write: async () => ({
        ok: false,
        error: { code: 'unavailable', reason: 'disk', message: 'The disk is full.', retryable: false },
      }),
    });
    engine.offer(offer({ name: 'post', field: 'notes' }));
    const { user, field } = await open();
    await user.type(field, 'RDP seen');
    await user.click(screen.getByRole('button', { name: 'Add note' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'The disk is full. Nothing was sent, and what you wrote is still here.',
    );
    expect(readDraft(sampleRow, 'post')?.text).toBe('RDP seen');
  });

  test('does not go while it is too long', async () => {
    const { user, field } = await open();
    await user.type(field, 'more than twenty characters');
    expect(screen.getByText('27 of 20 characters')).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const button = screen.getByRole('button', { name: 'Add note' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'It takes 20 characters, and these are 27.',
    );
    expect(engine.written).toEqual([]);
  });

  test('that nobody can take back is asked for twice', async () => {
    const { user, field } = await open();
    await user.click(screen.getByRole('button', { name: 'Task log' }));
    await user.type(field, 'done');
    await user.click(screen.getByRole('button', { name: 'Add to task log' }));
    expect(screen.getByText('It cannot be undone. Press once more to send it.')).toBeDefined();
    expect(engine.written).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Add to task log' }));
    await waitFor(() => expect(engine.written).toHaveLength(1));
  });

  test('may begin with one of my last texts', async () => {
    await engine.hold([], [savedLine('c1', note('Known script of Nordfjord'))]);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'My last texts' }));
    await user.click(await screen.findByRole('menuitem', { name: '1 Known script of Nordfjord' }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Known script of Nordfjord');
  });
});

test('a place that customers read says so, and words may be kept from them, and leave the status alone', async () => {
  engine.offer(offer({ name: 'post', field: 'comments', canBeInternal: true, canKeepStatus: true }));
  const { user } = showWriting(<Composer />);
  await user.keyboard('m');
  await screen.findByText('Goes to IRIS #412 only, as a comment that the customer can read.');
  await user.click(screen.getByRole('checkbox', { name: 'Internal' }));
  await user.click(screen.getByRole('checkbox', { name: 'Leave the status at Containment' }));
  expect(screen.getByText('Goes to IRIS #412 only, as an internal comment.')).toBeDefined();
  await user.type(screen.getByRole('textbox'), 'RDP seen');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(engine.written.map(({ change }) => change)).toEqual([
      { ...note('RDP seen'), section: 'comments', isInternal: true, isStatusKept: true },
    ]),
  );
});

test('a place that is not offered is there with the reason', async () => {
  await open();
  const button = screen.getByRole('button', { name: 'Comment' });
  expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'IRIS takes none here.',
  );
});

describe('what was sent', () => {
  test('stands there until it is saved, and then what was read back', async () => {
    const { user } = showWriting(<Composer />);
    await engine.hold([waiting('c1', note('RDP seen'))]);
    const list = within(await screen.findByRole('list', { name: 'What was written here' }));
    expect(list.getByText('Queued')).toBeDefined();
    await engine.hold([
      waiting('c1', note('RDP seen'), { kind: 'sending', sentAt: Date.now(), attempts: 1 }),
    ]);
    expect(await list.findByText('Sending')).toBeDefined();
    await engine.hold([], [savedLine('c1', note('RDP seen'), { after: { comment: 'RDP seen' } })]);
    const receipt = await screen.findByRole('button', { name: /Saved, read back \d\d:\d\d:\d\d/ });
    await user.click(receipt);
    expect(screen.getByText('Comment, before and after')).toBeDefined();
  });

  test('and failed is retried or discarded, its text to be copied', async () => {
    const { user } = showWriting(<Composer />);
    const error = { code: 'invalid', reason: 'x', message: 'The case is locked.', retryable: false } as const;
    await engine.hold([waiting('c1', note('RDP seen'), { kind: 'failed', error, attempts: 1 })]);
    expect(await screen.findByText(/The case is locked\./)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Copy text' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    await waitFor(() => expect(engine.done).toEqual(['retry c1']));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    await waitFor(() => expect(engine.done.at(-1)).toBe('discard c1'));
  });

  test('and met with another text keeps both, the new one safe before the old one goes', async () => {
    const { user } = showWriting(<Composer />);
    const change = { name: 'text', field: 'summary', to: 'a\nb\nmine' } as const;
    const base = { summary: 'a\nb' };
    await engine.hold([
      waiting('c1', change, { kind: 'conflict', theirs: { summary: 'theirs\na\nb' } }, base),
    ]);
    const merged = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Summary with both kept',
    });
    expect(merged.value).toBe('theirs\na\nb\nmine');
    await user.click(screen.getByRole('button', { name: 'Keep both' }));
    await waitFor(() => expect(engine.done).toEqual(['discard c1']));
    expect(engine.written.map(({ change: sent, base: from }) => ({ sent, from }))).toEqual([
      { sent: { ...change, to: 'theirs\na\nb\nmine' }, from: { summary: 'theirs\na\nb' } },
    ]);
  });
});
