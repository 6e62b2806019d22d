import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type VariantColorsResolver,
} from '@mantine/core';
import { TOKENS } from './tokens';

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', Arial, sans-serif";
const ON_ACTION = 'var(--amanah-on-action)';
/** Written out instead of `Radio.extend`, which would bring the component into the first script. */
const CHOICE = { defaultProps: { iconColor: ON_ACTION } };

/** Buttons take their colours from the tokens in both schemes; everything else is Mantine's. */
const actionColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === 'filled') {
    return {
      ...colors,
      background: 'var(--amanah-action)',
      hover: 'var(--amanah-action-hover)',
      color: ON_ACTION,
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'subtle' || input.variant === 'light') {
    return { ...colors, color: 'var(--amanah-action)', hover: 'var(--amanah-surface)', background: 'transparent' };
  }
  return colors;
};

export const theme = createTheme({
  fontFamily: FONT,
  headings: {
    fontFamily: FONT,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '2rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '1rem', lineHeight: '1.5rem' },
    },
  },
  defaultRadius: 6,
  respectReducedMotion: true,
  variantColorResolver: actionColors,
  components: {
    Checkbox: CHOICE,
    Radio: CHOICE,
  },
});

const tokensOf = (scheme: 'light' | 'dark'): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(TOKENS[scheme]).map(([name, colour]) => [`--amanah-${name}`, colour])),
  '--mantine-color-body': 'var(--amanah-page)',
  '--mantine-color-text': 'var(--amanah-text)',
  '--mantine-color-bright': 'var(--amanah-text)',
  '--mantine-color-dimmed': 'var(--amanah-text-2)',
  '--mantine-color-placeholder': 'var(--amanah-text-2)',
  '--mantine-color-anchor': 'var(--amanah-action)',
  '--mantine-color-error': 'var(--amanah-late-text)',
  '--mantine-color-default': 'var(--amanah-page)',
  '--mantine-color-default-hover': 'var(--amanah-surface)',
  '--mantine-color-default-color': 'var(--amanah-text)',
  '--mantine-color-default-border': 'var(--amanah-border)',
  '--mantine-color-blue-filled': 'var(--amanah-action)',
  '--mantine-color-blue-filled-hover': 'var(--amanah-action-hover)',
  '--mantine-primary-color-filled': 'var(--amanah-action)',
  '--mantine-primary-color-filled-hover': 'var(--amanah-action-hover)',
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokensOf('light'),
  dark: tokensOf('dark'),
});
