/* Measures the width of text without a browser. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont } from './woff.ts';

/**
 * Text is measured in DejaVu Sans. It is the widest of the fonts that a reader may have as system-ui, so text that fits
 * in it also fits in Segoe UI, SF, Roboto and Noto Sans.
 */
const fonts = { normal: load(400), bold: load(700) };

/** Width of an emoji, in ems: larger than on any system, where they are about square and a little larger than text. */
const EMOJI_WIDTH = 1.4;

/** Width of characters that the font lacks, in ems. Most of them are Chinese, Japanese or Korean. */
const FULL_WIDTH = 1;

const emoji = /\p{Emoji_Presentation}/u;
const invisible = /[\p{M}\u200b-\u200f\ufe00-\ufe0f]/u;

function load(weight: number) {
  const { resolve } = createRequire(import.meta.url);
  return readFont(
    readFileSync(resolve(`@fontsource/dejavu-sans/files/dejavu-sans-latin-${String(weight)}-normal.woff`)),
  );
}

/** Returns the width of a line of text, in pixels, for a size in pixels. */
export function widthOf(text: string, size: number, bold: boolean): number {
  const { advance } = bold ? fonts.bold : fonts.normal;
  let width = 0;
  for (const character of text) {
    if (emoji.test(character)) width += EMOJI_WIDTH;
    else if (!invisible.test(character)) width += advance(character.codePointAt(0) ?? 0) ?? FULL_WIDTH;
  }
  return width * size;
}

/** Whether the font can draw a character. */
export function hasGlyph(character: string): boolean {
  return fonts.bold.advance(character.codePointAt(0) ?? 0) !== undefined;
}

/** The extent of a line above and below its baseline, in ems. */
export const { ascent, descent } = fonts.normal;
