import type { StoredHelp } from '../format/index-format.ts';
import { placeOf, readQuery, type Query } from './query.ts';
import { completions, knows, mend, readVocabulary } from '../format/vocabulary.ts';
import { fold, wordsOf } from './words.ts';

/** A query that may find what was meant. */
export interface Mending {
  words: string[];
  /** The query as it would have been typed; absent if words were only finished or left out. */
  corrected?: string;
}

export interface Suggestions {
  /** Best first. */
  mendings: Mending[];
  /** Queries to offer. */
  spellings: string[];
  topics: StoredHelp['topics'];
}

/** More offers than this are a list to read. */
const MOST = 4;

/**
 * What could have been meant by a query that finds nothing, or not all of its words.
 * @param unknown its words that are in no record, as far as is known; all that no record has, if it is not given
 */
export function suggest(typed: string, { words }: Query, help: StoredHelp, unknown?: readonly string[]): Suggestions {
  const vocabulary = vocabularyOfHelp(help);
  const strange = unknown ?? words.filter((word) => !knows(word, vocabulary));
  const mendings = [
    ...inWordsOfTopics(words, strange, help.asked),
    ...inKnownWords(typed, words, strange, vocabulary),
    ...inMisspeltWordsOfTopics(words, strange, help.asked),
    ...inFewerWords(words, strange, vocabulary),
  ];
  return {
    mendings,
    spellings: [...new Set(mendings.map(({ words: some, corrected }) => corrected ?? some.join(' ')))].slice(0, MOST),
    topics: closeTopics(words, help.topics),
  };
}

/** What people ask for by words that no text has, by its title. */
function inWordsOfTopics(words: readonly string[], strange: readonly string[], asked: StoredHelp['asked']): Mending[] {
  return asked.flatMap(([word, title]) => {
    const said = wordsOf(word).map((one) => one.word);
    const at = placeOf(said, words);
    const isAll = at === 0 && said.length === words.length;
    if (at === -1 || !(isAll || said.some((one) => strange.includes(one)))) return [];
    const known = readQuery(title).words;
    const instead = [...new Set([...words.slice(0, at), ...known, ...words.slice(at + said.length)])];
    return [{ words: instead, corrected: isAll ? title : instead.join(' ') }];
  });
}

/** The same for words that no text and no topic has, but nearly. */
function inMisspeltWordsOfTopics(
  words: readonly string[],
  strange: readonly string[],
  asked: StoredHelp['asked'],
): Mending[] {
  const known = new Map(asked.flatMap(([word]) => wordsOf(word).map((one) => [one.word, 1] as const)));
  const mended = words.map((word) => (strange.includes(word) ? (mend(word, known)[0]?.word ?? word) : word));
  return inWordsOfTopics(
    mended,
    mended.filter((word, index) => word !== words[index]),
    asked,
  );
}

/** The words that nobody knows finished, if they are only begun, or else mended. */
function inKnownWords(
  typed: string,
  words: readonly string[],
  strange: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): Mending[] {
  if (strange.length === 0) return [];
  const finished = new Map(strange.map((word) => [word, completions(word, vocabulary).slice(0, MOST)]));
  const options = new Map(
    strange.map((word) => {
      const begun = finished.get(word) ?? [];
      return [word, begun.length > 0 ? begun : mend(word, vocabulary).map((one) => one.word)];
    }),
  );
  const counts = strange.map((word) => options.get(word)?.length ?? 0);
  if (counts.includes(0)) return [];
  return Array.from({ length: Math.min(Math.max(...counts), MOST) }, (_, choice): Mending => {
    const instead = (word: string) => {
      const some = options.get(word);
      return some?.[choice] ?? some?.[0] ?? word;
    };
    const isFinished = [...finished.values()].every((some) => some.length > 0);
    const mended = words.map(instead);
    return isFinished ? { words: mended } : { words: mended, corrected: replaceWords(typed, strange, instead) };
  });
}

/** Without what nobody knows; if all is known and never meets, with the words that say the most, the rarest. */
function inFewerWords(
  words: readonly string[],
  strange: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
): Mending[] {
  if (strange.length > 0) {
    const known = words.filter((word) => !strange.includes(word));
    return known.length > 0 ? [{ words: known }] : [];
  }
  const rarest = [...words].sort((a, b) => (vocabulary.get(a) ?? 1) - (vocabulary.get(b) ?? 1));
  return rarest.slice(1).map((_, left) => ({ words: rarest.slice(0, rarest.length - 1 - left) }));
}

const vocabularies = new WeakMap<StoredHelp, Map<string, number>>();

/** Decoded once: it has thousands of words. */
function vocabularyOfHelp(help: StoredHelp): Map<string, number> {
  const vocabulary = vocabularies.get(help) ?? readVocabulary(help.words);
  vocabularies.set(help, vocabulary);
  return vocabulary;
}

function replaceWords(typed: string, strange: readonly string[], instead: (word: string) => string): string {
  return wordsOf(typed).reduceRight(
    (text, { word, from, to }) =>
      strange.includes(word) ? text.slice(0, from) + instead(word) + text.slice(to) : text,
    typed,
  );
}

/** Topics whose title begins as one of the words does; the first ones, where there is none. */
function closeTopics(words: readonly string[], topics: StoredHelp['topics']): StoredHelp['topics'] {
  const close = topics.filter(({ title }) =>
    words.some((word) => wordsOf(title).some((one) => one.word.slice(0, 4) === fold(word).slice(0, 4))),
  );
  return (close.length > 0 ? close : topics).slice(0, MOST + 1);
}
