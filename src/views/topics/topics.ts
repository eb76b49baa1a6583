import { agentPath, href, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import { coverageOfAll, type TopicCoverage } from '../../playbook/topics/coverage.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Problem } from '../../playbook/problems.ts';
import { wordsFor, type Topic, type Topics } from '../../playbook/topics/topics.ts';
import { isTreated } from './depth.ts';
import { counted } from '../shared/text.ts';

/** Anchor of an agent on a topic's page. */
export function anchorOnTopic(agent: string): string {
  return `playbook:agent-${agent}`;
}

/** An agent's treatment of a topic, with the agent. */
export interface AgentTreatment {
  agent: Agent;
  treatment: TopicCoverage;
}

/** A topic that some agent at least mentions, and so has a page. */
export interface TreatedTopic {
  topic: Topic;
  /** Who has most to say on it first. */
  by: readonly AgentTreatment[];
}

/** An agent as a column of the matrix. */
export interface TopicColumn {
  id: string;
  name: string;
  href: string;
  accent: Accent;
  monogram: string;
}

/** A topic in the list of all. */
export interface TopicRow {
  id: string;
  title: string;
  sentence: string;
  href: string;
  /** All by which people ask for it, for the filter. */
  words: string;
  /** Ids of the agents that treat it, in depth or not, where there is a column for each. */
  agents: string[];
  /** How many agents there are for each depth. */
  counts: Record<Depth, number>;
  /** One for each column; nothing where the agent does not even mention the topic. */
  cells: ({ agent: string; depth: Depth; href: string } | undefined)[];
  /** The agents with most to say, where there are too many for columns. */
  most: { name: string; href: string }[];
}

export interface TopicsView {
  summary: string;
  /** Empty where there are more agents than a table has room for, or none. */
  columns: TopicColumn[];
  rows: TopicRow[];
  /** Words to filter by, of the topics that most agents have to do with. */
  examples: string[];
  /** Topics of the file that no agent mentions. */
  untreated: Pick<Topic, 'id' | 'title' | 'sentence'>[];
  problems: Problem[];
  /** The file of topics, as people know it. */
  file: string;
}

/** More agents than this have no columns of their own: nobody finds anything in such a table. */
export const MOST_COLUMNS = 12;
/** So many agents are named where there are no columns. */
const MOST_NAMED = 3;

/** As many as a narrow field has room for. */
const MOST_EXAMPLES = 3;

const depthOrder: readonly Depth[] = ['in-depth', 'covers', 'mentions'];

/** Every topic that somebody at least mentions, in the order of the file, with who does. */
export const treatedTopics = memoize((playbook: Playbook, topics: Topics): readonly TreatedTopic[] => {
  const coverage = coverageOfAll(playbook, topics);
  const by = new Map<string, AgentTreatment[]>(topics.topics.map(({ id }) => [id, []]));
  for (const agent of playbook.agents) {
    for (const treatment of coverage.get(agent.id)?.byTopic.values() ?? []) {
      by.get(treatment.topic)?.push({ agent, treatment });
    }
  }
  for (const some of by.values()) some.sort((a, b) => compare(a.treatment, b.treatment));
  return topics.topics.map((topic) => ({ topic, by: by.get(topic.id) ?? [] })).filter((one) => one.by.length > 0);
});

/** Deeper ones first, then those with more words; the order of the agents decides the rest. */
function compare(a: TopicCoverage, b: TopicCoverage): number {
  return depthOrder.indexOf(a.depth) - depthOrder.indexOf(b.depth) || b.words - a.words;
}

/** All topics, and who treats each how deeply. */
export function topicsView(playbook: Playbook, topics: Topics): TopicsView {
  const treated = treatedTopics(playbook, topics);
  const { agents } = playbook;
  const columns = agents.length > MOST_COLUMNS ? [] : agents;
  const ids = new Set(treated.map(({ topic }) => topic.id));
  return {
    summary:
      treated.length === 0
        ? ''
        : `${counted(treated.length, 'topic')}, found in the words of ${counted(agents.length, 'agent')}`,
    columns: columns.map(({ id, name, color }) => ({
      id,
      name,
      href: href(agentPath(id)),
      accent: accentOf(name, color),
      monogram: monogramOf(name),
    })),
    rows: treated.map((one) => topicRow(one, columns)),
    examples: treated
      .toSorted((a, b) => b.by.length - a.by.length)
      .slice(0, MOST_EXAMPLES)
      .map(({ topic }) => topic.synonyms[0] ?? topic.title),
    untreated: topics.topics.filter(({ id }) => !ids.has(id)),
    problems: topics.problems,
    file: topics.file,
  };
}

function topicRow({ topic, by }: TreatedTopic, columns: readonly Agent[]): TopicRow {
  const { id, title, sentence } = topic;
  const path = href(topicPath(id));
  const depthOf = new Map(by.map(({ agent, treatment }) => [agent.id, treatment.depth]));
  const treating = by.filter(({ treatment }) => isTreated(treatment.depth));
  const countOf = (depth: Depth) => by.filter(({ treatment }) => treatment.depth === depth).length;
  return {
    id,
    title,
    sentence,
    href: path,
    words: wordsFor(topic).join(' '),
    agents: columns.length === 0 ? [] : treating.map(({ agent }) => agent.id),
    counts: { 'in-depth': countOf('in-depth'), covers: countOf('covers'), mentions: countOf('mentions') },
    cells: columns.map((agent) => {
      const depth = depthOf.get(agent.id);
      return depth && { agent: agent.name, depth, href: `${path}#${encodeURI(anchorOnTopic(agent.id))}` };
    }),
    most:
      columns.length > 0
        ? []
        : by.slice(0, MOST_NAMED).map(({ agent }) => ({ name: agent.name, href: href(agentPath(agent.id)) })),
  };
}
