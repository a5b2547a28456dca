import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';

export type ColorScheme = 'light' | 'dark' | 'system';

const toMantine: Record<ColorScheme, MantineColorScheme> = { light: 'light', dark: 'dark', system: 'auto' };

export function useColorScheme(): {
  colorScheme: ColorScheme;
  setColorScheme: (scheme: ColorScheme) => void;
} {
  // Mantine holds transitions still by writing a style element, which the content policy stops.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return {
    colorScheme: colorScheme === 'auto' ? 'system' : colorScheme,
    setColorScheme: scheme => setColorScheme(toMantine[scheme]),
  };
}
