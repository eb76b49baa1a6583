import { hash } from './hash.ts';

/** The values of `color` in Claude Code's documentation. */
export const accents = ['red', 'blue', 'green', 'yellow', 'purple', 'orange', 'pink', 'cyan'] as const;

export type Accent = (typeof accents)[number];

/** Returns the agent's own colour; if it has none, one derived from its name, which is the same in every build. */
export function accentOf(name: string, color: string | undefined): Accent {
  const own = accents.find((accent) => accent === color);
  if (own) return own;
  return accents[hash(name) % accents.length] ?? 'blue';
}

/** Returns one to three initials, so that colour is never the only difference between agents: `rust-pro` → `RP`. */
export function monogramOf(name: string): string {
  const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const [first = '', ...rest] = words;
  const initials = rest.length === 0 ? first.match(/\p{L}|\p{N}/gu)?.slice(0, 2) : words.slice(0, 3).map(firstLetter);
  return initials?.join('').toUpperCase() ?? '?';
}

function firstLetter(word: string): string {
  return /./u.exec(word)?.[0] ?? '';
}
