import { createRandom } from '../../random.ts';
import type { CaseRecord, Transaction, User } from './records.ts';

/** Behaviour that a test or a scenario turns on. */
type Switches = {
  /** That many of the next calls are answered 503, not handled at all. */
  overloadedCalls: number;
  /** Counting takes too long: `count` is -1. */
  isCountTimedOut: boolean;
  /** Counting is not implemented: `count` is 0 although rows come. */
  isCountMissing: boolean;
  /** The vendor's own page names waitingSoc and waitingCustomer where every client sees working*. */
  statusWords: 'working' | 'waiting';
  /** A limit above this is lowered, and the lowered one is echoed. */
  largestPage: number;
  /** The system limit on rows of one answer. */
  mostRows: number;
};

export type ArgusWorld = {
  cases: Map<number, CaseRecord>;
  switches: Switches;
  now: () => number;
  createUuid: () => string;
  createCaseId: () => number;
};

export function createWorld(now: () => number): ArgusWorld {
  const random = createRandom(0x4a52);
  const cases = new Map<number, CaseRecord>();
  let lastCaseId = 4_180_000;
  return {
    cases,
    now,
    switches: {
      overloadedCalls: 0,
      isCountTimedOut: false,
      isCountMissing: false,
      statusWords: 'working',
      largestPage: 100_000,
      mostRows: 100_000,
    },
    createUuid: () => {
      const hex = random.hex(30);
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18)}`;
    },
    createCaseId: () => {
      lastCaseId += 1;
      return lastCaseId;
    },
  };
}

export function isDeleted(record: { flags: readonly string[] }): boolean {
  return record.flags.includes('DELETED');
}

/** Every write is one transaction of the case's history, and moves `lastUpdatedTimestamp`. */
export function commit(
  world: ArgusWorld,
  record: CaseRecord,
  user: User,
  operation: string,
  changes: Transaction['changes'],
  flags: readonly string[] = [],
): void {
  const timestamp = Math.max(world.now(), record.lastUpdatedTimestamp);
  record.lastUpdatedTimestamp = timestamp;
  record.lastUpdatedByUser = user;
  record.history.push({
    id: world.createUuid(),
    operation,
    timestamp,
    user,
    notified: record.accessMode === 'explicit' ? record.access.length : 2,
    flags: [...flags],
    changes,
  });
}
