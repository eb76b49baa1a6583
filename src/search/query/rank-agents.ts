import { memoize } from '../../playbook/memoize.ts';
import { agentsOfRecord, topicsOfRecord, type FacetTable } from './facet-table.ts';
import { evidenceWeights, taskWeights } from './ranking-weights.ts';

/** A word of a task, and the records that contain it, each with how much it is about the word, from 0 to 1. */
export interface WordMatches {
  word: string;
  records: ReadonlyMap<number, number>;
}

/** A record that speaks for an agent, with the words of the task in it. */
export interface EvidenceRecord {
  number: number;
  words: string[];
  value: number;
}

/** An agent that was ranked for a task. */
export interface AgentMatch {
  /** Its index. */
  agent: number;
  /** Comparable only for the same task. */
  score: number;
  /** The share of the task's words that its file contains, 0 to 1; a word that few agents have counts more. */
  share: number;
  /** The words of the task that its file contains. */
  words: string[];
  /** Indices of the task's topics that parts of its file are about. */
  topics: number[];
  /** Best first; empty after the first agents of a ranking. */
  evidence: EvidenceRecord[];
  /** Tasks with words of this one that it hands over: they speak for others. Best first. */
  delegations: EvidenceRecord[];
}

/** The agents for a task. */
export interface AgentRanking {
  /** Best first; those without any match are left out. */
  matches: AgentMatch[];
  /** Words that no agent's file contains. */
  unknown: string[];
  /** Words that files contain only in tasks that they hand over. */
  delegated: string[];
  /** Whether the first one fits; if not, the first ones are only the nearest. */
  fits: boolean;
}

/** A topic that a task names: its index, and how much of each agent's file is about it, relative to the most. */
export interface TaskTopic {
  topic: number;
  shares: ReadonlyMap<number, number>;
}

/**
 * Maximum number of occurrences to read for a task: a record with a word counts once for each agent that has it. In a folder of a
 * thousand agents, common words are nearly everywhere.
 */
const MAX_OCCURRENCES = 5_000;

/** Agents to give evidence for: pages do not show that of the others. */
const MAX_WITH_EVIDENCE = 10;

/** A word of a task, with how much each agent's file is about it. */
interface FoundWord extends WordMatches {
  agents: ReadonlyMap<number, number>;
  /** Larger for a word that few agents have. */
  rarity: number;
}

/** The records with words of a task, by agent and by their numbers. */
type Evidence = ReadonlyMap<number, ReadonlyMap<number, EvidenceRecord>>;

/**
 * Ranks agents for a task. An agent is good if its file contains the words of the task, above all those that few
 * agents have; if one part of it contains many of them; and if it says more about the task's topics than others.
 */
export function rankAgents(
  words: readonly WordMatches[],
  topics: readonly TaskTopic[],
  table: FacetTable,
): AgentRanking {
  const agentCount = table.agents.values.length;
  const found = rarestWords(words, table).map((one): FoundWord => {
    const agents = agentsWith(one.records, table);
    return { ...one, agents, rarity: Math.log2(1 + agentCount / Math.max(1, agents.size)) };
  });
  const evidence = collectEvidence(found, table);
  const candidates = new Set([...evidence.keys(), ...topics.flatMap(({ shares }) => [...shares.keys()])]);
  const matches = [...candidates].map((agent) => matchOf(agent, found, topics, evidence, table));
  matches.sort((a, b) => b.score - a.score || a.agent - b.agent);
  for (const match of matches.slice(0, MAX_WITH_EVIDENCE)) {
    const records = [...(evidence.get(match.agent)?.values() ?? [])];
    records.sort((a, b) => b.value - a.value || a.number - b.number);
    match.delegations = records.filter(({ number }) => table.kindOf(number) === 'delegation');
    match.evidence = records.filter(({ number }) => table.kindOf(number) !== 'delegation');
  }
  const [best] = matches;
  const withoutAgent = found.filter(({ agents }) => agents.size === 0);
  return {
    matches,
    unknown: withoutAgent.filter(({ records }) => records.size === 0).map(({ word }) => word),
    delegated: withoutAgent.filter(({ records }) => records.size > 0).map(({ word }) => word),
    fits: best !== undefined && best.share >= taskWeights[best.topics.length > 0 ? 'minShareWithTopic' : 'minShare'],
  };
}

function collectEvidence(found: readonly FoundWord[], table: FacetTable): Evidence {
  const evidence = new Map<number, Map<number, EvidenceRecord>>();
  for (const { word, records, rarity } of found) {
    for (const [number, strength] of records) {
      const kind = table.kindOf(number);
      // A delegation is shown beside the reasons, but does not count as one.
      const value = rarity * strength * (kind === 'delegation' ? 1 : evidenceWeights[kind]);
      if (value === 0) continue;
      for (const agent of agentsOfRecord(number, table)) {
        const ofAgent = evidence.get(agent) ?? new Map<number, EvidenceRecord>();
        evidence.set(agent, ofAgent);
        const record = ofAgent.get(number) ?? { number, words: [], value: 0 };
        ofAgent.set(number, record);
        record.words.push(word);
        record.value += value;
      }
    }
  }
  return evidence;
}

/** Returns how well an agent fits, without the evidence. */
function matchOf(
  agent: number,
  found: readonly FoundWord[],
  topics: readonly TaskTopic[],
  evidence: Evidence,
  table: FacetTable,
): AgentMatch {
  const total = sum(found.map(({ rarity }) => rarity));
  const having = found.filter(({ agents }) => agents.has(agent));
  const ofTopics = topics.filter(({ shares }) => shares.has(agent));
  const wordScore = sum(having.map(({ agents, rarity }) => rarity * (agents.get(agent) ?? 0)));
  let [together, description] = [0, 0];
  for (const { number, value } of evidence.get(agent)?.values() ?? []) {
    const kind = table.kindOf(number);
    if (kind === 'delegation') continue;
    together = Math.max(together, value);
    if (kind === 'agent') description += value;
  }
  const score = taskWeights.words * wordScore + taskWeights.together * together + taskWeights.description * description;
  const topicScore = sum(ofTopics.map(({ shares }) => shares.get(agent) ?? 0)) / Math.max(1, topics.length);
  return {
    agent,
    score: score / Math.max(1, total) + taskWeights.topics * topicScore,
    share: total === 0 ? 0 : sum(having.map(({ rarity }) => rarity)) / total,
    words: having.map(({ word }) => word),
    topics: ofTopics.map(({ topic }) => topic),
    evidence: [],
    delegations: [],
  };
}

/** Leaves out the most common words if there are too many occurrences. The order of the words stays. */
function rarestWords(words: readonly WordMatches[], table: FacetTable): WordMatches[] {
  const counted = words.map((one) => ({ one, occurrences: occurrencesOf(one.records, table).count }));
  let left = MAX_OCCURRENCES;
  const rarest = counted.toSorted((a, b) => a.occurrences - b.occurrences);
  const chosen = rarest.filter(({ occurrences }, index) => (left -= occurrences) >= 0 || index === 0);
  const chosenWords = new Set(chosen.map(({ one }) => one));
  return words.filter((one) => chosenWords.has(one));
}

/** Counts a record once for each agent that has it. */
const occurrencesOf = memoize((records: ReadonlyMap<number, number>, table: FacetTable) => {
  const lengths = Array.from(records.keys(), (number) => agentsOfRecord(number, table).length);
  return { count: sum(lengths) };
});

/** Returns for each agent with one of the records how much the best one is about the word. */
const agentsWith = memoize((records: ReadonlyMap<number, number>, table: FacetTable): ReadonlyMap<number, number> => {
  const best = new Map<number, number>();
  for (const [number, strength] of records) {
    const value = strength * evidenceWeights[table.kindOf(number)];
    if (value === 0) continue;
    for (const agent of agentsOfRecord(number, table)) best.set(agent, Math.max(best.get(agent) ?? 0, value));
  }
  return best;
});

/**
 * Returns a topic of a task with the share of each agent's records that is about it, relative to the largest share.
 * @param recordCount number of all records
 */
export function taskTopic(topic: number, table: FacetTable, recordCount: number): TaskTopic {
  const counts = new Map<number, { about: number; all: number }>();
  for (let number = 0; number < recordCount; number++) {
    const isAbout = topicsOfRecord(number, table).includes(topic);
    for (const agent of agentsOfRecord(number, table)) {
      const count = counts.get(agent) ?? { about: 0, all: 0 };
      counts.set(agent, count);
      count.all++;
      if (isAbout) count.about++;
    }
  }
  const shares = [...counts].filter(([, { about }]) => about > 0);
  const most = Math.max(0, ...shares.map(([, { about, all }]) => about / all));
  return { topic, shares: new Map(shares.map(([agent, { about, all }]) => [agent, about / all / most])) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
