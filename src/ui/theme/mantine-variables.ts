import {
  type ConvertCSSVariablesInput,
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core';
import { theme } from './theme.ts';

// Where Mantine's own choice of shade differs from our tokens. Both schemes, since the tokens differ by scheme themselves.
const ours = {
  '--mantine-color-bright': 'var(--cf-text-1)',
  '--mantine-color-text': 'var(--cf-text-1)',
  '--mantine-color-body': 'var(--cf-raised)',
  '--mantine-color-error': 'var(--cf-critical)',
  '--mantine-color-success': 'var(--cf-ok)',
  '--mantine-color-placeholder': 'var(--cf-text-3)',
  '--mantine-color-anchor': 'var(--cf-accent)',
  '--mantine-color-default': 'var(--cf-raised)',
  '--mantine-color-default-hover': 'var(--cf-hover)',
  '--mantine-color-default-color': 'var(--cf-text-1)',
  '--mantine-color-default-border': 'var(--cf-line)',
  '--mantine-color-dimmed': 'var(--cf-text-3)',
  '--mantine-color-accent-light': 'var(--cf-accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--cf-selected)',
  '--mantine-color-accent-light-color': 'var(--cf-accent)',
  '--mantine-color-accent-text': 'var(--cf-accent)',
  '--mantine-color-gray-light': 'var(--cf-hover)',
  '--mantine-color-gray-light-hover': 'var(--cf-hover)',
  '--mantine-color-gray-light-color': 'var(--cf-text-2)',
};

const paletteOfOthers =
  /^--mantine-color-(red|pink|grape|violet|indigo|blue|cyan|teal|green|lime|yellow|orange)-/;

function withoutOtherPalettes(variables: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !paletteOfOthers.test(name)));
}

/**
 * What MantineProvider would write into a style element, as text for a static sheet: the page's policy refuses style elements.
 * Palettes that no token names are left out, so `color="red"` has no effect; use the tokens.
 */
export function mantineVariablesCss(): string {
  const variables: ConvertCSSVariablesInput = defaultCssVariablesResolver(
    mergeMantineTheme(DEFAULT_THEME, theme),
  );
  const css = convertCssVariables({
    variables: withoutOtherPalettes(variables.variables),
    dark: withoutOtherPalettes({ ...variables.dark, ...ours }),
    light: withoutOtherPalettes({ ...variables.light, ...ours }),
  });
  return `${css
    .replaceAll(':root, :host{', ':root{')
    .replaceAll(/, :host\(\[data-mantine-color-scheme="\w+"\]\)/g, '')
    .replaceAll('{', ' {\n  ')
    .replaceAll(/; ?(?=--)/g, ';\n  ')
    .replaceAll(';}', ';\n}')
    .trim()}\n`;
}
