import * as v from 'valibot';

/** What one analyst in one browser has set, beside how things look. Kept in localStorage; a broken value falls back by itself. */
const schema = v.object({
  savedViews: v.fallback(v.array(v.object({ name: v.string(), search: v.string() })), []),
  /** Name of the view that opens first; null: the first built-in one. */
  defaultView: v.fallback(v.nullable(v.string()), null),
  /** Names and ids that are this analyst, beside what the connections say. */
  myNames: v.fallback(v.array(v.string()), []),
  /** Connections whose rows are not kept on disk. */
  memoryOnly: v.fallback(v.array(v.string()), []),
});

export type AnalystSettings = v.InferOutput<typeof schema>;

const key = 'casefold-analyst-settings';
const listeners = new Set<() => void>();
let current: AnalystSettings | null = null;

export function getAnalystSettings(): AnalystSettings {
  current ??= readAnalystSettings(localStorage.getItem(key));
  return current;
}

export function changeAnalystSettings(change: Partial<AnalystSettings>): void {
  current = { ...getAnalystSettings(), ...change };
  localStorage.setItem(key, JSON.stringify(current));
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`; also hears what another tab changed. */
export function subscribeToAnalystSettings(listener: () => void): () => void {
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

/** Any text or none gives whole analyst-settings. */
export function readAnalystSettings(text: string | null): AnalystSettings {
  let value: unknown = {};
  try {
    value = JSON.parse(text ?? '{}');
  } catch {
    // Not ours, or cut off: start from what everybody starts from.
  }
  const missing = Object.fromEntries(Object.keys(schema.entries).map(name => [name, undefined]));
  return v.parse(schema, { ...missing, ...(typeof value === 'object' ? value : {}) });
}
