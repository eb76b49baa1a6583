/** Longest id: leaves room for a suffix, and for UTF-8, in the 255 bytes that file systems allow a name. */
const ID_LENGTH = 60;

/** Letters and digits of any script, in lower case, joined by hyphens: safe as a file's name and in a URL. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, ID_LENGTH).join('').replace(/-$/, '');
}
