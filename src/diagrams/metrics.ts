import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont } from './font.ts';

/**
 * Diagrams are measured in DejaVu Sans: of the fonts that a reader's system-ui may be, it is the widest, so
 * that what fits with it fits with Segoe UI, SF, Roboto and Noto Sans too.
 */
const fonts = { normal: load(400), bold: load(700) };

/** Wider than any other system's emoji, which are about as wide as high and set a little larger than text. */
const EMOJI_WIDTH = 1.4;

/** For characters that the font does not have: most of them are Chinese, Japanese or Korean, an em wide. */
const FULL_WIDTH = 1;

const emoji = /\p{Emoji_Presentation}/u;
const invisible = /[\p{M}\u200b-\u200f\ufe00-\ufe0f]/u;

function load(weight: number) {
  const { resolve } = createRequire(import.meta.url);
  return readFont(
    readFileSync(resolve(`@fontsource/dejavu-sans/files/dejavu-sans-latin-${String(weight)}-normal.woff`)),
  );
}

/** The width of a line of text, in pixels, for a size in pixels. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const { advance } = bold ? fonts.bold : fonts.normal;
  let width = 0;
  for (const character of text) {
    if (emoji.test(character)) width += EMOJI_WIDTH;
    else if (!invisible.test(character)) width += advance(character.codePointAt(0) ?? 0) ?? FULL_WIDTH;
  }
  return width * size;
}

/** How far a line reaches above and below its baseline, in ems. */
export const { ascent, descent } = fonts.normal;
