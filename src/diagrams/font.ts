/* Reads the widths of glyphs from a WOFF font file. */

import { inflateSync } from 'node:zlib';

/** The measurements of a font, in ems. */
export interface Font {
  ascent: number;
  descent: number;
  /** The width of a character; `undefined` if the font has no glyph for it. */
  advance: (codePoint: number) => number | undefined;
}

/**
 * Reads the four tables of a WOFF file that determine the width of text, in milliseconds. A font library takes a second
 * to load, because it also reads outlines and shaping rules.
 * Formats: https://www.w3.org/TR/WOFF/ and https://learn.microsoft.com/typography/opentype/spec/otff
 * @throws if the file is not a WOFF file, or a table is missing or has an unexpected format
 */
export function readFont(file: Buffer): Font {
  const tables = tablesOf(file);
  const em = tables('head').readUInt16BE(18);
  const header = tables('hhea');
  const metrics = header.readUInt16BE(34);
  const widths = tables('hmtx');
  const glyphOf = characterMap(tables('cmap'));
  return {
    ascent: header.readInt16BE(4) / em,
    descent: -header.readInt16BE(6) / em,
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      // Glyphs after the last metric have the same width as the last one.
      return glyph === 0 ? undefined : widths.readUInt16BE(Math.min(glyph, metrics - 1) * 4) / em;
    },
  };
}

function tablesOf(file: Buffer): (tag: string) => Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('The font is not a WOFF file');
  const entries = Array.from({ length: file.readUInt16BE(12) }, (_, index) => 44 + index * 20);
  return (tag) => {
    const entry = entries.find((place) => file.toString('latin1', place, place + 4) === tag);
    if (entry === undefined) throw new Error(`The font has no table ${tag}`);
    const offset = file.readUInt32BE(entry + 4);
    const stored = file.readUInt32BE(entry + 8);
    const table = file.subarray(offset, offset + stored);
    // A table is compressed only if that makes it smaller.
    return stored < file.readUInt32BE(entry + 12) ? inflateSync(table) : table;
  };
}

/** Reads the segmented character map for all of Unicode (format 12), which every font with rare characters has. */
function characterMap(cmap: Buffer): (codePoint: number) => number {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const start = cmap.readUInt32BE(4 + index * 8 + 4);
    if (cmap.readUInt16BE(start) !== 12) continue;
    const groups = cmap.readUInt32BE(start + 12);
    return (codePoint) => {
      let low = 0;
      let high = groups;
      while (low < high) {
        const middle = (low + high) >> 1;
        const group = start + 16 + middle * 12;
        if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
        else if (codePoint < cmap.readUInt32BE(group)) high = middle;
        else return cmap.readUInt32BE(group + 8) + codePoint - cmap.readUInt32BE(group);
      }
      return 0;
    };
  }
  throw new Error('The font has no character map of format 12');
}
