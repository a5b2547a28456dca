import { useSyncExternalStore } from 'react';

export const outboxTabs = ['waiting', 'ledger', 'drafts'] as const;
export type OutboxTab = (typeof outboxTabs)[number];

let shown: OutboxTab | null = null;
const listeners = new Set<() => void>();

function set(next: OutboxTab | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

export function openOutbox(tab: OutboxTab = 'waiting'): void {
  set(tab);
}

export function closeOutbox(): void {
  set(null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The tab that stands open; null: the drawer is closed. */
export function useOpenOutboxTab(): OutboxTab | null {
  return useSyncExternalStore(subscribe, () => shown);
}
