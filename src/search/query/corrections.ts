import type { SpellingData } from '../format/index-format.ts';
import { decodeVocabulary } from '../format/vocabulary.ts';
import { indexOfSequence, parseQuery, type Query } from './query.ts';
import { completions, isKnown, similarWords } from './similar-words.ts';
import { fold, tokenize } from './words.ts';

/** A query that may find what the reader meant. */
interface Correction {
  words: string[];
  /** The corrected query as text; absent if words were only completed or left out. */
  corrected?: string;
}

export interface Corrections {
  /** Most likely first. */
  corrections: Correction[];
  topics: SpellingData['topics'];
}

/** Maximum number of corrections of a word to try, and of topics to suggest beside one that matches. */
const MAX_CHOICES = 4;

/**
 * Suggests other queries for one that finds nothing, or not all of its words.
 * @param unknown the query's words that are in no record; if not given, those that the vocabulary lacks
 */
export function correct(
  typed: string,
  { words }: Query,
  spelling: SpellingData,
  unknown?: readonly string[],
): Corrections {
  const vocabulary = vocabularyOf(spelling);
  const unknownWords = unknown ?? words.filter((word) => !isKnown(word, vocabulary));
  return {
    corrections: [
      ...withTopicTitles(words, unknownWords, spelling.asked),
      ...withSimilarWords(typed, words, unknownWords, vocabulary),
      ...withTitlesOfMisspelledTopics(words, unknownWords, spelling.asked),
      ...withFewerWords(words, unknownWords, vocabulary),
    ],
    topics: similarTopics(words, spelling.topics),
  };
}

/** Replaces each unknown word that is similar to a word of the vocabulary; `undefined` if there is none. */
export function correctTask(
  typed: string,
  unknown: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): string | undefined {
  const corrected = new Map(
    unknown.flatMap((word) => {
      const [similar] = similarWords(word, vocabulary);
      return similar ? [[word, similar.word] as const] : [];
    }),
  );
  if (corrected.size === 0) return;
  return replaceWords(typed, [...corrected.keys()], (word) => corrected.get(word) ?? word);
}

/** Returns a correction as the text of a query. */
function textOfCorrection({ words, corrected }: Correction): string {
  return corrected ?? words.join(' ');
}

/** Returns distinct corrections as texts to offer to the reader. */
export function offersOf(corrections: readonly Correction[]): string[] {
  return [...new Set(corrections.map(textOfCorrection))].slice(0, MAX_CHOICES);
}

/** Replaces words that people use for a topic, but that no text contains, by its title. */
function withTopicTitles(
  words: readonly string[],
  unknown: readonly string[],
  asked: SpellingData['asked'],
): Correction[] {
  return asked.flatMap(([name, title]) => {
    const nameWords = tokenize(name).map(({ word }) => word);
    const at = indexOfSequence(nameWords, words);
    const isWholeQuery = at === 0 && nameWords.length === words.length;
    if (at === -1 || !(isWholeQuery || nameWords.some((word) => unknown.includes(word)))) return [];
    const titleWords = parseQuery(title).words;
    const replaced = [...new Set([...words.slice(0, at), ...titleWords, ...words.slice(at + nameWords.length)])];
    return [{ words: replaced, corrected: isWholeQuery ? title : replaced.join(' ') }];
  });
}

/** Does the same where the reader misspelled such a word. */
function withTitlesOfMisspelledTopics(
  words: readonly string[],
  unknown: readonly string[],
  asked: SpellingData['asked'],
): Correction[] {
  const names = new Map(asked.flatMap(([name]) => tokenize(name).map(({ word }) => [word, 1] as const)));
  const corrected = words.map((word) => (unknown.includes(word) ? (similarWords(word, names)[0]?.word ?? word) : word));
  return withTopicTitles(
    corrected,
    corrected.filter((word, index) => word !== words[index]),
    asked,
  );
}

/** Completes unknown words that are the beginning of a known one, and replaces others by similar ones. */
function withSimilarWords(
  typed: string,
  words: readonly string[],
  unknown: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): Correction[] {
  if (unknown.length === 0) return [];
  const completed = new Map(unknown.map((word) => [word, completions(word, vocabulary).slice(0, MAX_CHOICES)]));
  const choices = new Map(
    unknown.map((word) => {
      const longer = completed.get(word) ?? [];
      return [word, longer.length > 0 ? longer : similarWords(word, vocabulary).map((similar) => similar.word)];
    }),
  );
  const counts = unknown.map((word) => choices.get(word)?.length ?? 0);
  if (counts.includes(0)) return [];
  return Array.from({ length: Math.min(Math.max(...counts), MAX_CHOICES) }, (_, choice): Correction => {
    const replace = (word: string) => {
      const some = choices.get(word);
      return some?.[choice] ?? some?.[0] ?? word;
    };
    const isCompleted = [...completed.values()].every((longer) => longer.length > 0);
    const replaced = words.map(replace);
    return isCompleted ? { words: replaced } : { words: replaced, corrected: replaceWords(typed, unknown, replace) };
  });
}

/** Leaves out unknown words. If all words are known but never occur together, the most frequent ones go first. */
function withFewerWords(
  words: readonly string[],
  unknown: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): Correction[] {
  if (unknown.length > 0) {
    const known = words.filter((word) => !unknown.includes(word));
    return known.length > 0 ? [{ words: known }] : [];
  }
  const rarest = [...words].sort((a, b) => (vocabulary.get(a) ?? 1) - (vocabulary.get(b) ?? 1));
  return rarest.slice(1).map((_, removed) => ({ words: rarest.slice(0, rarest.length - 1 - removed) }));
}

const vocabularies = new WeakMap<SpellingData, Map<string, number>>();

/** Decodes the vocabulary once: it has thousands of words. */
function vocabularyOf(spelling: SpellingData): Map<string, number> {
  const vocabulary = vocabularies.get(spelling) ?? decodeVocabulary(spelling.words);
  vocabularies.set(spelling, vocabulary);
  return vocabulary;
}

function replaceWords(typed: string, unknown: readonly string[], replace: (word: string) => string): string {
  return tokenize(typed).reduceRight(
    (text, { word, from, to }) =>
      unknown.includes(word) ? text.slice(0, from) + replace(word) + text.slice(to) : text,
    typed,
  );
}

/** Length of the prefix that makes the word of a title similar to a query's word, in letters. */
const SIMILAR_PREFIX = 4;

/** Returns the topics with a similar word in their titles; the first topics if there are none. */
function similarTopics(words: readonly string[], topics: SpellingData['topics']): SpellingData['topics'] {
  const prefixOf = (word: string) => word.slice(0, SIMILAR_PREFIX);
  const similar = topics.filter(({ title }) =>
    words.some((word) => tokenize(title).some((token) => prefixOf(token.word) === prefixOf(fold(word)))),
  );
  return (similar.length > 0 ? similar : topics).slice(0, MAX_CHOICES + 1);
}
