/** The depths in which a file can cover a topic, from least to most. */
export const depths = ['mentions', 'covers', 'in-depth'] as const;
export type Depth = (typeof depths)[number];

/** The numbers from which the depth of a topic in a file follows. */
export interface TopicMeasure {
  /** Words of the file that are about the topic; words of code count half. */
  topicWords: number;
  /** All words of the file, counted in the same way. */
  totalWords: number;
  /** Passages that contain a word of the topic. */
  passages: number;
  /** Whether a title names the topic. */
  isInTitle: boolean;
  /** Whether the agent's name contains the topic. */
  isInAgentName: boolean;
}

/** Share of the file from which a topic in a title is covered. */
const COVERED_IN_TITLE_SHARE = 0.01;
/** A topic that is in no title needs a larger share, in several passages. */
const COVERED = { share: 0.02, passages: 3 };
/** A topic is covered in depth if it is in a title and the file says much about it, or if it occurs again and again. */
const DEEP_IN_TITLE = { share: 0.08, topicWords: 80 };
const DEEP_ANYWHERE = { share: 0.12, passages: 8 };
/** An agent with the topic in its name writes about it without naming it, so all words of the file count. */
const DEEP_IN_AGENT_NAME = { share: 0.02, totalWords: 80 };
/** Many files have only about a hundred words. In these, fewer words are enough if they are a large part of the file. */
const DEEP_IN_SHORT_FILE = { share: 1 / 3, topicWords: 40 };

/**
 * Decides the depth of a topic that occurs in a file. The guide's page about topics explains the same rules.
 *
 * - `in-depth` if a title names the topic, and 8 % of the file and 80 words are about it; or if 40 words are, and they
 *   are a third of the file; or if the agent's name contains it, and 2 % of a file of at least 80 words are about it;
 *   or if it occurs in eight passages with 12 % of the file;
 * - `covers` if a title names the topic, and 1 % of the file is about it; or if it occurs in three passages with 2 % of
 *   the file;
 * - `mentions` otherwise.
 *
 * The rules use shares of the agent's own file, so that they mean the same in any folder and for any subject. They
 * count words only to prevent a few lines from being a large share of a short file.
 */
export function depthOf({ topicWords, totalWords, passages, isInTitle, isInAgentName }: TopicMeasure): Depth {
  const share = totalWords === 0 ? 0 : topicWords / totalWords;
  const isDeep =
    (isInTitle && share >= DEEP_IN_TITLE.share && topicWords >= DEEP_IN_TITLE.topicWords) ||
    (isInTitle && share >= DEEP_IN_SHORT_FILE.share && topicWords >= DEEP_IN_SHORT_FILE.topicWords) ||
    (isInAgentName && share >= DEEP_IN_AGENT_NAME.share && totalWords >= DEEP_IN_AGENT_NAME.totalWords) ||
    (share >= DEEP_ANYWHERE.share && passages >= DEEP_ANYWHERE.passages);
  if (isDeep) return 'in-depth';
  const isCovered =
    (isInTitle && share >= COVERED_IN_TITLE_SHARE) || (share >= COVERED.share && passages >= COVERED.passages);
  return isCovered ? 'covers' : 'mentions';
}
