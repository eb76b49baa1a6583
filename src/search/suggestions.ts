import type { StoredHelp } from './index-format.ts';
import type { Query } from './query.ts';
import { knows, mend, readVocabulary } from './vocabulary.ts';
import { fold, wordsOf } from './words.ts';

/** A query that may find what was meant. */
export interface Mending {
  words: string[];
  /** The query as it would have been typed; absent if words were only left out. */
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
  const { asked, topics } = help;
  const vocabulary = vocabularyOfHelp(help);
  const strange = unknown ?? words.filter((word) => !knows(word, vocabulary));
  const options = new Map(strange.map((word) => [word, mend(word, vocabulary)]));
  const mendings: Mending[] = [];

  const byOtherWords = asked.find(
    ([word]) =>
      wordsOf(word)
        .map((one) => one.word)
        .join(' ') === words.join(' '),
  );
  if (byOtherWords)
    mendings.push({ words: wordsOf(byOtherWords[1]).map(({ word }) => word), corrected: byOtherWords[1] });

  const canAll = strange.length > 0 && strange.every((word) => (options.get(word) ?? []).length > 0);
  if (canAll) {
    const choices = Math.max(...strange.map((word) => options.get(word)?.length ?? 0));
    for (let choice = 0; choice < Math.min(choices, MOST); choice++) {
      const instead = (word: string) => {
        const some = options.get(word);
        return some?.[choice]?.word ?? some?.[0]?.word ?? word;
      };
      mendings.push({ words: words.map(instead), corrected: replaceWords(typed, strange, instead) });
    }
  }
  const known = words.filter((word) => !strange.includes(word));
  if (strange.length > 0 && known.length > 0) mendings.push({ words: known });
  // All words are known, and never met: those that say the most, and so are the rarest, first.
  if (strange.length === 0 && words.length > 1) {
    const rarest = [...words].sort((a, b) => (vocabulary.get(a) ?? 1) - (vocabulary.get(b) ?? 1));
    for (let left = rarest.length - 1; left > 0; left--) mendings.push({ words: rarest.slice(0, left) });
  }
  return {
    mendings,
    spellings: [...new Set(mendings.map(({ words: some, corrected }) => corrected ?? some.join(' ')))].slice(0, MOST),
    topics: closeTopics(words, topics),
  };
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
