import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { PreferencesProvider } from '#ui/preferences/preferences-provider.tsx';
import { theme } from './theme.ts';

// jsdom has no media queries.
window.matchMedia ??= media =>
  Object.assign(new EventTarget(), {
    matches: false,
    media,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });

/** What a component test wraps its subject in: the kit in one colour scheme, without transitions. */
export function TestKit({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="light"
      withCssVariables={false}
      withGlobalClasses={false}
      env="test"
    >
      <PreferencesProvider>{children}</PreferencesProvider>
    </MantineProvider>
  );
}
