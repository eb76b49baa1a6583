/*
 * Makes a diagram a file of its own, with colours instead of custom properties. The roles have the same
 * colours as in `diagram.css`; a unit test compares them.
 */

import { accentPalette, palette, type ThemeColours } from '../styles/palette.ts';

type Token = keyof typeof palette;

/** Selectors of diagram.css with their tokens for fill and stroke. */
export const roles: readonly (readonly [selector: string, fill: Token | 'none', stroke: Token | 'none'])[] = [
  ['text', 'ink', 'none'],
  ['.soft', 'ink-soft', 'none'],
  ['.box', 'raised', 'edge'],
  ['.panel', 'sunken', 'hairline'],
  ['.area', 'sunken', 'none'],
  ['.ground', 'paper', 'none'],
  ['.line', 'none', 'edge'],
  ['.rule', 'none', 'hairline'],
  ['.mark', 'edge', 'none'],
];

/** The share of an accent in the background of a box that has it; as in `diagram.css`. */
export const TINT = 0.09;

const FONTS = `system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif`;

/**
 * Makes an SVG file of a drawing. It needs no stylesheet, follows the reader's theme, and refers to no other files;
 * links are removed.
 * @param svg from `drawDiagram`, or the `outerHTML` of its element
 */
export function standaloneSvg(svg: string): string {
  const accents = Object.entries(accentPalette).filter(([name]) => svg.includes(`data-accent="${name}"`));
  const style = `text{font-family:${FONTS}}${cssRules(accents, 0)}@media(prefers-color-scheme:dark){${cssRules(accents, 1)}}`;
  const picture = svg
    .replace(openingTag('a'), (_, attributes: string) => `<g${pickAttributes(attributes, ['class', 'data-accent'])}>`)
    .replace(/<\/a>/g, '</g>')
    .replace(/&nbsp;/g, '&#160;')
    .replace(openingTag('svg'), (_, attributes: string) => {
      const picked = pickAttributes(attributes, [
        'viewBox',
        'width',
        'height',
        'aria-labelledby',
        'text-anchor',
        'font-size',
      ]);
      return `<svg xmlns="http://www.w3.org/2000/svg" role="img"${picked}><style>${style}</style>`;
    })
    // The background goes behind everything, but after the title and description.
    .replace(/<\/style>(?:<title\b[^>]*>[^<]*<\/title>)?(?:<desc\b[^>]*>[^<]*<\/desc>)?/, `$&${BACKGROUND}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

const BACKGROUND = '<rect class="ground" width="100%" height="100%"/>';

/** Returns a pattern for an element's opening tags, with a group for the attributes, which may contain a `>`. */
function openingTag(name: string): RegExp {
  return new RegExp(`<${name}\\b((?:[^>"]|"[^"]*")*)>`, 'g');
}

function pickAttributes(attributes: string, names: readonly string[]): string {
  const all = attributes.match(/ [\w-]+="[^"]*"/g) ?? [];
  return all.filter((attribute) => names.some((name) => attribute.startsWith(` ${name}=`))).join('');
}

function cssRules(accents: readonly (readonly [string, ThemeColours])[], theme: 0 | 1): string {
  const colour = (token: Token | 'none') => (token === 'none' ? token : palette[token][theme]);
  const plain = roles.map(([selector, fill, stroke]) => `${selector}{fill:${colour(fill)};stroke:${colour(stroke)}}`);
  const accented = accents.map(([name, pair]) => {
    const on = `[data-accent=${name}]`;
    const own = pair[theme];
    return [
      `${on}.box,${on}.area,.node${on} .box{fill:${mix(own, palette.raised[theme])}}`,
      `${on}.box,${on}.panel,${on}.line,.node${on} .box,.node${on} .panel,.node${on} .line{stroke:${own}}`,
      `${on}.mark{fill:${own}}`,
    ].join('');
  });
  return [...plain, ...accented].join('');
}

/** Mixes a little of an accent into a background colour. */
function mix(accent: string, ground: string): string {
  const part = (colour: string, index: number) => Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  const parts = [0, 1, 2].map((index) => Math.round(part(accent, index) * TINT + part(ground, index) * (1 - TINT)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
