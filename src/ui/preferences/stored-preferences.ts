import { defaultPreferences, type Preferences } from './preferences.ts';

export const preferencesKey = 'casefold-preferences';

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some(candidate => candidate === value);
}

/** What was stored, part by part; a part that means nothing falls back to its default. */
export function parsePreferences(text: string | null): Preferences {
  let stored: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null) stored = { ...value };
  } catch {
    return defaultPreferences;
  }
  const { zone, density, areShortcutsOn } = stored;
  return {
    zone: isOneOf(['utc', 'local'], zone) ? zone : defaultPreferences.zone,
    density: isOneOf(['compact', 'normal', 'comfortable'], density) ? density : defaultPreferences.density,
    areShortcutsOn: typeof areShortcutsOn === 'boolean' ? areShortcutsOn : defaultPreferences.areShortcutsOn,
  };
}

export function readPreferences(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(preferencesKey));
  } catch {
    return defaultPreferences;
  }
}

/** Storage may be full or forbidden; the preference then holds for this tab alone. */
export function writePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(preferences));
  } catch {}
}
