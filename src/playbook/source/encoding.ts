/** The encoding that a file was read in. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/**
 * Decodes text, without its byte order mark. UTF-16 is detected by that mark. Anything else that is not UTF-8 is read
 * as Windows-1252, in which every byte is a character. Never throws.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  if (mark === 0xfffe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (mark === 0xfeff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}
