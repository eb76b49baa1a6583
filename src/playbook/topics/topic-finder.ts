import type { Topics } from './topics.ts';

/** A word or symbol of a topic in a text: from a UTF-16 index up to, not including, another. */
export interface TopicWord {
  /** Id of the topic. */
  topic: string;
  from: number;
  to: number;
}

/** Finds the words of all topics in a text, in its order; of words that overlap, a topic has the longest. */
export type TopicFinder = (text: string) => TopicWord[];

/** One way to write a word of a topic. */
interface Pattern {
  topic: string;
  /** How far before its first word it begins: 2 for `#[test]`. */
  lead: number;
  /** How many characters it has; longer ones are tried first. */
  length: number;
  /** Sticky; begins where the lead does. */
  regex: RegExp;
}

/** A letter, digit or underscore: `no_std` is one word. */
const wordCharacter = '[\\p{L}\\p{N}_]';

/**
 * Makes a finder. A text is read once, word by word; only where a word begins one of a topic's is more looked at,
 * so that a thousand files take seconds.
 * @param names of agents: in `security-auditor`, nobody speaks of security. With an `@` no name needs to be known.
 */
export function topicFinder({ topics, spellings }: Pick<Topics, 'topics' | 'spellings'>, names: Iterable<string>) {
  const patterns = new Map<string, Pattern[]>();
  for (const { id, title, synonyms } of topics) {
    const words = [withSmallFirst(title), ...synonyms].flatMap((word) => allSpellings(word, spellings));
    for (const word of new Set(words)) addPattern(patterns, id, word);
  }
  for (const some of patterns.values()) some.sort((a, b) => b.length - a.length);
  const known = new Set([...names].map((name) => name.toLowerCase()));
  const anyWord = new RegExp(`${wordCharacter}+`, 'gu');

  const find: TopicFinder = (text) => {
    const found: TopicWord[] = [];
    for (const { 0: word, index } of text.matchAll(anyWord)) {
      const candidates = patterns.get(word.toLowerCase());
      if (!candidates || isInName(text, index, known)) continue;
      const here = new Set<string>();
      for (const { topic, lead, regex } of candidates) {
        if (here.has(topic)) continue;
        regex.lastIndex = index - lead;
        const match = index < lead ? null : regex.exec(text);
        if (!match) continue;
        here.add(topic);
        const [from, to] = [match.index, match.index + match[0].length];
        // “test” in “unit test” is found already, as a part of it.
        if (!found.some((one) => one.topic === topic && from < one.to)) found.push({ topic, from, to });
      }
    }
    return found.length < 2 ? found : found.filter((word) => !found.some((other) => isPart(word, other, text)));
  };
  return find;
}

/** Whether a word is only a part of another one: `wasm-bindgen` is not `bindgen`. */
function isPart(word: TopicWord, other: TopicWord, text: string): boolean {
  const isInside = other.from <= word.from && word.to <= other.to && other.to - other.from > word.to - word.from;
  return isInside && !text.slice(other.from, other.to).includes(' ');
}

/** “Error handling” → “error handling”; “FFI” and “WebAssembly” stay as they are. */
function withSmallFirst(title: string): string {
  return /^\p{Lu}\p{Ll}*(?!\p{L})/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

/** A word in all its spellings: in “query optimization” one word has another one, too. */
function allSpellings(word: string, spellings: readonly (readonly string[])[]): string[] {
  const all = [word];
  for (const group of spellings) {
    for (const spelling of group.filter((one) => word.includes(one))) {
      const part = new RegExp(`(?<![\\p{L}\\p{N}_-])${escaped(spelling)}(?![\\p{L}\\p{N}_-])`, 'u');
      if (part.test(word)) all.push(...group.map((other) => word.replace(part, () => other)));
    }
  }
  return all;
}

function addPattern(patterns: Map<string, Pattern[]>, topic: string, word: string) {
  const first = new RegExp(`${wordCharacter}+`, 'u').exec(word);
  // Symbols alone (`?`) stand in every text.
  if (!first) return;
  const isOneWord = first.index + first[0].length === word.length;
  const endsInWord = new RegExp(`${wordCharacter}$`, 'u').test(word);
  const source = word
    .split(/(?<=[\p{L}\p{N}])[\s-]+(?=[\p{L}\p{N}])/u)
    .map(escaped)
    .join('[\\s-]+');
  const ending = endsInWord ? `(?!${wordCharacter})` : '';
  // A capital makes the difference between `Go` and “go”.
  const flags = /\p{Lu}/u.test(word) ? 'uy' : 'iuy';
  const regex = new RegExp(`${endsInWord ? withPlural(source) : source}${ending}`, flags);
  const pattern = { topic, lead: first.index, length: word.length, regex };
  for (const key of isOneWord ? withPlurals(first[0]) : [first[0]]) {
    const lower = key.toLowerCase();
    patterns.set(lower, [...(patterns.get(lower) ?? []), pattern]);
  }
}

/** The source of an expression that finds a word and its plural. */
function withPlural(source: string): string {
  return /[^aeiou]y$/.test(source) ? `${source.slice(0, -1)}(?:y|ies)` : `${source}(?:e?s)?`;
}

function withPlurals(word: string): string[] {
  return [word, `${word}s`, `${word}es`, ...(/[^aeiou]y$/.test(word) ? [`${word.slice(0, -1)}ies`] : [])];
}

/** Whether what stands at an index is a part of an agent's name: `@c-pro`, or `security-auditor` where it is known. */
function isInName(text: string, index: number, known: ReadonlySet<string>): boolean {
  let from = index;
  while (from > 0 && /[\w@-]/.test(text.charAt(from - 1))) from--;
  if (text.charAt(from) === '@') return true;
  let to = index;
  while (/[\w-]/.test(text.charAt(to))) to++;
  const word = text.slice(from, to);
  return word.includes('-') && known.has(word.toLowerCase());
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
