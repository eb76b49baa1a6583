import { agentPath, compareAgentPath, href } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { confusedWith, playbookRanker } from '../find/confusions.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { coveredTopics } from '../topics/coverage-view.ts';
import { namesakesOf } from './namesakes.ts';

/** Agents to compare an agent with. */
const MAX_SIMILAR = 2;
/** Namesakes are all of interest, but no more fit side by side. */
const MAX_NAMESAKES = 3;

/** An agent that is similar to another one. */
export interface SimilarAgent {
  agent: Agent;
  /** Why: a phrase after its name. */
  reason: string;
}

/**
 * Returns the agents that are most similar to one: those with the same name; or else those that are found for its own
 * description, and those that are found for its example requests.
 */
export function similarAgents(agent: Agent, playbook: Playbook, topics: Topics): readonly SimilarAgent[] {
  const found = foundSimilar(playbook, topics);
  const similar = found.get(agent.id) ?? findSimilar(agent, playbook, topics);
  found.set(agent.id, similar);
  return similar;
}

/** By the agent's id. Three pages show them, and a ranking takes time. */
const foundSimilar = memoize<Playbook, Topics, Map<string, readonly SimilarAgent[]>>(() => new Map());

function findSimilar(agent: Agent, playbook: Playbook, topics: Topics): SimilarAgent[] {
  const namesakes = namesakesOf(agent, playbook);
  if (namesakes.length > 0) {
    return namesakes.slice(0, MAX_NAMESAKES).map((other) => ({ agent: other, reason: 'has the same name' }));
  }
  const { agents } = playbookIndex(playbook);
  const confused = confusedWith(playbook, topics).get(agent.id) ?? [];
  const ranker = playbookRanker(playbook, topics);
  const found = ranker
    .rank(`${agent.name} ${agent.description}`)
    .matches.map((match) => ranker.agents[match.agent] ?? '');
  return [...new Set([...confused, ...found])]
    .filter((id) => id !== agent.id)
    .slice(0, MAX_SIMILAR)
    .flatMap((id) => agents.get(id) ?? [])
    .map((other) => ({ agent: other, reason: reasonFor(agent, other, playbook, topics, confused.includes(other.id)) }));
}

/** Maximum number of topics to name as a reason. */
const MAX_TOPICS = 2;

function reasonFor(agent: Agent, other: Agent, playbook: Playbook, topics: Topics, isConfused: boolean): string {
  if (isConfused) return 'is found for the same requests';
  const own = new Set(coveredTopics(agent, playbook, topics).map(({ topic }) => topic));
  const shared = coveredTopics(other, playbook, topics).filter(({ topic }) => own.has(topic));
  if (shared.length === 0) return 'has similar words';
  return `also covers ${shared
    .slice(0, MAX_TOPICS)
    .map(({ title }) => title)
    .join(' and ')}`;
}

/** The similar agents that the page of an agent lists. */
export interface AlikeView {
  label: 'Often confused with' | 'Similar' | 'Same name';
  /** Each with the reason, if the label does not say it. */
  agents: { name: string; href: string; reason?: string }[];
  compare: string;
}

/** Returns the agents that a reader may take for this one, with a link to the comparison; `undefined` if none is. */
export function alikeView(agent: Agent, playbook: Playbook, topics: Topics): AlikeView | undefined {
  const similar = similarAgents(agent, playbook, topics);
  const [first] = similar;
  if (!first) return;
  const confused = confusedWith(playbook, topics).get(agent.id) ?? [];
  const isNamesake = namesakesOf(agent, playbook).length > 0;
  const isConfused = confused.includes(first.agent.id);
  const label = isNamesake ? 'Same name' : isConfused ? 'Often confused with' : 'Similar';
  const shown = label === 'Often confused with' ? similar.filter((one) => confused.includes(one.agent.id)) : similar;
  return {
    label,
    agents: shown.map(({ agent: { id, name }, reason }) => ({
      name,
      href: href(agentPath(id)),
      ...(label === 'Similar' && { reason }),
    })),
    compare: href(compareAgentPath(agent.id)),
  };
}
