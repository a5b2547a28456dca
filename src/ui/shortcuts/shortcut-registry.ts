import { useSyncExternalStore } from 'react';

export type Shortcut = {
  /** 'j', 'shift+j', 'mod+k', 'g>q', '/', 'space', 'escape'. */
  keys: string;
  /** What it does, as in help and palette: 'Next row'. */
  description: string;
  /** Where it stands in help: 'Queue'. */
  group: string;
};

export type RegisteredShortcut = Shortcut & { run: () => void };

const registered = new Map<symbol, RegisteredShortcut>();
const listeners = new Set<() => void>();
let list: readonly RegisteredShortcut[] = [];

function publish(): void {
  list = [...registered.values()];
  for (const listener of listeners) listener();
}

export function registerShortcut(shortcut: RegisteredShortcut): () => void {
  const id = Symbol(shortcut.keys);
  registered.set(id, shortcut);
  publish();
  return () => {
    registered.delete(id);
    publish();
  };
}

/** Whether a shortcut begins with this key and goes on: 'g' of 'g>q'. */
export function isPrefix(key: string): boolean {
  return list.some(({ keys }) => keys.startsWith(`${key}>`));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Every shortcut that works at this moment, in the order they came. */
export function useShortcutList(): readonly RegisteredShortcut[] {
  return useSyncExternalStore(subscribe, () => list);
}
