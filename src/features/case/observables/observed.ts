import { createContext, use } from 'react';
import type { SightingsByKey } from '#store/case/where-seen.ts';
import type { CaseObservable } from './case-observables.ts';
import { type KnownObservables, nothingKnown } from './find-observables.ts';

/** What is known of the observables of the case that is shown; without a case around it, nothing. */
export type Observed = {
  all: readonly CaseObservable[];
  /** What its vendor named. */
  known: KnownObservables;
  sightings: SightingsByKey;
};

export const ObservedContext = createContext<Observed>({
  all: [],
  known: nothingKnown,
  sightings: new Map(),
});

export function useObserved(): Observed {
  return use(ObservedContext);
}
