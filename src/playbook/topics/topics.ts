import { problem, type Problem } from '../problems.ts';

/** A topic, as described in the topics file. */
export interface Topic {
  /** Lower-case letters, digits and hyphens; part of its URL. */
  id: string;
  title: string;
  /** An explanation for a reader to whom the topic is new; may be empty. */
  sentence: string;
  /** Words and symbols that a text uses when it covers the topic. */
  synonyms: string[];
  /** Further words for the topic that readers only search for. */
  asked: string[];
}

/** The content of a topics file, as far as it could be read. */
export interface Topics {
  /** Its path, as readers know it. */
  file: string;
  /** In the order of the file, with unique ids. */
  topics: Topic[];
  /** Groups of two or more words with the same meaning. */
  spellings: string[][];
  problems: Problem[];
}

/** Returns empty topics, with the problem that their file is missing or not readable. */
export function unreadableTopics(file: string, reason: string): Topics {
  const problems = [problem('topics-unreadable', file, { line: 1, column: 1 }, reason)];
  return { file, topics: [], spellings: [], problems };
}

/** Returns every word that readers may search for to find a topic: its title, its synonyms and its `asked` words. */
export function wordsFor({ title, synonyms, asked }: Topic): string[] {
  return [...new Set([title, ...synonyms, ...asked])];
}
