import { agentPath, href, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Agent } from '../../playbook/agent.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Problem } from '../../playbook/problems.ts';
import { wordsFor, type Topic, type Topics } from '../../playbook/topics/topics.ts';
import { counted } from '../../lib/counted.ts';
import { isCovered, mentionedTopics, type MentionedTopic } from './coverage-view.ts';

/** Returns the anchor of an agent on a topic's page. */
export function anchorOnTopic(agent: string): string {
  return `playbook:agent-${agent}`;
}

/** A column of the matrix: an agent. */
export interface TopicColumn {
  id: string;
  name: string;
  href: string;
  accent: Accent;
  monogram: string;
}

/** A row of the list of topics. */
export interface TopicRow {
  id: string;
  title: string;
  sentence: string;
  href: string;
  /** All words that people use for it, for the filter. */
  words: string;
  /** Ids of the agents that cover it, in depth or not; empty if the agents have no columns. */
  agents: string[];
  /** The number of agents of each depth. */
  counts: Record<Depth, number>;
  /** One for each column; undefined if the agent does not mention the topic. */
  cells: ({ agent: string; depth: Depth; href: string } | undefined)[];
  /** The agents with the deepest coverage, if the agents have no columns. */
  topAgents: { name: string; href: string }[];
}

export interface TopicsView {
  summary: string;
  /** Empty if there are too many agents for a table, or none. */
  columns: TopicColumn[];
  rows: TopicRow[];
  /** Example words for the filter, from the topics that most agents mention. */
  examples: string[];
  /** The topics that no agent mentions. */
  unmentioned: Pick<Topic, 'id' | 'title' | 'sentence'>[];
  problems: Problem[];
  /** The path of the topics file. */
  file: string;
  /** Says which topics were chosen, and why; empty if a setting decides. */
  choice: string;
}

/** With more agents, the table counts them instead of giving each a column: a wider one is too hard to read. */
export const MAX_COLUMNS = 12;
/** Per row of a table without columns for agents. */
const MAX_TOP_AGENTS = 3;

/** Signs of a field that the page names. */
const MAX_SIGNS = 4;

/** As many as fit into the placeholder of a narrow field. */
const MAX_EXAMPLES = 3;

/** Returns the list of topics, with the coverage of each agent. */
export function topicsView(playbook: Playbook, topics: Topics): TopicsView {
  const mentioned = mentionedTopics(playbook, topics);
  const { agents } = playbook;
  const columns = agents.length > MAX_COLUMNS ? [] : agents;
  const ids = new Set(mentioned.map(({ topic }) => topic.id));
  return {
    summary:
      mentioned.length === 0
        ? ''
        : `${counted(mentioned.length, 'topic')}, found in the files of ${counted(agents.length, 'agent')}`,
    columns: columns.map(({ id, name, color }) => ({
      id,
      name,
      href: href(agentPath(id)),
      accent: accentOf(name, color),
      monogram: monogramOf(name),
    })),
    rows: mentioned.map((one) => topicRow(one, columns)),
    examples: mentioned
      .toSorted((a, b) => b.agents.length - a.agents.length)
      .slice(0, MAX_EXAMPLES)
      .map(({ topic }) => topic.synonyms[0] ?? topic.title),
    unmentioned: topics.topics.filter(({ id }) => !ids.has(id)),
    problems: topics.problems,
    file: topics.file,
    choice: choiceText(topics),
  };
}

function choiceText({ choice }: Topics): string {
  if (!choice) return '';
  const { agents, considered } = choice;
  const evidence = ({ field, about }: (typeof considered)[number]) => {
    const signs = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(field.signs.slice(0, MAX_SIGNS));
    return `${String(about)} of ${counted(agents, 'agent')} ${about === 1 ? 'uses' : 'use'} at least ${String(field.least)} words such as ${signs}`;
  };
  const chosen = considered.find(({ isChosen }) => isChosen);
  if (chosen) return `These are the topics of ${chosen.field.name}, because ${evidence(chosen)}.`;
  const rejected = considered.map((one) => `For those of ${one.field.name}, only ${evidence(one)}.`);
  return [
    'None of the included topics fit these agents.',
    ...rejected,
    'A set of topics is used if at least half of the agents are about its field.',
  ].join(' ');
}

function topicRow({ topic, agents }: MentionedTopic, columns: readonly Agent[]): TopicRow {
  const { id, title, sentence } = topic;
  const path = href(topicPath(id));
  const depthOf = new Map(agents.map(({ agent, coverage }) => [agent.id, coverage.depth]));
  const covering = agents.filter(({ coverage }) => isCovered(coverage.depth));
  const countOf = (depth: Depth) => agents.filter(({ coverage }) => coverage.depth === depth).length;
  return {
    id,
    title,
    sentence,
    href: path,
    words: wordsFor(topic).join(' '),
    agents: columns.length === 0 ? [] : covering.map(({ agent }) => agent.id),
    counts: { 'in-depth': countOf('in-depth'), covers: countOf('covers'), mentions: countOf('mentions') },
    cells: columns.map((agent) => {
      const depth = depthOf.get(agent.id);
      return depth && { agent: agent.name, depth, href: `${path}#${encodeURI(anchorOnTopic(agent.id))}` };
    }),
    topAgents:
      columns.length > 0
        ? []
        : agents.slice(0, MAX_TOP_AGENTS).map(({ agent }) => ({ name: agent.name, href: href(agentPath(agent.id)) })),
  };
}
