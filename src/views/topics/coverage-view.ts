import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { coverageOfAgent, coverageOfAll, type TopicCoverage } from '../../playbook/topics/coverage.ts';
import { depths, type Depth } from '../../playbook/topics/depth.ts';
import type { Topic, Topics } from '../../playbook/topics/topics.ts';

/** The label of each depth. */
export const depthLabels = {
  'in-depth': 'In depth',
  covers: 'Covers',
  mentions: 'Mentions',
} as const satisfies Record<Depth, string>;

/** Whether a depth is more than a mention. The catalogue lists an agent under the topics that it covers. */
export function isCovered(depth: Depth): boolean {
  return depth !== 'mentions';
}

/** Returns what an agent covers, with the topics' titles: the deepest first, then those with the most words. */
export function coveredTopics(agent: Agent, playbook: Playbook, topics: Topics): (TopicCoverage & { title: string })[] {
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  return [...coverageOfAgent(agent, playbook, topics).byTopic.values()]
    .filter(({ depth }) => isCovered(depth))
    .map((coverage) => ({ ...coverage, title: titles.get(coverage.topic) ?? coverage.topic }))
    .sort((a, b) => compareDepth(a, b));
}

/** An agent and its coverage of a topic. */
export interface AgentCoverage {
  agent: Agent;
  coverage: TopicCoverage;
}

/** A topic that at least one agent mentions. Only these have a page. */
export interface MentionedTopic {
  topic: Topic;
  /** The agents that mention it: the deepest coverage first, then the most words. */
  agents: readonly AgentCoverage[];
}

/** Returns every topic that at least one agent mentions, in the order of the topics file. */
export const mentionedTopics = memoize((playbook: Playbook, topics: Topics): readonly MentionedTopic[] => {
  const coverages = coverageOfAll(playbook, topics);
  const byTopic = new Map<string, AgentCoverage[]>(topics.topics.map(({ id }) => [id, []]));
  for (const agent of playbook.agents) {
    for (const coverage of coverages.get(agent.id)?.byTopic.values() ?? []) {
      byTopic.get(coverage.topic)?.push({ agent, coverage });
    }
  }
  for (const agents of byTopic.values()) {
    agents.sort((a, b) => compareDepth(a.coverage, b.coverage) || b.coverage.words - a.coverage.words);
  }
  return topics.topics
    .map((topic) => ({ topic, agents: byTopic.get(topic.id) ?? [] }))
    .filter(({ agents }) => agents.length > 0);
});

/** Sorts the deepest coverage first. */
function compareDepth(a: TopicCoverage, b: TopicCoverage): number {
  return depths.indexOf(b.depth) - depths.indexOf(a.depth);
}
