import { useSyncExternalStore } from 'react';

export type Toast = {
  text: string;
  /** Stays this long; until closed when null. */
  durationMs?: number | null;
  /** What can be done about it meanwhile: 'Undo'. The toast goes with it. */
  action?: { label: string; run: () => void };
};

let isPlaceNeeded = false;
const listeners = new Set<() => void>();

/** For what happened out of sight, and for the time in which something can be undone. Never for success on screen, never for errors that need work. One at a time. */
export async function showToast(toast: Toast): Promise<void> {
  isPlaceNeeded = true;
  for (const listener of listeners) listener();
  const { addToast } = await import('./toast-list.tsx');
  addToast(toast);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether a toast was ever shown: the place for them is loaded with the first. */
export function useIsToastPlaceNeeded(): boolean {
  return useSyncExternalStore(subscribe, () => isPlaceNeeded);
}
