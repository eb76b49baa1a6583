import { agentPath, agentsPath, anchors, href, searchPath, sectionPath, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { CoveredPlace } from '../../playbook/topics/coverage.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { counted } from '../../lib/counted.ts';
import { isCovered, type AgentCoverage, type MentionedTopic } from './coverage-view.ts';
import { relatedTopics } from './related-topics.ts';
import { topicElements, type TopicElements } from './topic-elements.ts';
import { excerptsOf, type ExcerptView } from './topic-excerpt.ts';
import { anchorOnTopic, MAX_COLUMNS } from './topics-view.ts';

/** A section of an agent's file that is about the topic. */
export interface PlaceView {
  title: string;
  href: string;
  excerpts: ExcerptView[];
}

/** An agent on a topic's page. */
export interface TopicAgentView {
  /** Anchor on the page. */
  anchor: string;
  name: string;
  href: string;
  accent: Accent;
  monogram: string;
  depth: Depth;
  /** "12% of its words, 11 passages". */
  extent: string;
  /** The places with the most words about the topic, in the order of the file. */
  places: PlaceView[];
  /** Other places, without excerpts. */
  otherPlaces: Pick<PlaceView, 'title' | 'href'>[];
}

/** A topic's page. */
export interface TopicView {
  id: string;
  title: string;
  sentence: string;
  path: `/${string}`;
  /** The page's meta description. */
  description: string;
  /** "2 agents cover it in depth, 1 covers it, 1 mentions it". */
  summary: string;
  synonyms: string[];
  /** The agents with the deepest coverage first. */
  agents: TopicAgentView[];
  /** More agents, by name only, and the number of those that are not named. */
  more: { names: { name: string; href: string }[]; uncounted: number };
  elements: TopicElements;
  related: { title: string; href: string }[];
  /** The search within the topic. */
  search: string;
  /** The catalogue of the agents that cover it; absent if none does. */
  catalogue: string | undefined;
}

/** Places with excerpts, per agent. */
const MAX_PLACES = 5;
/** Per place. */
const MAX_EXCERPTS = 2;
/** Places without excerpts, per agent. */
const MAX_OTHER_PLACES = 12;
/** Agents that are shown by name only. */
const MAX_NAMES = 60;
const MAX_SYNONYMS = 10;

/** Returns the page of a topic. */
export function topicView({ topic, agents }: MentionedTopic, playbook: Playbook, topics: Topics): TopicView {
  const { id, title, sentence } = topic;
  const rest = agents.slice(MAX_COLUMNS);
  const summary = coverageSummary(agents);
  return {
    id,
    title,
    sentence,
    path: topicPath(id),
    description: [`${title}: ${summary}.`, sentence].join(' ').trim(),
    summary,
    synonyms: topic.synonyms.slice(0, MAX_SYNONYMS),
    agents: agents.slice(0, MAX_COLUMNS).map(agentView),
    more: {
      names: rest.slice(0, MAX_NAMES).map(({ agent }) => ({ name: agent.name, href: href(agentPath(agent.id)) })),
      uncounted: Math.max(0, rest.length - MAX_NAMES),
    },
    elements: topicElements(id, playbook, topics),
    related: relatedTopics(id, playbook, topics).map((other) => ({
      title: other.title,
      href: href(topicPath(other.id)),
    })),
    search: `${href(searchPath)}?topic=${encodeURIComponent(id)}`,
    catalogue: agents.some(({ coverage }) => isCovered(coverage.depth))
      ? `${href(agentsPath)}?topic=${encodeURIComponent(id)}`
      : undefined,
  };
}

function coverageSummary(agents: readonly AgentCoverage[]): string {
  const verbs = { 'in-depth': ['covers it in depth', 'cover it in depth'], covers: ['covers it', 'cover it'] } as const;
  const count = (depth: Depth) => agents.filter(({ coverage }) => coverage.depth === depth).length;
  const parts = [
    ...(['in-depth', 'covers'] as const).map((depth) => [count(depth), verbs[depth]] as const),
    [count('mentions'), ['mentions it', 'mention it']] as const,
  ].filter(([number]) => number > 0);
  return parts
    .map(([number, [one, many]], index) => {
      const subject = index === 0 ? counted(number, 'agent') : String(number);
      return `${subject} ${number === 1 ? one : many}`;
    })
    .join(', ');
}

function agentView({ agent, coverage }: AgentCoverage): TopicAgentView {
  const { topic, depth, share, places } = coverage;
  const shown = new Set([...places].sort((a, b) => placeWeight(b) - placeWeight(a)).slice(0, MAX_PLACES));
  const passages = places.reduce((sum, place) => sum + place.passages.length, 0);
  const percent = share < 0.01 ? 'less than 1%' : `${String(Math.round(share * 100))}%`;
  return {
    anchor: anchorOnTopic(agent.id),
    name: agent.name,
    href: href(agentPath(agent.id)),
    accent: accentOf(agent.name, agent.color),
    monogram: monogramOf(agent.name),
    depth,
    extent: [`${percent} of its words`, ...(passages === 0 ? [] : [counted(passages, 'passage')])].join(', '),
    places: places
      .filter((place) => shown.has(place))
      .map((place) => ({ ...placeView(place, agent.id), excerpts: excerptsOf(place.passages, topic, MAX_EXCERPTS) })),
    otherPlaces: places
      .filter((place) => !shown.has(place))
      .slice(0, MAX_OTHER_PLACES)
      .map((place) => placeView(place, agent.id)),
  };
}

/** Sections whose heading names the topic come first, then those with the most words about it. */
function placeWeight({ isNamed, words }: CoveredPlace): number {
  return (isNamed ? 1e6 : 0) + words;
}

function placeView({ kind, id, title }: CoveredPlace, agent: string): Pick<PlaceView, 'title' | 'href'> {
  switch (kind) {
    case 'description':
      return { title: 'Description', href: href(agentPath(agent)) };
    case 'examples':
      return { title: 'When to call it', href: `${href(agentPath(agent))}#${anchors.examples}` };
    case 'section':
      return { title: title === '' ? 'Introduction' : title, href: href(sectionPath(agent, id)) };
  }
}
