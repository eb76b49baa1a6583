/**
 * A word of code that a browser would break after its first signs: `--flag`, `#[attribute]`, `---`. A longer word may
 * break, because a phone has no room for it.
 */
const word = /((?<![^\s])(?:#!?\[|-)[^\s<>&]{1,24}(?![^\s]))/;

/** Splits code at the words that must not break: every second part is one. */
export function splitUnbroken(code: string): string[] {
  return code.split(word);
}
