import type { Agent } from '../../playbook/agent.ts';
import { coverageOfAgent, type TopicCoverage } from '../../playbook/topics/coverage.ts';
import { depths, type Depth } from '../../playbook/topics/depth.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';

/** How each depth is said, from most to least. */
export const depthLabels = {
  'in-depth': 'In depth',
  covers: 'Treats',
  mentions: 'Mentions',
} as const satisfies Record<Depth, string>;

/** Whether an agent has more than a word on a topic: then it is found by it in the catalogue. */
export function isTreated(depth: Depth): boolean {
  return depth !== 'mentions';
}

/** What an agent treats, with the topic's title: the deepest first, and among equals the one with most words. */
export function treatedBy(agent: Agent, playbook: Playbook, topics: Topics): (TopicCoverage & { title: string })[] {
  const titles = new Map(topics.topics.map(({ id, title }) => [id, title]));
  return [...coverageOfAgent(agent, playbook, topics).byTopic.values()]
    .filter(({ depth }) => isTreated(depth))
    .map((treatment) => ({ ...treatment, title: titles.get(treatment.topic) ?? treatment.topic }))
    .sort((a, b) => depths.indexOf(b.depth) - depths.indexOf(a.depth));
}
