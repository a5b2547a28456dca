import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { CaseRef } from '#domain/case.ts';
import { type SightingsByKey, useWhereSeen } from '#store/case/where-seen.ts';
import type { CaseObservable } from './case-observables.ts';

/** Sections come one after the other: they are counted together. */
const togetherMs = 250;

/** Where else the observables of a case are. What its vendor named is asked first. */
export function useSightings(ref: CaseRef, all: readonly CaseObservable[]): SightingsByKey {
  const asked = useMemo(
    () => [...all].sort((a, b) => Number(b.isNamed) - Number(a.isNamed)).map(({ observable }) => observable),
    [all],
  );
  const [settled] = useDebouncedValue(asked, togetherMs);
  return useWhereSeen(ref, settled);
}
