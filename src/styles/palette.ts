/*
 * The colours of tokens.css for code that cannot read custom properties: pictures, downloaded diagrams, and the
 * contrast of a configured accent. A unit test compares them.
 */

/** A colour in the light and in the dark theme. */
export type ThemeColours = readonly [light: string, dark: string];

export const palette = {
  paper: ['#fcfaf6', '#171614'],
  raised: ['#ffffff', '#1f1e1b'],
  sunken: ['#f4f0e8', '#211f1c'],
  ink: ['#21201d', '#e8e4db'],
  'ink-soft': ['#5c5850', '#ada79b'],
  hairline: ['#e1dbd0', '#37342f'],
  edge: ['#8c867b', '#7d776c'],
  brand: ['#943a10', '#f0a274'],
} as const satisfies Record<string, ThemeColours>;

/** The colours of agents. */
export const accentPalette = {
  red: ['#a8261f', '#ff9c93'],
  blue: ['#1f55a3', '#93bcff'],
  green: ['#216a38', '#85d39b'],
  yellow: ['#755800', '#e2c25a'],
  purple: ['#6b3fa6', '#c7abff'],
  orange: ['#974800', '#ffb077'],
  pink: ['#a52a6c', '#ff9fcd'],
  cyan: ['#0d6274', '#74d2e4'],
} as const satisfies Record<string, ThemeColours>;
