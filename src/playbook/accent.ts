/** The colours that Claude Code's documentation allows for `color`. */
export const accents = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'] as const;

export type Accent = (typeof accents)[number];

/** The agent's own colour; where it has none, one that its name decides, so that it is stable. */
export function accentOf(name: string, color: string | undefined): Accent {
  const own = accents.find((accent) => accent === color);
  if (own) return own;
  // FNV-1a, 32 bits: short names that differ in one letter spread well over few buckets.
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return accents[hash % accents.length] ?? 'blue';
}

/** One to three initials, so that an agent is never told by colour alone: `rust-pro` → `RP`. */
export function monogramOf(name: string): string {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [first = '', ...rest] = words;
  const initials = rest.length === 0 ? first.match(/\p{L}|\p{N}/gu)?.slice(0, 2) : words.slice(0, 3).map(firstLetter);
  return initials?.join('').toUpperCase() ?? '?';
}

function firstLetter(word: string): string {
  return /./u.exec(word)?.[0] ?? '';
}
