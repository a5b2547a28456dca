import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { type CaseRef, formatRef } from '#domain/case.ts';
import type { Observable } from '#domain/section.ts';
import { type SightingsByKey, useWhereSeen } from '#store/case/where-seen.ts';
import type { CaseObservable } from './case-observables.ts';

/** Sections come one after the other: they are counted together. */
const togetherMs = 250;
const none: readonly Observable[] = [];

/** Where else the observables of a case are. What its vendor named is asked first. */
export function useSightings(ref: CaseRef, all: readonly CaseObservable[]): SightingsByKey {
  const name = formatRef(ref);
  const asked = useMemo(
    () => ({
      name,
      observables: [...all]
        .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
        .map(({ observable }) => observable),
    }),
    [name, all],
  );
  const [settled] = useDebouncedValue(asked, togetherMs);
  // What the case before held says nothing of this one.
  return useWhereSeen(ref, settled.name === name ? settled.observables : none);
}
