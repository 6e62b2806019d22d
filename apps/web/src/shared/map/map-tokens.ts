import type { CSSProperties } from 'react';

/**
 * The colours of maps, beside those of `tokens.ts`: these come with the first map and not with the first screen. The
 * least of the five classes is first; contrast is recomputed by `map-tokens.spec.ts`.
 */
export const MAP_TOKENS = {
  light: { classes: ['#EAF2FB', '#B7D3EE', '#79AEDD', '#3C7FBF', '#134B86'], boundary: '#4A5564', hatch: '#8A94A0' },
  dark: { classes: ['#1E3A57', '#2F5F8C', '#4C8FC7', '#86BDE8', '#D3E9FB'], boundary: '#B4C0CC', hatch: '#6E7A87' },
} as const;

/** Classes on which the boundary is not seen by itself: between them runs a line in the colour of the page. */
export const CASED = { light: [3, 4], dark: [2, 3, 4] } as const;

const { light, dark } = MAP_TOKENS;
const either = (one: string, other: string): string => `light-dark(${one}, ${other})`;

function casing(at: number): string {
  const of = (scheme: 'light' | 'dark'): string =>
    (CASED[scheme] as readonly number[]).includes(at) ? 'var(--amanah-page)' : 'transparent';
  return either(of('light'), of('dark'));
}

/** The colours as variables of a map and its legend, in the scheme of the page around them. */
export const MAP_COLOURS = Object.fromEntries([
  ...light.classes.flatMap((colour, at) => [
    [`--map-class-${at}`, either(colour, dark.classes[at] ?? colour)],
    [`--map-casing-${at}`, casing(at)],
  ]),
  ['--map-boundary', either(light.boundary, dark.boundary)],
  ['--map-hatch', either(light.hatch, dark.hatch)],
]) as CSSProperties;
