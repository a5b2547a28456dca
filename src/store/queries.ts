import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CaseRef } from '#domain/case.ts';
import { formatRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import { getAnalystSettings, subscribeToAnalystSettings } from './analyst-settings.ts';
import { takeOutcome } from './case/take-outcome.ts';
import { getEngine, getTold, subscribeToEngine } from './engine/engine-client.ts';
import { gatewayApi } from './gateway-api.ts';
import { keepKnownConnections, readKnownConnections } from './known-connections.ts';

/** Every read that a screen makes, keyed by connection first. */
export const queries = {
  connections: () =>
    queryOptions({
      queryKey: ['connections'],
      queryFn: async () => {
        const list = await gatewayApi.list();
        keepKnownConnections(list);
        return list;
      },
      initialData: readKnownConnections,
      initialDataUpdatedAt: 0,
      staleTime: 30_000,
      retry: false,
    }),
  detail: (ref: CaseRef) =>
    queryOptions({
      queryKey: ['connection', ref.connectionId, 'case', ref.id],
      queryFn: async () => takeOutcome(await getEngine().detail(ref)),
      staleTime: 30_000,
      // The adapter has tried already, at the one layer that does.
      retry: false,
    }),
  item: (ref: CaseRef, section: SectionId, itemId: string) =>
    queryOptions({
      queryKey: ['connection', ref.connectionId, 'case', ref.id, 'section', section, 'item', itemId],
      queryFn: async () => takeOutcome(await getEngine().item(ref, section, itemId)),
      staleTime: 30_000,
      retry: false,
    }),
};

export function useConnections() {
  return useQuery(queries.connections());
}

export function useConnectionStates(): readonly ConnectionState[] {
  return useSyncExternalStore(subscribeToEngine, () => getTold().states);
}

/** One fact about all connections: the component is drawn again only when that changes, not at every word of theirs. */
export function useConnectionFact<Fact extends boolean | number>(
  tell: (states: readonly ConnectionState[]) => Fact,
): Fact {
  return useSyncExternalStore(subscribeToEngine, () => tell(getTold().states));
}

export function useRevision(): number {
  return useSyncExternalStore(subscribeToEngine, () => getTold().revision);
}

/** Grows when another tab changed the connections. */
export function useConnectionListRevision(): number {
  return useSyncExternalStore(subscribeToEngine, () => getTold().listRevision);
}

/** Does Casefold refuse this page's token? */
export function useIsLockedOut(): boolean {
  return useSyncExternalStore(subscribeToEngine, () => getTold().isLockedOut);
}

/** A sentence when the cache on disk could not be used and is being read anew; else null. */
export function useCacheRebuilt(): string | null {
  return useSyncExternalStore(subscribeToEngine, () => getTold().cacheRebuilt);
}

/** A sentence when rows cannot be kept on disk; else null. */
export function useDiskTrouble(): string | null {
  return useSyncExternalStore(subscribeToEngine, () => getTold().diskTrouble);
}

export function useAnalystSettings() {
  return useSyncExternalStore(subscribeToAnalystSettings, getAnalystSettings);
}

/** Lower-case names and ids that are this analyst: whose credentials the connections use, and what was set by hand. */
export function useMe(): readonly string[] {
  const identities = useSyncExternalStore(subscribeToEngine, () => getTold().identities);
  const { myNames } = useAnalystSettings();
  return useMemo(() => {
    const all = [...Object.values(identities).flatMap(person => [person.id, person.name]), ...myNames];
    return [...new Set(all.map(name => name.trim().toLowerCase()).filter(name => name !== ''))];
  }, [identities, myNames]);
}

export type ConnectionNames = ReadonlyMap<string, { badge: string; name: string; vendor: string }>;

/** How rows name their connection: the vendor's short word, or the connection's own name where two share a vendor. */
export function useConnectionNames(): ConnectionNames {
  const { data } = useConnections();
  return useMemo(() => {
    const connections = data?.connections ?? [];
    const shortNames = new Map(data?.vendors.map(vendor => [vendor.id, vendor.shortName]));
    return new Map(
      connections.map(({ id, name, vendor }) => {
        const isShared = connections.some(other => other.vendor === vendor && other.id !== id);
        return [id, { name, vendor, badge: isShared ? name : (shortNames.get(vendor) ?? vendor) }];
      }),
    );
  }, [data]);
}

export function useCaseDetail(ref: CaseRef) {
  return useQuery(queries.detail(ref));
}

/** The row as the queue holds it now: what a case page shows before the vendor answers. */
export function useRow(ref: CaseRef) {
  const revision = useRevision();
  const row = useQuery({
    queryKey: ['row', formatRef(ref)],
    queryFn: () => getEngine().row(ref),
    gcTime: 60_000,
  });
  const { refetch } = row;
  // biome-ignore lint/correctness/useExhaustiveDependencies: changed rows are the reason to ask again
  useEffect(() => void refetch(), [revision, refetch]);
  return row;
}

export function useItem(ref: CaseRef, section: SectionId, itemId: string) {
  return useQuery(queries.item(ref, section, itemId));
}

/** The sections that records of a connection have, in the order of the page. */
export function useOfferedSections(connectionId: string): readonly SectionId[] {
  const { data } = useConnections();
  const vendorId = data?.connections.find(({ id }) => id === connectionId)?.vendor;
  // A list kept by an earlier version does not say.
  return data?.vendors.find(({ id }) => id === vendorId)?.sections ?? noSections;
}

const noSections: readonly SectionId[] = [];
