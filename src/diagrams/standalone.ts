/**
 * The look of a diagram that has left the site, with colours in place of custom properties. They are those of
 * `styles/tokens.css` and `diagram.css`; a unit test holds them together.
 */

/** A colour by day and by night. */
type Pair = readonly [light: string, dark: string];

export const palette = {
  paper: ['#fcfaf6', '#171614'],
  raised: ['#ffffff', '#1f1e1b'],
  sunken: ['#f4f0e8', '#211f1c'],
  ink: ['#21201d', '#e8e4db'],
  'ink-soft': ['#5c5850', '#ada79b'],
  hairline: ['#e1dbd0', '#37342f'],
  edge: ['#8c867b', '#7d776c'],
} as const satisfies Record<string, Pair>;

export const accentPalette = {
  red: ['#a8261f', '#ff9c93'],
  blue: ['#1f55a3', '#93bcff'],
  green: ['#216a38', '#85d39b'],
  yellow: ['#755800', '#e2c25a'],
  purple: ['#6b3fa6', '#c7abff'],
  orange: ['#974800', '#ffb077'],
  pink: ['#a52a6c', '#ff9fcd'],
  cyan: ['#0d6274', '#74d2e4'],
} as const satisfies Record<string, Pair>;

type Token = keyof typeof palette;

/** Selector, and the tokens for what is inside and for the line around. */
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

/** How much of an accent is in the ground of what bears it; as in `diagram.css`. */
export const TINT = 0.09;

const FONTS = `system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',sans-serif`;

/**
 * Makes a file of a drawing: it needs no stylesheet, follows the theme of whoever opens it, and refers to
 * nothing outside itself, so that links are dropped. Takes what `drawDiagram` gives, or what a browser
 * makes of it (`outerHTML`).
 */
export function standaloneSvg(svg: string): string {
  const accents = Object.entries(accentPalette).filter(([name]) => svg.includes(`data-accent="${name}"`));
  const style = `text{font-family:${FONTS}}${rules(accents, 0)}@media(prefers-color-scheme:dark){${rules(accents, 1)}}`;
  const picture = svg
    .replace(tagOf('a'), (_, attributes: string) => `<g${keep(attributes, ['class', 'data-accent'])}>`)
    .replace(/<\/a>/g, '</g>')
    .replace(/&nbsp;/g, '&#160;')
    .replace(tagOf('svg'), (_, attributes: string) => {
      const kept = keep(attributes, ['viewBox', 'width', 'height', 'aria-labelledby', 'text-anchor', 'font-size']);
      return `<svg xmlns="http://www.w3.org/2000/svg" role="img"${kept}><style>${style}</style>`;
    })
    // The paper, behind everything, but after what names the picture.
    .replace(/<\/style>(?:<title\b[^>]*>[^<]*<\/title>)?(?:<desc\b[^>]*>[^<]*<\/desc>)?/, `$&${PAPER}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

const PAPER = '<rect class="ground" width="100%" height="100%"/>';

/** Finds an element's opening tags, and in them its attributes, which may well contain a `>`. */
function tagOf(name: string): RegExp {
  return new RegExp(`<${name}\\b((?:[^>"]|"[^"]*")*)>`, 'g');
}

function keep(attributes: string, names: readonly string[]): string {
  const kept = attributes.match(/ [\w-]+="[^"]*"/g) ?? [];
  return kept.filter((attribute) => names.some((name) => attribute.startsWith(` ${name}=`))).join('');
}

function rules(accents: readonly (readonly [string, Pair])[], theme: 0 | 1): string {
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

/** A little of one colour in another. */
function mix(accent: string, ground: string): string {
  const part = (colour: string, index: number) => Number.parseInt(colour.slice(1 + 2 * index, 3 + 2 * index), 16);
  const parts = [0, 1, 2].map((index) => Math.round(part(accent, index) * TINT + part(ground, index) * (1 - TINT)));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
