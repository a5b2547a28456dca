import type { SimulatorOptions } from '../../simulator.ts';
import type { ActivityRecord, AlertChange, CaseRecord, CommentRecord, SimulatedCase } from './records.ts';
import { createCases } from './seed.ts';

/** The cases in two orders, so that a page of 500 among 139,380 needs no scan. */
export type StellarState = {
  /** Oldest first. */
  byCreated: SimulatedCase[];
  /** Longest untouched first. */
  byModified: SimulatedCase[];
  byId: Map<string, SimulatedCase>;
  /** Kept only for cases that somebody commented on here; before that they are told from the case. */
  comments: Map<string, CommentRecord[]>;
  /** What happened here, on top of what is told from the case. */
  activities: Map<string, ActivityRecord[]>;
  alerts: Map<string, AlertChange>;
  /** For ids of what is made here. */
  nextNumber: number;
};

export function createState(options: SimulatorOptions): StellarState {
  const byCreated = createCases(options);
  return {
    byCreated,
    byModified: byCreated.toSorted((left, right) => left.record.modified_at - right.record.modified_at),
    byId: new Map(byCreated.map(simulated => [simulated.record._id, simulated])),
    comments: new Map(),
    activities: new Map(),
    alerts: new Map(),
    nextNumber: 1,
  };
}

/** Changes a case and keeps the orders right. `modified_at` never goes back. */
export function changeCase(
  state: StellarState,
  simulated: SimulatedCase,
  patch: Partial<CaseRecord>,
  at: number,
): void {
  const { record } = simulated;
  state.byModified.splice(state.byModified.indexOf(simulated), 1);
  Object.assign(record, patch, {
    modified_at: Math.max(at, record.modified_at),
    version: record.version + 1,
  });
  insert(state.byModified, 'modified_at', simulated);
}

export function addCase(state: StellarState, simulated: SimulatedCase): void {
  state.byId.set(simulated.record._id, simulated);
  insert(state.byCreated, 'created_at', simulated);
  insert(state.byModified, 'modified_at', simulated);
}

/** A case gets one more alert, by itself: its name, score, size and version change with it. */
export function joinAlert(state: StellarState, simulated: SimulatedCase, at: number): void {
  const { record } = simulated;
  const size = record.size + 1;
  const base = record.name.replace(/ and \d+ others?$/, '');
  const name = simulated.isNameFrozen
    ? record.name
    : `${base} and ${size - 1} ${size === 2 ? 'other' : 'others'}`;
  changeCase(
    state,
    simulated,
    { size, name, score: Math.min(100, record.score + 0.4), end_timestamp: at },
    at,
  );
}

/** Index of the first case whose instant is at least `at`. */
export function lowerBound(
  cases: readonly SimulatedCase[],
  field: 'created_at' | 'modified_at',
  at: number,
): number {
  let low = 0;
  let high = cases.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = cases[middle];
    if (candidate !== undefined && candidate.record[field] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(cases: SimulatedCase[], field: 'created_at' | 'modified_at', simulated: SimulatedCase): void {
  cases.splice(lowerBound(cases, field, simulated.record[field] + 1), 0, simulated);
}
