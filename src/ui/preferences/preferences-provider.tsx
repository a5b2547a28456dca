import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { PreferencesContext } from './preferences.ts';
import { preferencesKey, readPreferences, writePreferences } from './stored-preferences.ts';

export function PreferencesProvider({ children }: { children: ReactNode }) {
  const [preferences, setPreferences] = useState(readPreferences);

  useEffect(() => {
    function followOtherTab(event: StorageEvent) {
      if (event.key === preferencesKey) setPreferences(readPreferences());
    }
    window.addEventListener('storage', followOtherTab);
    return () => window.removeEventListener('storage', followOtherTab);
  }, []);

  const value = useMemo(
    () => ({
      ...preferences,
      change: (part: Partial<typeof preferences>) => {
        const next = { ...preferences, ...part };
        writePreferences(next);
        setPreferences(next);
      },
    }),
    [preferences],
  );
  return <PreferencesContext value={value}>{children}</PreferencesContext>;
}
