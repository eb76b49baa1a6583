import { namesKind, type ResultKind } from '../format/result-kinds.ts';
import { soughtOfSomebody } from './extract-subject.ts';
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
  const sought = soughtOfSomebody(all);
  const telling = (sought ?? all).filter((word) => !stopWords.has(word));
  const words = telling.length > 0 || phrases.length > 0 ? telling : all;
  return {
    phrases,
    words: [...new Set(words)].slice(0, MOST_WORDS),
    compounds: (rest.match(/[\p{L}\p{N}_]+(?:(?:-|::)[\p{L}\p{N}_]+)+/gu) ?? []).map(fold),
    symbols: symbolsIn(rest),
    kinds: sought ? ['delegation', 'roster', 'agent'] : isAboutKinds(all, words) ? ['guide'] : [],
  };
}

/** Whether a question has nothing but the name of a kind: "what is a gate" is about gates, and asks for none. */
function isAboutKinds(all: readonly string[], words: readonly string[]): boolean {
  return /^(?:how|what|where|why)$/.test(all[0] ?? '') && words.length > 0 && words.every((word) => namesKind(word));
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
  const added = others.map((words) => addedBy(words, typed));
  return {
    words: added.flatMap(([word, ...more]) => (word !== undefined && more.length === 0 ? [word] : [])),
    phrases: added.filter(({ length }) => length > 1).map((words) => words.join(' ')),
  };
}

/** What a spelling has instead of what was typed, one word after the other. */
export function addedBy(words: readonly string[], typed: readonly string[]): string[] {
  const from = words.findIndex((word, index) => word !== typed[index]);
  const behind = [...words].reverse().findIndex((word, index) => word !== typed[typed.length - 1 - index]);
  return from === -1 ? [] : words.slice(from, words.length - behind);
}

/** Where some words stand in others, one after the other; -1 if they do not. */
export function placeOf(some: readonly string[], words: readonly string[]): number {
  if (some.length === 0) return -1;
  return words.findIndex((_, start) => some.every((word, offset) => words[start + offset] === word));
}
