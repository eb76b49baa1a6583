import type { Topics } from './topics.ts';

/** A word or symbol of a topic in a text, with its UTF-16 indices; `to` is exclusive. */
export interface TopicWord {
  /** Id of the topic. */
  topic: string;
  from: number;
  to: number;
  /** Whether the word has another meaning in common English. */
  isCommon?: true;
}

/** Finds the words of all topics in a text, in order. If words of one topic overlap, only the longest is found. */
export type TopicFinder = (text: string) => TopicWord[];

/** One way to write a word of a topic. */
interface Pattern {
  topic: string;
  isCommon: boolean;
  /** Number of characters before its first word: 2 in `#[test]`. */
  lead: number;
  /** Number of characters; longer patterns are tried first. */
  length: number;
  /** Sticky; matches from the first character, including the lead. */
  regex: RegExp;
  /** Whether it ends in a word, which must not continue in the text. */
  endsInWord: boolean;
}

/** A letter, digit or underscore: `no_std` is one word. */
const wordCharacter = '[\\p{L}\\p{N}_]';

/**
 * Creates a finder. It reads a text once, word by word, and tries the patterns only at words with which one of them
 * starts, so that a thousand files take seconds.
 * @param names names of agents to skip: `security-auditor` says nothing about security. `@name` is always skipped.
 */
export function topicFinder({ topics, spellings }: Pick<Topics, 'topics' | 'spellings'>, names: Iterable<string>) {
  const patterns = new Map<string, Pattern[]>();
  for (const { id, title, synonyms, common } of topics) {
    const inAllSpellings = (words: readonly string[]) =>
      new Set(words.flatMap((word) => allSpellings(word, spellings)));
    const certain = inAllSpellings([...(common.includes(title) ? [] : [withLowerCaseStart(title)]), ...synonyms]);
    for (const word of certain) addPattern(patterns, id, word, false);
    for (const word of inAllSpellings(common)) if (!certain.has(word)) addPattern(patterns, id, word, true);
  }
  for (const ofWord of patterns.values()) ofWord.sort((a, b) => b.length - a.length);
  const knownNames = new Set([...names].map((name) => name.toLowerCase()));
  const anyWord = new RegExp(`${wordCharacter}+`, 'gu');
  const oneCharacter = new RegExp(wordCharacter, 'uy');
  const continuesAt = (text: string, index: number) => {
    oneCharacter.lastIndex = index;
    return oneCharacter.test(text);
  };

  const find: TopicFinder = (text) => {
    const found: TopicWord[] = [];
    for (const { 0: word, index } of text.matchAll(anyWord)) {
      const candidates = patterns.get(word.toLowerCase());
      if (!candidates || isInName(text, index, knownNames)) continue;
      const foundHere = new Set<string>();
      for (const { topic, isCommon, lead, regex, endsInWord } of candidates) {
        if (foundHere.has(topic)) continue;
        regex.lastIndex = index - lead;
        const match = index < lead ? null : regex.exec(text);
        if (!match || (endsInWord && continuesAt(text, regex.lastIndex))) continue;
        foundHere.add(topic);
        const [from, to] = [match.index, match.index + match[0].length];
        // For example “test” in “unit test”, which was found before.
        const isPartOfFound = found.some((word) => word.topic === topic && from < word.to);
        if (!isPartOfFound) found.push({ topic, from, to, ...(isCommon && { isCommon }) });
      }
    }
    return found.length < 2 ? found : found.filter((word) => !found.some((other) => isPart(word, other, text)));
  };
  return find;
}

/** Whether a word is only part of a longer one: `bindgen` in `wasm-bindgen`. */
function isPart(word: TopicWord, other: TopicWord, text: string): boolean {
  const isInside = other.from <= word.from && word.to <= other.to && other.to - other.from > word.to - word.from;
  return isInside && !text.slice(other.from, other.to).includes(' ');
}

/** Lower-cases the first letter of “Error handling”, but not that of “FFI” or “WebAssembly”. */
function withLowerCaseStart(title: string): string {
  return /^\p{Lu}\p{Ll}*(?!\p{L})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** Returns a word in all its spellings, also if only a part of it has another spelling: “query optimization”. */
function allSpellings(word: string, spellings: readonly (readonly string[])[]): string[] {
  const all = [word];
  for (const group of spellings) {
    for (const spelling of group.filter((candidate) => word.includes(candidate))) {
      const part = new RegExp(`(?<![\\p{L}\\p{N}_-])${escapeRegExp(spelling)}(?![\\p{L}\\p{N}_-])`, 'u');
      if (part.test(word)) all.push(...group.map((other) => word.replace(part, () => other)));
    }
  }
  return all;
}

function addPattern(patterns: Map<string, Pattern[]>, topic: string, word: string, isCommon: boolean) {
  const first = new RegExp(`${wordCharacter}+`, 'u').exec(word);
  // Symbols alone, such as `?`, would match in every text.
  if (!first) return;
  const isOneWord = first.index + first[0].length === word.length;
  const endsInWord = new RegExp(`${wordCharacter}$`, 'u').test(word);
  const source = word
    .split(/(?<=[\p{L}\p{N}])[\s-]+(?=[\p{L}\p{N}])/u)
    .map(escapeRegExp)
    .join('[\\s-]+');
  // A word with a capital is matched exactly: `Go` is not “go”.
  const flags = /\p{Lu}/u.test(word) ? 'uy' : 'iuy';
  // Whether the text continues is checked apart: all letters without regard to case take a millisecond in each pattern.
  const regex = new RegExp(endsInWord ? withPlural(source) : source, flags);
  const pattern = { topic, isCommon, lead: first.index, length: word.length, regex, endsInWord };
  for (const key of isOneWord ? withPlurals(first[0]) : [first[0]]) {
    const lower = key.toLowerCase();
    patterns.set(lower, [...(patterns.get(lower) ?? []), pattern]);
  }
}

/** Returns the source of an expression that matches a word and its plural. */
function withPlural(source: string): string {
  return /[^aeiou]y$/.test(source) ? `${source.slice(0, -1)}(?:y|ies)` : `${source}(?:e?s)?`;
}

function withPlurals(word: string): string[] {
  return [word, `${word}s`, `${word}es`, ...(/[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [])];
}

/** Whether the word at an index is part of an agent's name: of `@c-pro`, or of a known name such as `security-auditor`. */
function isInName(text: string, index: number, knownNames: ReadonlySet<string>): boolean {
  let from = index;
  while (from > 0 && /[\w@-]/.test(text.charAt(from - 1))) from--;
  if (text.charAt(from) === '@') return true;
  let to = index;
  while (/[\w-]/.test(text.charAt(to))) to++;
  const word = text.slice(from, to);
  return word.includes('-') && knownNames.has(word.toLowerCase());
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Creates a function that counts how many different words of a list a text contains. */
export function wordCounter(words: readonly string[], spellings: Topics['spellings']): (text: string) => number {
  const asTopics = words.map((word) => ({
    id: word,
    title: '',
    sentence: '',
    synonyms: [word],
    common: [],
    asked: [],
  }));
  const find = topicFinder({ topics: asTopics, spellings }, []);
  return (text) => new Set(find(text).map(({ topic }) => topic)).size;
}
