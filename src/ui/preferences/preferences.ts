import { createContext, use } from 'react';

export type Zone = 'utc' | 'local';
export type Density = 'compact' | 'normal' | 'comfortable';

export type Preferences = {
  /** The zone that times are shown in: UTC, or the browser's own. */
  zone: Zone;
  density: Density;
  areShortcutsOn: boolean;
};

export const defaultPreferences: Preferences = { zone: 'local', density: 'normal', areShortcutsOn: true };

export const rowHeightPx: Record<Density, number> = { compact: 24, normal: 28, comfortable: 36 };

export type PreferencesValue = Preferences & { change: (part: Partial<Preferences>) => void };

export const PreferencesContext = createContext<PreferencesValue>({
  ...defaultPreferences,
  change: () => {},
});

export function usePreferences(): PreferencesValue {
  return use(PreferencesContext);
}
