import { stopWords } from './stop-words.ts';
import { indexOfSequence } from './query.ts';
import { stem, tokenize } from './words.ts';

/** Words of requests that say nothing about the task itself. */
const requestWords = new Set(
  (
    'against agent also between best better change code different during each good help idea know let must never new ' +
    'no not now only problem project question thing think try until use used using want way without work write'
  ).split(' '),
);

/** Maximum number of words of a task that are looked up: a longer one is pasted text, whose first words are enough. */
const MAX_TASK_WORDS = 40;

/** Returns the words of a task that can distinguish agents: folded, each form once, without words of any request. */
export function taskWords(task: string): string[] {
  const byStem = new Map<string, string>();
  for (const { word } of tokenize(task)) {
    const isNumber = /^\d+$/.test(word);
    if (word.length < 2 || isNumber || stopWords.has(word) || requestWords.has(word)) continue;
    if (!byStem.has(stem(word))) byStem.set(stem(word), word);
  }
  return [...byStem.values()].slice(0, MAX_TASK_WORDS);
}

/** Words by which people ask for topics, each with the title of its topic. */
type AskedWords = readonly (readonly [word: string, title: string])[];

const sequencesOf = new WeakMap<AskedWords, { word: string; title: string; sequence: string[] }[]>();

/** Returns the titles of the topics that a task names, by their own words or by words that people use for them. */
export function topicsOfTask(task: string, asked: AskedWords): string[] {
  const words = tokenize(task).map(({ word }) => stem(word));
  const known = new Set(words);
  // Read once: there are hundreds, and the build has thousands of tasks.
  const sequences =
    sequencesOf.get(asked) ??
    asked.map(([word, title]) => ({ word, title, sequence: tokenize(word).map((token) => stem(token.word)) }));
  sequencesOf.set(asked, sequences);
  const titles = sequences
    .filter(({ word, sequence }) => {
      // Without their signs, `'a` is any "a", and `--help` is any "help".
      const needsSign = sequence.join('').length < 2 || /^[^\p{L}\p{N}]/u.test(word);
      if (needsSign && !task.includes(word)) return false;
      return sequence.every((one) => known.has(one)) && indexOfSequence(sequence, words) !== -1;
    })
    .map(({ title }) => title);
  return [...new Set(titles)];
}
