import { agentId, attributeTo } from '../format/columnar-records.ts';
import type { StoredAgent, StoredHead, StoredRecord } from '../format/index-format.ts';
import { decodeVocabulary } from '../format/vocabulary.ts';
import { agentsOfRecord } from '../query/facet-table.ts';
import { rankAgents, taskTopic, type AgentMatch, type AgentRanking, type WordMatches } from '../query/rank-agents.ts';
import { parseQuery, type Query } from '../query/query.ts';
import type { Hit } from '../query/result-types.ts';
import { taskWords, topicsOfTask } from '../query/task-words.ts';
import { isKnown, MIN_TYPO_LENGTH } from '../query/similar-words.ts';
import { toHit } from '../query/to-hit.ts';
import { wordStrengths } from '../query/word-strengths.ts';
import { stem } from '../query/words.ts';
import type { IndexFiles } from './index-files.ts';
import { searchPagefind } from './retrieval.ts';

/** Maximum number of agents to show, and of records for each. */
const MAX_AGENTS = 5;
const MAX_NEAREST = 3;
const MAX_REASONS = 4;
const MAX_DELEGATIONS = 3;

/** An agent for a task, with the reasons. */
export interface FoundAgent {
  id: string;
  name: string;
  accent: string;
  monogram: string;
  /** Its description, as far as the index has it on one line. */
  summary: string;
  /** The access of the agent. */
  access: string;
  /** The words of the task that its file contains. */
  words: string[];
  topics: { title: string; href: string }[];
  /** Parts of its file that contain words of the task, best first; with snippets. */
  reasons: Hit[];
  /** Tasks with these words that it hands over to others. */
  delegations: Hit[];
}

/** The agents for a task; `fits` is false if they are only the nearest. */
export interface FoundAgents {
  fits: boolean;
  agents: FoundAgent[];
  /** Words that no agent's file contains. */
  unknown: string[];
  /** Words that files contain only in tasks that they hand over. */
  delegated: string[];
  /** The task with its unknown words replaced by similar ones, if there are any. */
  corrected?: string;
  /** Number of agents that match at all. */
  total: number;
}

/** Finds agents for a task with the search's index. */
export class AgentFinder {
  readonly #files: IndexFiles;

  constructor(files: IndexFiles) {
    this.#files = files;
  }

  /**
   * Finds the agents for a task.
   * @throws Error if a part of the index cannot be loaded
   */
  async find(task: string): Promise<FoundAgents> {
    try {
      return await this.#attempt(task);
    } catch {
      // The network may be available again, or a new build has replaced the one that the page started with.
      await this.#files.renew();
      return this.#attempt(task);
    }
  }

  async #attempt(task: string): Promise<FoundAgents> {
    const { ranking, corrected } = await this.#rank(task);
    const shown = ranking.matches.slice(0, ranking.fits ? MAX_AGENTS : MAX_NEAREST);
    const query = parseQuery(task);
    const agents = await Promise.all(shown.map((match) => this.#describe(match, query)));
    const { fits, unknown, delegated, matches } = ranking;
    return { fits, agents, unknown, delegated, total: matches.length, ...(corrected !== undefined && { corrected }) };
  }

  async #rank(task: string): Promise<{ ranking: AgentRanking; corrected: string | undefined }> {
    const words = taskWords(task);
    const [{ records, small }, table, spelling, pagefind] = await Promise.all([
      this.#files.manifest(),
      this.#files.facets(),
      this.#files.spelling(),
      this.#files.pagefind(),
    ]);
    await this.#files.checkChunks(words);
    await pagefind.preload(words.join(' '));
    const vocabulary = decodeVocabulary(spelling.words);
    const known = words.filter((word) => word.length < MIN_TYPO_LENGTH || isKnown(word, vocabulary));
    const matches: WordMatches[] = [];
    for (const word of words) {
      const scores = known.includes(word) ? await searchPagefind(pagefind, word) : new Map<number, number>();
      matches.push({ word, records: small ? await this.#strengthsIn([...scores.keys()], word) : relative(scores) });
    }
    const titles = topicsOfTask(task, spelling.asked);
    const indices = titles.map((title) => table.topics.values.findIndex((value) => value[1] === title));
    const topics = indices.filter((index) => index !== -1).map((index) => taskTopic(index, table, records));
    const ranking = rankAgents(matches, topics, table);
    if (ranking.unknown.length === 0) return { ranking, corrected: undefined };
    const { correctTask } = await import('../query/corrections.ts');
    return { ranking, corrected: correctTask(task, ranking.unknown, vocabulary) };
  }

  /** Returns how much records are about a word. Those that contain only a word with the same beginning are left out. */
  async #strengthsIn(numbers: readonly number[], word: string): Promise<Map<number, number>> {
    const records = await this.#files.records(numbers);
    return new Map(
      records.flatMap((record, index) => {
        const strength = strengthsOf(record).get(stem(word));
        return strength === undefined ? [] : [[numbers[index] ?? -1, strength]];
      }),
    );
  }

  async #describe({ agent, words, topics, evidence, delegations }: AgentMatch, query: Query): Promise<FoundAgent> {
    const [{ agents, records: recordCount }, table, { topics: pages }] = await Promise.all([
      this.#files.manifest(),
      this.#files.facets(),
      this.#files.spelling(),
    ]);
    const stored = agents[agent];
    if (!stored) throw new Error('An agent of the facets is not in the manifest.');
    const own = Array.from({ length: recordCount }, (_, number) => number).find(
      (number) => table.kindOf(number) === 'agent' && agentsOfRecord(number, table).includes(agent),
    );
    const [[record], reasons, delegated] = await Promise.all([
      this.#files.records(own === undefined ? [] : [own]),
      this.#hits(evidence.slice(0, MAX_REASONS), stored, query),
      this.#hits(delegations.slice(0, MAX_DELEGATIONS), stored, query),
    ]);
    const [name, accent, monogram] = stored;
    const titles = topics.map((topic) => table.topics.values[topic]?.[1]);
    return {
      id: agentId(stored),
      name,
      accent,
      monogram,
      summary: record?.body.split('\n')[0] ?? '',
      access: record?.access ?? '',
      words,
      topics: pages.filter(({ title }) => titles.includes(title)),
      reasons,
      delegations: delegated,
    };
  }

  async #hits(
    evidence: readonly { number: number; words: string[] }[],
    agent: StoredAgent,
    query: Query,
  ): Promise<Hit[]> {
    const records: (StoredHead | undefined)[] = await this.#files.records(evidence.map(({ number }) => number));
    return evidence.flatMap(({ words }, index) => {
      const record = records[index];
      return record ? [toHit(attributeTo(record, agent), { words, exact: [] }, query)] : [];
    });
  }
}

const strengths = new WeakMap<StoredRecord, Map<string, number>>();

/** Cached, because the words of a task are looked up in the same records. */
function strengthsOf(record: StoredRecord): Map<string, number> {
  const cached = strengths.get(record) ?? wordStrengths(record);
  strengths.set(record, cached);
  return cached;
}

/** Converts Pagefind's scores to how much records are about the word: the best is all about it. */
function relative(scores: ReadonlyMap<number, number>): Map<number, number> {
  const best = Math.max(0, ...scores.values());
  return new Map(Array.from(scores, ([number, score]) => [number, score / best]));
}
