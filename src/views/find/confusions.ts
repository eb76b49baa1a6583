import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { taskRanker, type TaskRanker } from '../../search/build/task-ranker.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { indexSource } from './index-source.ts';

/** An example request of an agent for which the ranking finds another one first, or one that is nearly as good. */
export interface Confusion {
  /** Ids of the agent with the request in its file, and of the other. */
  agent: string;
  other: string;
  request: string;
  /** Whether the other agent comes first; otherwise it is only close. */
  isFirst: boolean;
}

/** From this share of an agent's own score on, another one is close. */
const CLOSE = 0.9;

/** Maximum number of other agents to note for a request. */
const MAX_OTHERS = 3;

/**
 * Returns the ranking of a playbook's agents. The example dialogues are left out of what is ranked: each request would
 * find its own words.
 */
export const playbookRanker = memoize((playbook: Playbook, topics: Topics): TaskRanker => {
  const { agents } = playbookIndex(playbook);
  const source = indexSource(playbook, topics);
  const records = source.records.map((record) => {
    const agent = record.kind === 'agent' && record.agent ? agents.get(record.agent.id) : undefined;
    return agent ? { ...record, body: withoutDialogues(record.body, agent) } : record;
  });
  return taskRanker({ ...source, records });
});

/** Asks the ranking for every example request of every agent. */
export const confusionsOf = memoize((playbook: Playbook, topics: Topics): readonly Confusion[] => {
  const ranker = playbookRanker(playbook, topics);
  return playbook.agents.flatMap((agent) =>
    requestsOf(agent).flatMap((request) => confusionsBy(request, agent, ranker)),
  );
});

/** Returns the agents that an agent is often confused with, in either direction: those in most requests first. */
export const confusedWith = memoize((playbook: Playbook, topics: Topics): ReadonlyMap<string, readonly string[]> => {
  const counts = new Map<string, Map<string, number>>();
  const count = (one: string, other: string) => {
    const ofOne = counts.get(one) ?? new Map<string, number>();
    counts.set(one, ofOne);
    ofOne.set(other, (ofOne.get(other) ?? 0) + 1);
  };
  for (const { agent, other } of confusionsOf(playbook, topics)) {
    count(agent, other);
    count(other, agent);
  }
  return new Map(
    Array.from(counts, ([id, others]) => [
      id,
      [...others].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([other]) => other),
    ]),
  );
});

/** Returns what the user says in each example dialogue. */
function requestsOf({ examples }: Agent): string[] {
  const requests = examples.map(({ turns }) =>
    turns
      .filter(({ speaker }) => speaker === 'user')
      .map(({ text }) => text)
      .join(' '),
  );
  return requests.filter((request) => request !== '');
}

function confusionsBy(request: string, agent: Agent, ranker: TaskRanker): Confusion[] {
  const { matches } = ranker.rank(request);
  const own = matches.find((match) => ranker.agents[match.agent] === agent.id)?.score ?? 0;
  return matches
    .filter(({ agent: index, score }) => ranker.agents[index] !== agent.id && score >= own * CLOSE && score > 0)
    .slice(0, MAX_OTHERS)
    .map((match) => ({
      agent: agent.id,
      other: ranker.agents[match.agent] ?? '',
      request,
      isFirst: match.score > own,
    }));
}

function withoutDialogues(body: string, { examples }: Agent): string {
  const lines = new Set(
    examples.flatMap(({ context, turns, commentary }) => [context, commentary, ...turns.map(({ text }) => text)]),
  );
  return body
    .split('\n')
    .filter((line) => !lines.has(line))
    .join('\n');
}
