import type { Position } from '../problems.ts';

/** A run of garbled characters: UTF-8 that was read as Windows-1252. */
export interface Mojibake extends Position {
  found: string;
  /** The same bytes, read as UTF-8. */
  original: string;
}

// The WHATWG encoding standard, which the decoder follows, maps all 256 bytes, so every byte has a character here.
const windows1252 = new TextDecoder('windows-1252');
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]));
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Returns the text whose UTF-8 bytes, read as Windows-1252, give `run`; `undefined` if there is none. */
function originalOf(run: string): string | undefined {
  const bytes = [];
  for (const character of run) {
    const byte = byteOf.get(character);
    if (byte === undefined) return;
    bytes.push(byte);
  }
  try {
    return strictUtf8.decode(Uint8Array.from(bytes));
  } catch {
    return;
  }
}

// Correct text that would decode as well: an accented last letter with the punctuation or the sign after it (`CAFÉ”`,
// `Å²`). `Â`, `Ã` and `â` are not included, because nearly all garbled text starts with one of them.
const letterAndSign = /^[À-ÁÄ-áã-ÿ][‘’“”–—…›»°²³¹ªº·™©®]+$/;

/** Finds garbled text: only the first run of each line, so that a garbled table does not flood the list. */
export function findMojibake(text: string): Mojibake[] {
  return text.split('\n').flatMap((line, index) => {
    for (const match of line.matchAll(/[^\0-\x7f]{2,}/g)) {
      const [found] = match;
      const original = letterAndSign.test(found) || isQuoted(line, match) ? undefined : originalOf(found);
      if (original !== undefined) return [{ line: index + 1, column: match.index + 1, found, original }];
    }
    return [];
  });
}

/** Whether a run is quoted: an author who explains garbled text shows it. Garbled text itself is inside of words. */
function isQuoted(line: string, { 0: found, index }: RegExpExecArray): boolean {
  const around = `${line.charAt(index - 1)}${line.charAt(index + found.length)}`;
  return around === '``' || around === '""' || around === "''" || around === '“”' || around === '()';
}
