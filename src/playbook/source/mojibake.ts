import type { Position } from '../problems.ts';

/** A run of characters that is UTF-8 once read as Windows-1252. */
export interface Mojibake extends Position {
  found: string;
  /** What the bytes say when read as UTF-8. */
  original: string;
}

// The decoder follows the WHATWG encoding standard, which maps all 256 bytes, so the inverse is total.
const windows1252 = new TextDecoder('windows-1252');
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]));
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** The text whose UTF-8 bytes, read as Windows-1252, give `run`; nothing if there is none. */
function unscramble(run: string): string | undefined {
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

// Legitimate text that would decode too: a word's accented last letter and the punctuation after it (`CAFÉ”`).
// `Â`, `Ã` and `â` are left out, since they are what garbled text nearly always begins with.
const letterAndPunctuation = /^[À-ÁÄ-áã-ÿ][‘’“”–—…›»]+$/;

/** Finds garbled text, at most one report a line: the first run, so that a garbled table gives no flood. */
export function findMojibake(text: string): Mojibake[] {
  return text.split('\n').flatMap((line, index) => {
    for (const match of line.matchAll(/[^\0-\x7f]{2,}/g)) {
      const original = letterAndPunctuation.test(match[0]) ? undefined : unscramble(match[0]);
      if (original !== undefined) return [{ line: index + 1, column: match.index + 1, found: match[0], original }];
    }
    return [];
  });
}
