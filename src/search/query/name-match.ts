import { namesKind } from '../format/result-kinds.ts';
import type { Query } from './query.ts';
import { nameWeights, variantWeights } from './ranking-weights.ts';
import { matchWord } from './word-match.ts';
import { fold, tokenize } from './words.ts';

/**
 * Returns how well a query names an agent, 0 to 1: by all of its words, as "code reviewer" names `code-reviewer` and,
 * less well, `gem-code-reviewer`; by the whole name among other words, as in "slides by scrum master"; or, least
 * well, by several of its words, as "jira tickets for requirements" names "Requirements to Jira".
 * @param variants of the query's words, see `variantsOf`
 */
export function nameMatch({ symbols }: Query, variants: readonly (readonly string[])[], name: string): number {
  const nameWords = wordsOfName(name);
  if (nameWords.length === 0) return 0;
  const scores = variants.map((words, index) => {
    // `C#` is not the name "C++ Expert"; but "cpp" is, as another spelling of `C++`.
    if (index === 0) return hasSymbols(name, symbols) ? matchWords(withoutKind(words), nameWords) : 0;
    return matchWords(withoutKind(words), nameWords) * variantWeights.variant;
  });
  return Math.max(0, ...scores);
}

function matchWords(words: readonly string[], nameWords: readonly string[]): number {
  const best = words.map((word) => bestMatch(word, nameWords));
  const found = best.filter((weight) => weight > 0).length;
  if (found === 0) return 0;
  const mean = best.reduce((sum, weight) => sum + weight, 0) / best.length;
  const covered = Math.min(1, found / nameWords.length);
  if (found === words.length) return mean * (1 - nameWeights.coverage + nameWeights.coverage * covered);
  const isWhole = nameWords.length > 1 && nameWords.every((nameWord) => words.includes(nameWord));
  if (isWhole) return (nameWeights.amongOthers * nameWords.length) / words.length;
  return found > 1 ? nameWeights.part * mean * covered : 0;
}

/** "Kubernetes agent" asks for an agent with the name "kubernetes". */
function withoutKind(words: readonly string[]): readonly string[] {
  const others = words.filter((word) => !namesKind(word, 'agent'));
  return others.length > 0 ? others : words;
}

function hasSymbols(name: string, symbols: readonly string[]): boolean {
  return symbols.every((symbol) => fold(name).includes(fold(symbol.replace(/^@/, ''))));
}

function bestMatch(word: string, nameWords: readonly string[]): number {
  return Math.max(
    ...nameWords.map((nameWord) => {
      const type = matchWord(nameWord, word);
      return type === undefined ? 0 : nameWeights[type];
    }),
  );
}

/** Words by name, because each key compares the query with all names. */
const cache = new Map<string, readonly string[]>();
/** Maximum number of names to cache. */
const MAX_NAMES = 10_000;

/** Returns the words of a name. `react19` is "react" and "19". */
function wordsOfName(name: string): readonly string[] {
  const cached = cache.get(name);
  if (cached) return cached;
  const separated = name.replace(/(\p{L}{3,})(\p{N}+)(?![\p{L}\p{N}])/gu, '$1 $2');
  const words = tokenize(separated).map(({ word }) => word);
  if (cache.size === MAX_NAMES) cache.clear();
  cache.set(name, words);
  return words;
}
