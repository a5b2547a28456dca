import { useQuery } from '@tanstack/react-query';
import type { CaseRef } from '#domain/case.ts';
import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import { getEngine } from '../engine/engine-client.ts';
import type { Sightings } from '../engine/engine-port.ts';

/** Each is sought in all rows: a list of thousands would keep the engine busy for minutes. */
const mostAsked = 300;

/** By `observableKey`. What is not in it has not been counted. */
export type SightingsByKey = ReadonlyMap<string, Sightings>;

const nothingCounted: SightingsByKey = new Map();

export function whereSeenKey(ref: CaseRef, observables: readonly Observable[]) {
  const keys = observables.slice(0, mostAsked).map(observableKey);
  return ['connection', ref.connectionId, 'case', ref.id, 'where-seen', keys];
}

/** In which other records of the queue these are too. Counts of before stand until those of a longer list are here. */
export function useWhereSeen(ref: CaseRef, observables: readonly Observable[]): SightingsByKey {
  const asked = observables.slice(0, mostAsked);
  const { data } = useQuery({
    queryKey: whereSeenKey(ref, observables),
    queryFn: async () => {
      const answers = await getEngine().whereSeen(ref, asked);
      return new Map(answers.map((answer, index) => [keyAt(asked, index), answer]));
    },
    enabled: asked.length > 0,
    staleTime: 60_000,
    gcTime: 60_000,
    placeholderData: (before, asked) => (isOf(ref, asked?.queryKey ?? []) ? before : undefined),
    structuralSharing: false,
    retry: false,
  });
  return data ?? nothingCounted;
}

function isOf(ref: CaseRef, key: readonly unknown[]): boolean {
  return key[1] === ref.connectionId && key[3] === ref.id;
}

function keyAt(observables: readonly Observable[], index: number): string {
  const observable = observables[index];
  return observable === undefined ? '' : observableKey(observable);
}
