import { isPending, needsSomebody, type OutboxEntry } from '#store/outbox/outbox-entry.ts';

export type WaitingCount = { queued: number; needsYou: number };

export function countWaiting(entries: readonly OutboxEntry[]): WaitingCount {
  return {
    queued: entries.filter(isPending).length,
    needsYou: entries.filter(needsSomebody).length,
  };
}

/** '3 queued, 1 needs you'; '' when nothing waits. */
export function sayWaiting({ queued, needsYou }: WaitingCount): string {
  return [
    ...(queued === 0 ? [] : [`${queued.toLocaleString('en')} queued`]),
    ...(needsYou === 0 ? [] : [`${needsYou.toLocaleString('en')} ${needsYou === 1 ? 'needs' : 'need'} you`]),
  ].join(', ');
}
