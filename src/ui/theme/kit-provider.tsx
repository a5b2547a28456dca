import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { ToastPlace } from '#ui/feedback/toast-place.tsx';
import { PreferencesProvider } from '#ui/preferences/preferences-provider.tsx';
import './mantine.css';
import { theme } from './theme.ts';

// public/color-scheme.js reads the same key before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'casefold-color-scheme' });

/** The look, the preferences and the place for toasts. Writes no style element: every rule is in a static sheet. */
export function KitProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <PreferencesProvider>
        {children}
        {/* Mantine opens menus and dialogs in the element with this mark; named, because content must stand in a landmark. */}
        <section data-mantine-shared-portal-node aria-label="Open menus and dialogs" />
        <ToastPlace />
      </PreferencesProvider>
    </MantineProvider>
  );
}
