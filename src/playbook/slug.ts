import { hash } from './hash.ts';

/** Longest slug, in code points. File names may have 255 bytes; this leaves room for a suffix and for UTF-8. */
const MAX_LENGTH = 60;

/** Longest id, in bytes: file names may have 255, and a number or an extension may follow. */
const MAX_ID_BYTES = 200;

/** Returns letters and digits of any script, in lower case, joined by hyphens: safe in file names and in URLs. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, MAX_LENGTH).join('').replace(/-$/, '');
}

/** Returns an id that is not in use yet, and marks it as used: the given one, or that with a number from 2. */
export function unusedId(id: string, usedIds: Set<string>): string {
  let unused = id;
  for (let number = 2; usedIds.has(unused); number++) unused = `${id}-${String(number)}`;
  usedIds.add(unused);
  return unused;
}

/** Returns an id that fits into a file name: a longer one is cut, and ends in a hash of the whole. */
export function fitId(id: string): string {
  const encoder = new TextEncoder();
  if (encoder.encode(id).length <= MAX_ID_BYTES) return id;
  const suffix = `-${hash(id).toString(36)}`;
  // `encodeInto` never ends within a character.
  const { read } = encoder.encodeInto(id, new Uint8Array(MAX_ID_BYTES - suffix.length));
  return id.slice(0, read).replace(/-+$/, '') + suffix;
}
