import type { ResultKind } from './kinds.ts';
import { stopWords } from './stop-words.ts';
import { symbolsIn } from './symbols.ts';
import { fold, wordsOf } from './words.ts';

/** A query, understood. */
export interface Query {
  /** What stands in quotes: it must be found as it is. */
  phrases: string[];
  /** The other words, as they are compared, without those that say nothing. */
  words: string[];
  /** Words that are joined by hyphens or colons: `security-auditor`, `clippy::pedantic`. */
  compounds: string[];
  /** Names in which signs matter, as written. */
  symbols: string[];
  /** Kinds of things that the question asks for: "who" is answered by somebody. */
  kinds: ResultKind[];
}

/** More words than this are a text that was pasted; its first words say enough. */
const MOST_WORDS = 12;

/** Reads what someone typed. A quotation mark that is not closed yet is as good as none. */
export function readQuery(typed: string): Query {
  const phrases: string[] = [];
  const rest = typed.replace(/["“”„]([^"“”„]+)["“”„]/g, (_, phrase: string) => {
    if (wordsOf(phrase).length > 0) phrases.push(phrase.trim());
    return ' ';
  });
  const all = wordsOf(rest).map(({ word }) => word);
  const telling = all.filter((word) => !stopWords.has(word));
  const words = telling.length > 0 || phrases.length > 0 ? telling : all;
  return {
    phrases,
    words: [...new Set(words)].slice(0, MOST_WORDS),
    compounds: (rest.match(/[\p{L}\p{N}_]+(?:(?:-|::)[\p{L}\p{N}_]+)+/gu) ?? []).map(fold),
    symbols: symbolsIn(rest),
    kinds: all.some((word) => /^who(?:m|se)?$/.test(word)) ? ['delegation', 'roster', 'agent'] : [],
  };
}

/**
 * The words in their other spellings: each list says the same as the words, which come first.
 * @param groups words that mean the same; one may be several words long
 */
export function spellingsOf(words: readonly string[], groups: readonly (readonly string[])[], most = 6): string[][] {
  const found: string[][] = [[...words]];
  for (const group of groups) {
    const members = group.map((member) => wordsOf(member).map(({ word }) => word));
    for (const variant of [...found]) {
      for (const member of members) {
        const at = placeOf(member, variant);
        if (at === -1) continue;
        for (const other of members) {
          if (other === member || found.length >= most) continue;
          const next = [...variant.slice(0, at), ...other, ...variant.slice(at + member.length)];
          if (!found.some((one) => one.join(' ') === next.join(' '))) found.push(next);
        }
      }
    }
  }
  return found;
}

/** What a query's words are in other spellings, where these differ from it: words, and phrases of several. */
export function otherWords(spellings: readonly (readonly string[])[]): { words: string[]; phrases: string[] } {
  const [typed = [], ...others] = spellings;
  const added = others.map((words) => {
    const from = words.findIndex((word, index) => word !== typed[index]);
    const behind = [...words].reverse().findIndex((word, index) => word !== typed[typed.length - 1 - index]);
    return words.slice(from, words.length - behind);
  });
  return {
    words: added.flatMap(([word, ...more]) => (word !== undefined && more.length === 0 ? [word] : [])),
    phrases: added.filter(({ length }) => length > 1).map((words) => words.join(' ')),
  };
}

/** Where some words stand in others, one after the other; -1 if they do not. */
function placeOf(some: readonly string[], words: readonly string[]): number {
  if (some.length === 0) return -1;
  return words.findIndex((_, start) => some.every((word, offset) => words[start + offset] === word));
}

/** All ways to leave out one of several words: the best answers to a question need not have every word of it. */
export function withoutOne(words: readonly string[]): string[][] {
  return words.length < 2 ? [] : words.map((_, left) => words.filter((_word, index) => index !== left));
}
