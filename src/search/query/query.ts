import { namesKind, type ResultKind } from '../format/result-kinds.ts';
import { extractSubject } from './extract-subject.ts';
import { stopWords } from './stop-words.ts';
import { findSymbols } from './symbols.ts';
import { fold, tokenize } from './words.ts';

/** A parsed query. */
export interface Query {
  /** Quoted phrases, which must occur exactly. */
  phrases: string[];
  /** The content words outside of quotes, folded. */
  words: string[];
  /** Words joined by hyphens or colons: `security-auditor`, `clippy::pedantic`. */
  compounds: string[];
  /** Names that contain signs, as written. */
  symbols: string[];
  /** The kinds of results that the query asks for: "who" asks for an agent. */
  kinds: ResultKind[];
}

/** Maximum number of words of a query: a longer one is pasted text, whose first words are enough. */
const MAX_WORDS = 12;

/** Maximum number of variants of a query, itself included. */
const MAX_VARIANTS = 6;

/** Parses what the reader typed. A quotation mark that is not closed is ignored. */
export function parseQuery(typed: string): Query {
  const phrases: string[] = [];
  const rest = typed.replace(/["“”„]([^"“”„]+)["“”„]/g, (_, phrase: string) => {
    if (tokenize(phrase).length > 0) phrases.push(phrase.trim());
    return ' ';
  });
  const all = tokenize(rest).map(({ word }) => word);
  const subject = extractSubject(all);
  const contentWords = (subject ?? all).filter((word) => !stopWords.has(word));
  const words = contentWords.length > 0 || phrases.length > 0 ? contentWords : all;
  return {
    phrases,
    words: [...new Set(words)].slice(0, MAX_WORDS),
    compounds: (rest.match(/[\p{L}\p{N}_]+(?:(?:-|::)[\p{L}\p{N}_]+)+/gu) ?? []).map(fold),
    symbols: findSymbols(rest),
    kinds: subject ? ['delegation', 'roster', 'agent'] : isAboutKind(all, words) ? ['guide'] : [],
  };
}

/** Whether the query asks about a kind of result: "what is a gate" wants an explanation, not a gate. */
function isAboutKind(all: readonly string[], words: readonly string[]): boolean {
  return /^(?:how|what|where|why)$/.test(all[0] ?? '') && words.length > 0 && words.every((word) => namesKind(word));
}

/**
 * Returns the variants of a query's words, in which words are replaced by others with the same meaning. The first
 * variant is the words themselves.
 * @param groups words that mean the same; a member may consist of several words
 * @param symbols those of the query: the "c" of `C#` is not `C++`
 */
export function variantsOf(
  words: readonly string[],
  groups: readonly (readonly string[])[],
  symbols: readonly string[] = [],
): string[][] {
  const variants: string[][] = [[...words]];
  for (const group of groups) {
    const members = group
      .filter((member) => findSymbols(member).every((symbol) => symbols.some((one) => fold(one) === fold(symbol))))
      .map((member) => tokenize(member).map(({ word }) => word));
    for (const variant of [...variants]) {
      for (const member of members) {
        const at = indexOfSequence(member, variant);
        if (at === -1) continue;
        for (const other of members) {
          if (other === member || variants.length >= MAX_VARIANTS) continue;
          const next = [...variant.slice(0, at), ...other, ...variant.slice(at + member.length)];
          if (!variants.some((one) => one.join(' ') === next.join(' '))) variants.push(next);
        }
      }
    }
  }
  return variants;
}

/** Returns the words that variants have instead of the query's: single words, and phrases of several words. */
export function replacementsIn(variants: readonly (readonly string[])[]): { words: string[]; phrases: string[] } {
  const [typed = [], ...others] = variants;
  const replacements = others.map((words) => replacementIn(words, typed));
  return {
    words: replacements.flatMap(([word, ...more]) => (word !== undefined && more.length === 0 ? [word] : [])),
    phrases: replacements.filter(({ length }) => length > 1).map((words) => words.join(' ')),
  };
}

/** Returns the words that a variant has instead of some of the query's. */
export function replacementIn(variant: readonly string[], typed: readonly string[]): string[] {
  const from = variant.findIndex((word, index) => word !== typed[index]);
  const behind = [...variant].reverse().findIndex((word, index) => word !== typed[typed.length - 1 - index]);
  return from === -1 ? [] : variant.slice(from, variant.length - behind);
}

/** Returns the index at which a sequence of words begins in others; -1 if they do not contain it. */
export function indexOfSequence(sequence: readonly string[], words: readonly string[]): number {
  if (sequence.length === 0) return -1;
  return words.findIndex((_, start) => sequence.every((word, offset) => words[start + offset] === word));
}
