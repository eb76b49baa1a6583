import { inflateSync } from 'node:zlib';

/** How wide a font's glyphs are. All lengths in units of the em. */
export interface Font {
  ascent: number;
  descent: number;
  /** The advance of a character; nothing where the font has no glyph for it. */
  advance: (codePoint: number) => number | undefined;
}

/**
 * Reads the five tables of a WOFF file that say how wide text is. A font library would shape text and trace
 * outlines too, and takes a second to load what this reads in milliseconds.
 * Formats: https://www.w3.org/TR/WOFF/ and https://learn.microsoft.com/typography/opentype/spec/otff
 * @throws if the file is no WOFF, or a table is missing or of a format that is not expected
 */
export function readFont(file: Buffer): Font {
  const table = tablesOf(file);
  const em = table('head').readUInt16BE(18);
  const hhea = table('hhea');
  const metrics = hhea.readUInt16BE(34);
  const widths = table('hmtx');
  const glyphOf = characterMap(table('cmap'));
  return {
    ascent: hhea.readInt16BE(4) / em,
    descent: -hhea.readInt16BE(6) / em,
    advance: (codePoint) => {
      const glyph = glyphOf(codePoint);
      // Glyphs past the last metric share its width.
      return glyph === 0 ? undefined : widths.readUInt16BE(Math.min(glyph, metrics - 1) * 4) / em;
    },
  };
}

function tablesOf(file: Buffer): (tag: string) => Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') throw new Error('The font is not a WOFF file');
  const places = new Map<string, Buffer>();
  for (let index = 0; index < file.readUInt16BE(12); index += 1) {
    const entry = 44 + index * 20;
    const offset = file.readUInt32BE(entry + 4);
    const packed = file.readUInt32BE(entry + 8);
    const table = file.subarray(offset, offset + packed);
    places.set(file.toString('latin1', entry, entry + 4), table);
    // Only a table that got smaller is compressed.
    if (packed < file.readUInt32BE(entry + 12)) compressed.add(table);
  }
  return (tag) => {
    const table = places.get(tag);
    if (!table) throw new Error(`The font has no table ${tag}`);
    return compressed.has(table) ? inflateSync(table) : table;
  };
}

const compressed = new WeakSet<Buffer>();

/** The segmented map of the whole of Unicode (format 12), which every font with rare characters has. */
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
