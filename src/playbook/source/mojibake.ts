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

// Correct text that would decode as well: an accented last letter with the punctuation after it (`CAFÉ”`). `Â`, `Ã`
// and `â` are not included, because nearly all garbled text starts with one of them.
const letterAndPunctuation = /^[À-ÁÄ-áã-ÿ][‘’“”–—…›»]+$/;

/** Finds garbled text: only the first run of each line, so that a garbled table does not flood the list. */
export function findMojibake(text: string): Mojibake[] {
  return text.split('\n').flatMap((line, index) => {
    for (const match of line.matchAll(/[^\0-\x7f]{2,}/g)) {
      const original = letterAndPunctuation.test(match[0]) ? undefined : originalOf(match[0]);
      if (original !== undefined) return [{ line: index + 1, column: match.index + 1, found: match[0], original }];
    }
    return [];
  });
}
