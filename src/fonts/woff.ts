/* Reads the widths of glyphs from a WOFF font file, and unpacks such files. */

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

/**
 * Unpacks a WOFF file into the OpenType font that it contains, which libraries without WOFF can read.
 * @throws if the file is not a WOFF file
 */
export function unpackFont(file: Buffer): Buffer {
  const tables = tablesOf(file);
  const entries = entriesOf(file);
  const power = Math.floor(Math.log2(entries.length));
  const header = Buffer.alloc(12 + entries.length * 16);
  file.copy(header, 0, 4, 8);
  header.writeUInt16BE(entries.length, 4);
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((entries.length - 2 ** power) * 16, 10);
  const parts: Buffer[] = [header];
  let offset = header.length;
  entries.forEach((place, index) => {
    const table = tables(file.toString('latin1', place, place + 4));
    const entry = 12 + index * 16;
    file.copy(header, entry, place, place + 4);
    file.copy(header, entry + 4, place + 16, place + 20);
    header.writeUInt32BE(offset, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    // Each table begins at a multiple of four bytes.
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  });
  return Buffer.concat(parts);
}

/** Returns where the entries of the file's directory begin. */
function entriesOf(file: Buffer): number[] {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('The font is not a WOFF file');
  return Array.from({ length: file.readUInt16BE(12) }, (_, index) => 44 + index * 20);
}

function tablesOf(file: Buffer): (tag: string) => Buffer {
  const entries = entriesOf(file);
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
