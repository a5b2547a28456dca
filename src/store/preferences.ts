import * as v from 'valibot';

/** What one person in one browser has chosen. Kept in localStorage; a broken value falls back by itself. */
const schema = v.object({
  zone: v.fallback(v.picklist(['utc', 'local']), 'local'),
  density: v.fallback(v.picklist(['compact', 'standard', 'comfortable']), 'standard'),
  areShortcutsOn: v.fallback(v.boolean(), true),
  areKeysShown: v.fallback(v.boolean(), true),
  savedViews: v.fallback(v.array(v.object({ name: v.string(), search: v.string() })), []),
  /** Name of the view that opens first; null: the first built-in one. */
  defaultView: v.fallback(v.nullable(v.string()), null),
  /** Names and ids that are this analyst, beside what the connections say. */
  myNames: v.fallback(v.array(v.string()), []),
  /** Connections whose rows are not kept on disk. */
  memoryOnly: v.fallback(v.array(v.string()), []),
});

export type Preferences = v.InferOutput<typeof schema>;

const key = 'casefold-preferences';
const listeners = new Set<() => void>();
let current: Preferences | null = null;

export function getPreferences(): Preferences {
  current ??= readPreferences(localStorage.getItem(key));
  return current;
}

export function changePreferences(change: Partial<Preferences>): void {
  current = { ...getPreferences(), ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`; also hears what another tab changed. */
export function subscribeToPreferences(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key) return;
    current = null;
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', onStorage);
  };
}

/** Any text or none gives whole preferences. */
export function readPreferences(text: string | null): Preferences {
  let value: unknown = {};
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    // Not ours, or cut off: start from what everybody starts from.
  }
  const missing = Object.fromEntries(Object.keys(schema.entries).map(name => [name, undefined]));
  return v.parse(schema, { ...missing, ...(typeof value === 'object' ? value : {}) });
}
