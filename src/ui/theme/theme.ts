import { createTheme, type MantineThemeOverride } from '@mantine/core';
import controls from './controls.module.css';

const transitionProps = { duration: 120, timingFunction: 'ease-out' };
const closeButtonProps = { 'aria-label': 'Close' };

const inputNames = [
  'Input',
  'InputWrapper',
  'TextInput',
  'Textarea',
  'Select',
  'NativeSelect',
  'MultiSelect',
  'Autocomplete',
  'TagsInput',
  'NumberInput',
  'PasswordInput',
  'PillsInput',
  'FileInput',
  'PinInput',
];
const inputs = Object.fromEntries(inputNames.map(name => [name, { defaultProps: { size: 'xs' } }]));

// Named by string, not by Component.extend, so that a control nobody on the first screen uses is not loaded with the theme.
export const theme: MantineThemeOverride = createTheme({
  fontFamily: 'var(--cf-font)',
  fontFamilyMonospace: 'var(--cf-font-mono)',
  fontSizes: { xs: '0.6875rem', sm: '0.75rem', md: '0.8125rem', lg: '0.9375rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4546', sm: '1.3334', md: '1.5385', lg: '1.3334', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  headings: {
    fontFamily: 'var(--cf-font)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '0.9375rem', lineHeight: '1.3334' },
      h3: { fontSize: '0.75rem', lineHeight: '1.3334' },
    },
  },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '0.1875rem', sm: '0.25rem', md: '0.375rem', lg: '0.5rem' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--cf-shadow)', lg: 'var(--cf-shadow)', xl: 'var(--cf-shadow)' },
  breakpoints: { xs: '45em', sm: '64em', md: '80em', lg: '90em', xl: '105em' },
  scale: 1,
  // biome-ignore format: ten shades read best as one line each
  colors: {
    accent: ['#EEF1FE', '#E0E5FC', '#C3CCF8', '#A3B4FF', '#8EA2FF', '#667BEA', '#4A60D6', '#3F55CC', '#3548C0', '#2A3999'],
    dark: ['#E7EAEF', '#AEB6C2', '#8B94A3', '#6A7485', '#262B34', '#1E232B', '#1A1E25', '#14171C', '#0F1115', '#0A0C0F'],
    gray: ['#F6F7F9', '#F0F2F5', '#E2E6EB', '#CDD3DA', '#A4ACB8', '#7B8492', '#5F6876', '#464F5C', '#2B323C', '#14171C'],
  },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: false,
  black: '#14171C',
  cursorType: 'pointer',
  focusRing: 'auto',
  focusClassName: 'cf-focus',
  activeClassName: '',
  respectReducedMotion: true,
  components: {
    ...inputs,
    Input: {
      defaultProps: { size: 'xs' },
      classNames: { wrapper: controls['inputFrame'], input: controls['input'] },
    },
    InputWrapper: {
      defaultProps: { size: 'xs' },
      classNames: {
        label: controls['label'],
        description: controls['description'],
        error: controls['error'],
      },
    },
    ActionIcon: { defaultProps: { size: 28, variant: 'subtle', color: 'gray' } },
    Badge: {
      defaultProps: { size: 'sm', radius: 'sm', variant: 'default' },
      classNames: { root: controls['badge'] },
    },
    Button: { defaultProps: { size: 'xs', variant: 'default' }, classNames: { root: controls['button'] } },
    Checkbox: {
      defaultProps: { size: 'xs', radius: 'xs' },
      classNames: { root: controls['checkbox'], input: controls['box'], label: controls['label'] },
    },
    CloseButton: { defaultProps: { size: 24, iconSize: 14, 'aria-label': 'Close' } },
    Combobox: { defaultProps: { transitionProps, shadow: 'md' }, classNames: { option: controls['option'] } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps, closeButtonProps } },
    Kbd: { defaultProps: { size: 'xs' } },
    // Mantine's focus placeholder is a child that the menu role forbids.
    Menu: {
      defaultProps: { transitionProps, shadow: 'md', withInitialFocusPlaceholder: false },
      classNames: { dropdown: controls['menu'], item: controls['option'], itemIndicator: controls['tick'] },
    },
    // Locking the scroll writes a style element, which the page's policy refuses; the page itself never scrolls.
    Modal: {
      defaultProps: { lockScroll: false, transitionProps, shadow: 'md', radius: 'lg', closeButtonProps },
      classNames: { header: controls['dialogHeader'], title: controls['dialogTitle'] },
    },
    Notification: { defaultProps: { closeButtonProps }, classNames: { root: controls['toast'] } },
    Pill: { defaultProps: { size: 'xs' } },
    Popover: { defaultProps: { transitionProps, shadow: 'md' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: {
      defaultProps: { size: 'xs', transitionDuration: 0 },
      classNames: {
        root: controls['segments'],
        control: controls['segment'],
        label: controls['segmentLabel'],
        indicator: controls['segmentIndicator'],
      },
    },
    Spotlight: { defaultProps: { lockScroll: false, transitionProps, shadow: 'md', radius: 'lg' } },
    SpotlightRoot: { defaultProps: { lockScroll: false, transitionProps, shadow: 'md', radius: 'lg' } },
    Switch: { defaultProps: { size: 'xs' }, classNames: { label: controls['label'] } },
    Tabs: { defaultProps: { variant: 'default' } },
    Tooltip: {
      defaultProps: { openDelay: 400, transitionProps },
      classNames: { tooltip: controls['tooltip'] },
    },
  },
});
