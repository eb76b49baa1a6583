import { problem, type Problem } from '../problems.ts';

/** A topic, as described in the topics file. */
export interface Topic {
  /** Lower-case letters, digits and hyphens; part of its URL. */
  id: string;
  title: string;
  /** An explanation for readers who do not know the topic; may be empty. */
  sentence: string;
  /** Words and symbols that a text uses when it covers the topic. */
  synonyms: string[];
  /** Words for the topic that have another meaning in common English: see `commonWordsCount`. */
  common: string[];
  /** Further words for the topic that readers only search for. */
  asked: string[];
}

/** The subject of a file of topics, and the signs that an agent is about it. */
export interface Field {
  /** "Rust". */
  name: string;
  /** Words of which an agent of the field uses several. */
  signs: string[];
  /** How many different signs an agent of the field has. */
  least: number;
}

/** The content of a topics file, as far as it could be read. */
export interface Topics {
  /** Its path, as readers know it. */
  file: string;
  /** In the order of the file, with unique ids. */
  topics: Topic[];
  /** Groups of two or more words with the same meaning. */
  spellings: string[][];
  /** Absent if the file does not name a field: then it fits any agents. */
  field?: Field;
  /** The reason for the choice among several files of topics; absent if a setting decides. */
  choice?: TopicsChoice;
  problems: Problem[];
}

/** The choice of a file of topics by the agents of a folder. */
export interface TopicsChoice {
  /** The number of all agents. */
  agents: number;
  /** Each file that was considered, in the order of preference, and how many agents are about its field. */
  considered: { file: string; field: Field; about: number; isChosen: boolean }[];
}

/** Returns empty topics, with the problem that their file is missing or not readable. */
export function unreadableTopics(file: string, reason: string): Topics {
  const problems = [problem('topics-unreadable', file, { line: 1, column: 1 }, reason)];
  return { file, topics: [], spellings: [], problems };
}

/** Returns every word that readers may search for to find a topic: its title, its synonyms, its common and its `asked` words. */
export function wordsFor({ title, synonyms, common, asked }: Topic): string[] {
  return [...new Set([title, ...synonyms, ...common, ...asked])];
}
