import type { ConnectionState, Health } from '#domain/sync-state.ts';
import { describeHealth } from './describe-health.ts';
import type { Zone } from './say-when.ts';

const states = {
  waiting: 'reading',
  healthy: 'current',
  reading: 'reading',
  paused: 'paused',
  'signed-out': 'signed-out',
  'rate-limited': 'waits',
  'not-reachable': 'failed',
  'not-understood': 'failed',
  refused: 'failed',
} as const satisfies Record<Health['kind'], string>;

const quiet = new Set<Health['kind']>(['waiting', 'healthy', 'reading']);

/** A connection as the freshness strip shows it: numbers while all is well, words as soon as it is not. */
export function toFreshness(state: ConnectionState, now: number, zone: Zone) {
  const { connectionId, name, health, held, known, isKnownPartial, readAt } = state;
  return {
    id: connectionId,
    name,
    state: states[health.kind],
    trouble: quiet.has(health.kind) ? null : describeHealth(state, now, zone).title,
    held,
    known,
    isKnownPartial,
    readAt,
  };
}
