/** How much an agent has to say about a topic, from least to most. */
export const depths = ['mentions', 'treats', 'in-depth'] as const;
export type Depth = (typeof depths)[number];

/** What is known of a topic in an agent's file. */
export interface Measure {
  /** How many words are about it. */
  words: number;
  /** How many words the file has. */
  total: number;
  /** In how many passages it occurs. */
  passages: number;
  /** Whether a title names it. */
  isNamed: boolean;
  /** Whether the agent's name does. */
  isCalledAfter: boolean;
}

/** What a title names is treated from this share of the file on. */
const NAMED_SHARE = 0.01;
/** What no title names needs a larger share, in several passages. */
const TREATED = { share: 0.02, passages: 3 };
/** In depth: what a title names, with so much about it; or, named or not, what comes up again and again. */
const DEEP = { share: 0.08, words: 80 };
const DEEP_UNNAMED = { share: 0.12, passages: 8 };
/** An agent that is called after a topic speaks of it without saying its name: then the file's own words count. */
const DEEP_CALLED = { share: 0.02, wordsOfFile: 80 };
/** Many an agent is a page of a hundred words: half as many do there, if they are this much of it. */
const DEEP_SHORT = { share: 1 / 3, words: 40 };

/**
 * How deeply a file treats a topic that occurs in it. The guide's page on topics says the same.
 *
 * - `in-depth` if a title names it and 8 % of the file, and 80 words, are about it; or 40 words that are a third of
 *   the file; or if the agent is called after it, and 2 % of a file of 80 words are; or if eight passages with 12 % of
 *   the file are;
 * - `treats` if a title names it and 1 % of the file is about it, or if three passages with 2 % of the file are;
 * - `mentions` otherwise.
 *
 * These are parts of the agent's own file, so that they mean the same in any folder and any field; words are asked
 * for only where a part would make much of a few lines.
 */
export function depthOf({ words, total, passages, isNamed, isCalledAfter }: Measure): Depth {
  const share = total === 0 ? 0 : words / total;
  const isDeep =
    (isNamed && share >= DEEP.share && words >= DEEP.words) ||
    (isNamed && share >= DEEP_SHORT.share && words >= DEEP_SHORT.words) ||
    (isCalledAfter && share >= DEEP_CALLED.share && total >= DEEP_CALLED.wordsOfFile) ||
    (share >= DEEP_UNNAMED.share && passages >= DEEP_UNNAMED.passages);
  if (isDeep) return 'in-depth';
  const isTreated = (isNamed && share >= NAMED_SHARE) || (share >= TREATED.share && passages >= TREATED.passages);
  return isTreated ? 'treats' : 'mentions';
}
