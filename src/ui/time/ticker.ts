import { useSyncExternalStore } from 'react';

const periodMs = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function tick(): void {
  if (typeof document !== 'undefined' && document.hidden) return;
  now = Date.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now();
    timer = setInterval(tick, periodMs);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function readNow(): number {
  if (timer === undefined) now = Date.now();
  return now;
}

/**
 * One clock for the whole page. `toText` says what is shown at an instant; the component renders again only when that text changes,
 * so a screen of ages costs nothing while they stand still.
 */
export function useTicking(toText: (nowMs: number) => string): string {
  return useSyncExternalStore(subscribe, () => toText(readNow()));
}
