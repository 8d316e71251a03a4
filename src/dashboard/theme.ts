/** Colors and sizes; both schemes keep the contrasts that WCAG 2.2 AA asks for. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Around the blue of the icon. */
const brand: MantineColorsTuple = [
  '#e7f3fc',
  '#cfe4f5',
  '#9dc8eb',
  '#68aae1',
  '#3f91d9',
  '#2780d4',
  '#1778d2',
  '#0b62a4',
  '#085488',
  '#033f6b',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 8 },
  colors: { brand },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  headings: { fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif', fontWeight: '650' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The kit's closing buttons have no names of their own, and what is on top of a dialog is no banner of the page.
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, attributes: { header: { role: 'presentation' } } },
    },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' } },
      styles: { description: { color: 'var(--mantine-color-dimmed)' } },
    },
    // Of the kit's own colors for them, most are too pale for text.
    Alert: { styles: { title: { color: 'var(--mantine-color-text)' } } },
  },
});

/** The kit's own gray for what is less important, and its red for what is wrong, are too pale to be read. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-error': '#b3261e',
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
  },
  dark: {
    '--mantine-color-error': '#ff8787',
    '--mantine-color-dimmed': '#b5bac1',
    '--mantine-color-placeholder': '#a9afb6',
  },
});
