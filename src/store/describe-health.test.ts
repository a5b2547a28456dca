import { describe, expect, it } from 'vitest';
import type { ConnectionState, Health } from '#domain/sync-state.ts';
import { describeHealth, isTroubled } from './describe-health.ts';
import { toFreshness } from './to-freshness.ts';

const now = Date.UTC(2026, 10, 22, 8, 3, 21);
const at = (hour: number, minute: number, day = 22) => Date.UTC(2026, 10, day, hour, minute);

function stateOf(health: Health, more: Partial<ConnectionState> = {}): ConnectionState {
  return {
    connectionId: 'lab',
    vendor: 'stellar',
    name: 'Lab',
    health,
    held: 88,
    known: 88,
    isKnownPartial: false,
    readAt: now - 4 * 60_000,
    isCaughtUp: true,
    ...more,
  };
}

const describeAt = (state: ConnectionState) => describeHealth(state, now, 'utc');

describe('a connection in words', () => {
  it('is Healthy, and nothing more has to be said', () => {
    expect(describeAt(stateOf({ kind: 'healthy' }))).toEqual({
      title: 'Healthy',
      sentence: '',
      tone: 'good',
    });
  });

  it('says how far a first reading got, and never 100 % before its end', () => {
    const reading = (held: number, known: number | null) =>
      describeAt(stateOf({ kind: 'reading' }, { held, known })).title;
    expect(reading(59, 144)).toBe('Healthy, reading 40 %');
    expect(reading(144, 144)).toBe('Healthy, reading 99 %');
    expect(reading(59, null)).toBe('Healthy, reading');
  });

  it('says until when nothing is sent, and how old the rows are', () => {
    const health: Health = {
      kind: 'rate-limited',
      since: at(8, 2),
      until: at(8, 7),
      message: 'The vendor asks to wait before the next call.',
    };
    expect(describeAt(stateOf(health))).toEqual({
      title: 'Rate limited until 08:07',
      sentence:
        'The vendor asks to wait before the next call. Nothing is sent until then. Rows stay, 4 min old.',
      tone: 'wait',
    });
  });

  it('says that a refused credential was not tried again', () => {
    const signedOut = (reason: string, message: string) =>
      describeAt(stateOf({ kind: 'signed-out', since: at(6, 40), reason, message }));
    const refused = signedOut('credential-refused', 'Stellar Cyber refused the refresh token (401).');
    expect(refused.title).toBe('Signed out since 06:40');
    expect(refused.sentence).toContain('It was not tried again, so the account is not locked.');
    const said = signedOut('credential-refused', 'Refused. It is not tried again until it is replaced.');
    expect(said.sentence).toBe('Refused. It is not tried again until it is replaced. Rows stay, 4 min old.');
    expect(signedOut('secret-missing', 'The API key is not set.').sentence).toBe(
      'The API key is not set. Rows stay, 4 min old.',
    );
  });

  it('says how often an address was tried and when the next try is', () => {
    const health: Health = {
      kind: 'not-reachable',
      since: at(7, 12, 21),
      tries: 9,
      nextAt: at(8, 6),
      reason: 'connect-timeout',
      message: 'No answer on port 443',
    };
    const old = stateOf(health, { readAt: now - 84 * 60_000 });
    expect(describeAt(old)).toEqual({
      title: 'Not reachable since 21 Nov 07:12',
      sentence: 'No answer on port 443. Tried 9 times, next try 08:06. Rows stay, 1 h 24 min old.',
      tone: 'bad',
    });
    expect(describeAt(stateOf({ ...health, tries: 1 }, { held: 0, readAt: null })).sentence).toBe(
      'No answer on port 443. Tried once, next try 08:06.',
    );
  });

  it('says what an answer was that could not be understood', () => {
    const message = 'The answer could not be understood: status 200, text/html, 512 characters.';
    const words = describeAt(
      stateOf({ kind: 'not-understood', since: at(8, 0), nextAt: at(8, 5), reason: 'unreadable', message }),
    );
    expect(words.title).toBe('Answer not understood since 08:00');
    expect(words.sentence).toBe(`${message} Next try 08:05. Rows stay, 4 min old.`);
  });

  it('says that a refusal is not tried again by itself', () => {
    const words = describeAt(
      stateOf({ kind: 'refused', since: at(8, 0), reason: 'forbidden', message: 'Cases may not be read.' }),
    );
    expect(words.title).toBe('Refused since 08:00');
    expect(words.sentence).toContain('Cases may not be read. It is not asked again by itself.');
  });

  it('tells a pause from trouble', () => {
    const hidden = stateOf({ kind: 'paused' });
    expect(describeAt(hidden)).toMatchObject({ title: 'Paused while this tab is hidden', tone: 'quiet' });
    expect(isTroubled(hidden)).toBe(false);
  });

  it('claims no rows where none are held', () => {
    expect(describeAt(stateOf({ kind: 'waiting' }, { held: 0, readAt: null })).sentence).toBe(
      'Nothing was asked yet.',
    );
  });
});

describe('the freshness of a connection', () => {
  it('has words only while something is wrong, and they are the same words', () => {
    expect(toFreshness(stateOf({ kind: 'healthy' }), now, 'utc')).toMatchObject({
      state: 'current',
      trouble: null,
      held: 88,
    });
    const limited = stateOf({ kind: 'rate-limited', since: now, until: at(8, 7), message: '' });
    expect(toFreshness(limited, now, 'utc')).toMatchObject({
      state: 'waits',
      trouble: 'Rate limited until 08:07',
    });
  });
});
