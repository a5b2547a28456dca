/** A view that was kept under a name; `search` is its address after the `?`. */
type SavedView = { name: string; search: string };

/** What one analyst in one browser has set, beside how things look. Kept in localStorage; a broken value falls back by itself. */
export type AnalystSettings = {
  savedViews: SavedView[];
  /** Name of the view that opens first; null: the first built-in one. */
  defaultView: string | null;
  /** Names and ids that are this analyst, beside what the connections say. */
  myNames: string[];
  /** Connections whose rows are not kept on disk. */
  memoryOnly: string[];
};

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
  let kept: Partial<Record<keyof AnalystSettings, unknown>> = {};
  try {
    kept = Object(JSON.parse(text ?? '{}'));
  } catch {
    // Not ours, or cut off: start from what everybody starts from.
  }
  return {
    savedViews: listOf(kept.savedViews, isSavedView),
    defaultView: isText(kept.defaultView) ? kept.defaultView : null,
    myNames: listOf(kept.myNames, isText),
    memoryOnly: listOf(kept.memoryOnly, isText),
  };
}

/** None unless each is what it should be. */
function listOf<Item>(value: unknown, isItem: (one: unknown) => one is Item): Item[] {
  return Array.isArray(value) && value.every(isItem) ? value : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isSavedView(value: unknown): value is SavedView {
  const { name, search }: Partial<Record<keyof SavedView, unknown>> = Object(value);
  return isText(name) && isText(search);
}
