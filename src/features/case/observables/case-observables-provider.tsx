import { type ReactNode, useMemo, useState } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import type { CaseObservable } from './case-observables.ts';
import type { KnownObservables } from './find-observables.ts';
import { ObservedContext } from './observed.ts';
import { useCaseObservables } from './use-case-observables.ts';
import { useSightings } from './use-sightings.ts';

type CaseObservablesProviderProps = {
  caseRef: CaseRef;
  sections: readonly SectionId[];
  children: ReactNode;
};

/** Around a case: texts in it know what its vendor named, and chips in how many other cases their value is. */
export function CaseObservablesProvider({ caseRef, sections, children }: CaseObservablesProviderProps) {
  const all = useCaseObservables(caseRef, sections);
  const sightings = useSightings(caseRef, all);
  const known = useKnown(all);
  const observed = useMemo(() => ({ all, known, sightings }), [all, known, sightings]);
  return <ObservedContext value={observed}>{children}</ObservedContext>;
}

/** The same map while it says the same: every text of the page is read anew with another. */
function useKnown(all: readonly CaseObservable[]): KnownObservables {
  const made = useMemo(() => toKnown(all), [all]);
  const [kept, setKept] = useState(made);
  if (kept === made || isSame(kept, made)) return kept;
  setKept(made);
  return made;
}

function toKnown(all: readonly CaseObservable[]): KnownObservables {
  return new Map(
    all.flatMap(({ observable, isNamed }) =>
      isNamed ? [[observable.value.toLowerCase(), observable] as const] : [],
    ),
  );
}

function isSame(a: KnownObservables, b: KnownObservables): boolean {
  return a.size === b.size && [...a].every(([value, { type }]) => b.get(value)?.type === type);
}
