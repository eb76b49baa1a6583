import { hasGlyph, widthOf } from '../fonts/text-width.ts';

/** Characters that have no shape of their own, or would change the direction of the rest. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\ufe00-\ufe0f]/gu;

/**
 * Returns the part of a text that the font can draw, on one line. A character without a glyph would be an empty box, so
 * it is left out; if these are half of the letters or more, nothing is left to read, and the text is empty.
 */
export function drawable(text: string): string {
  const characters = Array.from(text.normalize('NFC').replace(/\s+/g, ' ').replace(invisible, ''));
  const kept = characters.filter((character) => hasGlyph(character));
  const letters = (some: readonly string[]) => some.filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
  if (letters(kept) * 2 <= letters(characters)) return '';
  return kept.join('').replace(/ +/g, ' ').trim();
}

/** Lines of text at one size. */
export interface FittedText {
  size: number;
  lines: string[];
}

/**
 * Breaks a text into lines that fit. Takes the first size at which all of it fits; at the last one, the rest is cut.
 * @param sizes in pixels, from the largest
 * @param width in pixels
 */
export function fitText(
  text: string,
  {
    sizes,
    width,
    maxLines,
    bold = false,
  }: { sizes: readonly number[]; width: number; maxLines: number; bold?: boolean },
): FittedText {
  let fitted: FittedText = { size: sizes[0] ?? 16, lines: [] };
  for (const size of sizes) {
    const lines = breakLines(text, width, (line) => widthOf(line, size, bold), maxLines + 1);
    fitted = { size, lines: lines.slice(0, maxLines) };
    if (lines.length <= maxLines) return fitted;
  }
  const { size } = fitted;
  const lines = fitted.lines.slice(0, -1);
  const shown = lines.join('').replaceAll(' ', '').length;
  lines.push(cut(restAfter(text, shown), width, (line) => widthOf(line, size, bold)));
  return { size, lines };
}

/** Returns what follows the first characters of a text, not counting spaces. */
function restAfter(text: string, characters: number): string {
  let at = 0;
  for (let count = 0; count < characters; at += 1) if (text[at] !== ' ') count += 1;
  return text.slice(at).trimStart();
}

/** Breaks at spaces; a word that is wider than a line is broken between characters. */
function breakLines(text: string, width: number, measure: (line: string) => number, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (line !== '' && measure(line) > width && lines.length < limit) {
      const part = fittingPart(line, width, measure);
      lines.push(part);
      line = line.slice(part.length);
    }
    if (lines.length >= limit) return lines;
  }
  return line === '' ? lines : [...lines, line];
}

/** Returns the longest start of a word that fits; at least one character. */
function fittingPart(word: string, width: number, measure: (line: string) => number): string {
  let part = '';
  for (const character of word) {
    if (part !== '' && measure(part + character) > width) return part;
    part += character;
  }
  return part;
}

/** A word at the end of a line that was cut, with the signs before it. */
const lastWord = /[\s,.;:–—-]+\S{0,20}$/;

/** Cuts the end of a line, between words if they are short, so that it fits with an ellipsis. */
function cut(text: string, width: number, measure: (line: string) => number): string {
  const part = fittingPart(text, width - measure(' …'), measure);
  const words = part === text ? part : part.replace(lastWord, '');
  return `${words === '' ? part : words} …`;
}
