import { compareAgents, type Comparison } from '../../compare/compare.ts';
import { compareAgentPath, href } from '../../links.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { comparedAgent } from './to-compared-agent.ts';
import { namesakesOf, sameness, sameNames } from './namesakes.ts';
import { isPaged, MAX_ON_ONE_PAGE } from '../shared/index-page.ts';
import { similarAgents } from './similar-agents.ts';

/** The agents that a reader can compare. */
export interface CompareChoices {
  /** Number of agents. */
  total: number;
  /** Empty if they are too many for one page: then readers choose in the catalogue. */
  agents: {
    id: string;
    name: string;
    /** The page that compares it with the most similar ones, and their names. */
    compare: string;
    others: string[];
  }[];
  /** The names that several files have: those that most have, if there are many. */
  names: { name: string; compare: string; relation: string }[];
  /** How many more there are. */
  moreNames: number;
}

/** Returns all agents, each with those that are most similar, and the names that several files have. */
export function compareChoices(playbook: Playbook, topics: Topics): CompareChoices {
  const { agents } = playbook;
  const shared = [...sameNames(playbook).values()];
  const shown = isPaged(shared.length)
    ? shared.toSorted((a, b) => b.length - a.length).slice(0, MAX_ON_ONE_PAGE)
    : shared;
  return {
    total: agents.length,
    agents: (isPaged(agents.length) ? [] : agents).map((agent) => ({
      id: agent.id,
      name: agent.name,
      compare: href(compareAgentPath(agent.id)),
      others: similarAgents(agent, playbook, topics).map((one) => one.agent.name),
    })),
    names: shown.flatMap(([first, ...others]) =>
      first
        ? [{ name: first.name, compare: href(compareAgentPath(first.id)), relation: relationOf(first, others) }]
        : [],
    ),
    moreNames: shared.length - shown.length,
  };
}

/** Says in how many files a name is, and how many of them are identical to the first, or differ. */
function relationOf(first: Agent, others: readonly Agent[]): string {
  const counts = new Map<string, number>();
  for (const other of others) {
    const relation = sameness(first, other);
    counts.set(relation, (counts.get(relation) ?? 0) + 1);
  }
  const parts = [...counts].map(([relation, count]) =>
    others.length === 1 ? relation : `${String(count)} ${relation}`,
  );
  return `in ${String(others.length + 1)} files: ${parts.join(', ')}`;
}

/** The page that compares one agent with those that are most similar. */
export interface CompareAgentView {
  title: string;
  /** The reason for the comparison. */
  reasons: { name: string; reason: string }[];
  comparison: Comparison;
}

/** Returns the comparison of an agent with its namesakes, or else with the most similar agents. */
export function compareAgentView(agent: Agent, playbook: Playbook, topics: Topics): CompareAgentView {
  const similar = similarAgents(agent, playbook, topics);
  const isNamesake = namesakesOf(agent, playbook).length > 0;
  return {
    title: isNamesake ? `${agent.name} (${agent.source.path}) compared` : `${agent.name} compared`,
    reasons: similar.map((one) => ({
      name: isNamesake ? one.agent.source.path : one.agent.name,
      reason: isNamesake ? `has the same name: ${sameness(agent, one.agent)}` : one.reason,
    })),
    comparison: compareAgents(
      [agent, ...similar.map((one) => one.agent)].map((one) => comparedAgent(one, playbook, topics)),
    ),
  };
}
