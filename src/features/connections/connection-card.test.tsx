// @vitest-environment jsdom
import './test-browser.ts';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '#domain/connection.ts';
import type { ConnectionState, Health } from '#domain/sync-state.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { type ShownConnection, sayCount, toShown } from './shown-connection.ts';
import { connectionOf, vendors } from './test-vendors.ts';

afterEach(cleanup);

function stateOf(health: Health, part: Partial<ConnectionState> = {}): ConnectionState {
  return {
    connectionId: 'iris-oslo',
    vendor: 'iris',
    name: 'IRIS Oslo',
    health,
    held: 1_204,
    known: 1_204,
    isKnownPartial: false,
    readAt: Date.now() - 4 * 60_000,
    isCaughtUp: true,
    ...part,
  };
}

function shownOf(state: ConnectionState, connection: Connection = connectionOf()): ShownConnection {
  const [shown] = toShown({ connections: [connection], vendors, states: [state], memoryOnly: [] });
  if (shown === undefined) throw new Error('one connection is one card');
  return shown;
}

function show(shown: ShownConnection) {
  const done: string[] = [];
  const note = (what: string) => () => {
    done.push(what);
  };
  render(
    <TestKit>
      <ConnectionCard
        shown={shown}
        test={undefined}
        isCurrent={false}
        actions={{
          edit: isReplacing => done.push(isReplacing ? 'replace' : 'edit'),
          test: note('test'),
          closeTest: note('close test'),
          tryNow: note('try now'),
          signIn: async code => {
            done.push(`code ${code}`);
          },
          keepOnDisk: isKept => done.push(`keep ${isKept}`),
          askToForget: note('read again'),
          askToDelete: note('delete'),
        }}
      />
    </TestKit>,
  );
  return { user: userEvent.setup(), done, card: screen.getByRole('article', { name: 'IRIS Oslo' }) };
}

const buttons = (card: HTMLElement) =>
  within(card)
    .getAllByRole('button')
    .map(one => one.textContent)
    .filter(text => text !== '');

describe('a card', () => {
  it('holds state, rows of rows, and age', () => {
    const { card } = show(shownOf(stateOf({ kind: 'healthy' })));
    expect(within(card).getByText('Healthy')).toBeTruthy();
    expect(card.textContent).toContain('Rows held1,204 of 1,204');
    expect(card.textContent).toContain('Age of data4 min');
    expect(card.textContent).toContain('iris.oslo.internal');
    expect(card.textContent).toContain('secret set');
    expect(within(card).queryByRole('progressbar')).toBeNull();
  });

  it('has a meter where less is held than known, and says "at least" of a bound', () => {
    const { card } = show(
      shownOf(stateOf({ kind: 'reading' }, { held: 59, known: 144, isKnownPartial: true })),
    );
    expect(within(card).getByRole('progressbar', { name: 'Rows held' }).getAttribute('value')).toBe('59');
    expect(card.textContent).toContain('59 of at least 144');
  });

  it('offers first what helps', async () => {
    const since = Date.now();
    const message = 'Refused.';
    const signedOut = stateOf({ kind: 'signed-out', since, reason: 'credential-refused', message });
    const { card, user, done } = show(shownOf(signedOut));
    expect(buttons(card)).toEqual(['Replace the API key', 'Test']);
    await user.click(screen.getByRole('button', { name: 'Replace the API key' }));
    expect(done).toEqual(['replace']);
  });

  it('offers nothing that would call a vendor which asked to be left alone', () => {
    const now = Date.now();
    const limited = stateOf({ kind: 'rate-limited', since: now, until: now + 60_000, message: '' });
    expect(buttons(show(shownOf(limited)).card)).toEqual(['Edit']);
  });

  it('takes a one-time code where one is asked for', async () => {
    const health = {
      kind: 'signed-out',
      since: Date.now(),
      reason: 'totp-required',
      message: 'A code.',
    } as const;
    const { user, done } = show(shownOf(stateOf(health)));
    await user.type(screen.getByLabelText('One-time code'), '12');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('A one-time code is 4 to 10 digits.')).toBeTruthy();
    await user.clear(screen.getByLabelText('One-time code'));
    await user.type(screen.getByLabelText('One-time code'), '123 456{Enter}');
    expect(done).toEqual(['code 123456']);
  });

  it('says of a declared connection where it is changed, and leaves it alone', async () => {
    const declared = connectionOf({ source: 'file' });
    const { card, user } = show(shownOf(stateOf({ kind: 'healthy' }), declared));
    expect(card.textContent).toContain('It is declared in a file and is changed there.');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Edit' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'More for IRIS Oslo' }));
    const item = await screen.findByRole('menuitem', { name: /^Delete/ });
    expect(item.hasAttribute('data-disabled')).toBe(true);
  });
});

describe('all cards', () => {
  it('stand with trouble first, and count it', () => {
    const fine = connectionOf({ id: 'a', name: 'A' });
    const bad = connectionOf({ id: 'b', name: 'B' });
    const shown = toShown({
      connections: [fine, bad],
      vendors,
      states: [
        stateOf({ kind: 'healthy' }, { connectionId: 'a' }),
        stateOf({ kind: 'refused', since: 0, reason: 'forbidden', message: '' }, { connectionId: 'b' }),
      ],
      memoryOnly: ['a'],
    });
    expect(shown.map(({ connection }) => connection.name)).toEqual(['B', 'A']);
    expect(shown.map(({ isKeptOnDisk }) => isKeptOnDisk)).toEqual([true, false]);
    expect(sayCount(shown)).toBe('2 connections, 1 needs attention');
    expect(sayCount(shown.slice(1))).toBe('1 connection');
  });
});
