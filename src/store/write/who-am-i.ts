import { useSyncExternalStore } from 'react';
import type { Person } from '#domain/case.ts';
import { getTold, subscribeToEngine } from '../engine/engine-client.ts';

/** Whose credential a connection uses; null: its vendor did not say. */
export function useWhoAmI(connectionId: string): Person | null {
  return useSyncExternalStore(subscribeToEngine, () => getTold().identities[connectionId] ?? null);
}
