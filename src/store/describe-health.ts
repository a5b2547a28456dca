import type { ConnectionState, Health } from '#domain/sync-state.ts';
import { sayDuration, sayInstant, type Zone } from './say-when.ts';

export type HealthWords = {
  /** The state in words: 'Rate limited until 08:07'. */
  title: string;
  /** What happened, what was not harmed, what happens next; empty where the title says all. */
  sentence: string;
  /** 'wait': passes by itself at a known time. 'bad': asks for somebody, or may last. */
  tone: 'good' | 'wait' | 'bad' | 'quiet';
};

/** Does this state keep the connection's rows from being current? */
export function isTroubled({ health }: ConnectionState): boolean {
  return !['waiting', 'healthy', 'reading', 'paused'].includes(health.kind);
}

/** The same words wherever a connection's state is told. */
export function describeHealth(state: ConnectionState, now: number, zone: Zone): HealthWords {
  const { health } = state;
  const say = (at: number) => sayInstant(at, now, zone);
  const stay = whatStays(state, now);

  switch (health.kind) {
    case 'waiting':
      return { title: 'Starting', sentence: join('Nothing was asked yet.', stay), tone: 'quiet' };
    case 'healthy':
      return { title: 'Healthy', sentence: '', tone: 'good' };
    case 'reading':
      return {
        title: `Healthy, reading${sayProgress(state)}`,
        sentence: 'Rows are in the queue as they come.',
        tone: 'good',
      };
    case 'paused':
      return {
        title: 'Paused while this tab is hidden',
        sentence: join('Nothing is asked meanwhile.', stay),
        tone: 'quiet',
      };
    case 'signed-out':
      return {
        title: `Signed out since ${say(health.since)}`,
        sentence: join(health.message, whyNotLocked(health), stay),
        tone: 'bad',
      };
    case 'rate-limited':
      return {
        title: `Rate limited until ${say(health.until)}`,
        sentence: join(health.message, 'Nothing is sent until then.', stay),
        tone: 'wait',
      };
    case 'not-reachable':
      return {
        title: `Not reachable since ${say(health.since)}`,
        sentence: join(health.message, sayTries(health.tries, say(health.nextAt)), stay),
        tone: 'bad',
      };
    case 'not-understood':
      return {
        title: `Answer not understood since ${say(health.since)}`,
        sentence: join(health.message, `Next try ${say(health.nextAt)}.`, stay),
        tone: 'bad',
      };
    case 'refused':
      return {
        title: `Refused since ${say(health.since)}`,
        sentence: join(health.message, 'It is not asked again by itself.', stay),
        tone: 'bad',
      };
  }
}

function join(message: string, ...more: readonly string[]): string {
  const text = message.trim();
  const first = text === '' || /[.?!]$/.test(text) ? text : `${text}.`;
  return [first, ...more].filter(part => part !== '').join(' ');
}

function whatStays({ held, readAt }: ConnectionState, now: number): string {
  if (held === 0) return '';
  return readAt === null ? 'Rows stay.' : `Rows stay, ${sayDuration(now - readAt)} old.`;
}

/** Said only of a credential that was sent and refused, unless the message itself says it. */
function whyNotLocked({ reason, message }: Extract<Health, { kind: 'signed-out' }>): string {
  if (reason !== 'credential-refused' || message.includes('tried again')) return '';
  return 'It was not tried again, so the account is not locked.';
}

function sayTries(tries: number, next: string): string {
  return `Tried ${tries === 1 ? 'once' : `${tries} times`}, next try ${next}.`;
}

function sayProgress({ held, known }: ConnectionState): string {
  if (known === null || known === 0) return '';
  return ` ${Math.min(99, Math.floor((100 * held) / known))} %`;
}
