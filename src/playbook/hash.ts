const encoder = new TextEncoder();

/**
 * Returns the FNV-1a hash of a text's UTF-8 bytes: 32 bits, unsigned. It is fast, and short texts that differ in one
 * letter get distant values. Ticks that readers have saved, and addresses of agents, depend on it: it must never change.
 */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of encoder.encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
