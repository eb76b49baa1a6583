import { agentPath, agentsPath, anchors, href, searchPath, sectionPath, topicPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { CoveredPlace } from '../../playbook/topics/coverage.ts';
import type { Depth } from '../../playbook/topics/depth.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { isTreated } from './depth.ts';
import { excerptsOf, type ExcerptView } from './topic-excerpt.ts';
import { relatedTopics } from './related-topics.ts';
import { counted } from '../shared/text.ts';
import { topicElements, type TopicElements } from './topic-elements.ts';
import { anchorOnTopic, MOST_COLUMNS, type AgentTreatment, type TreatedTopic } from './topics.ts';

/** A part of an agent's file that has to do with the topic. */
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
  /** "12 % of its words, 11 passages". */
  extent: string;
  /** Those with most on the topic, in the order of the file. */
  places: PlaceView[];
  /** The others, by title alone. */
  otherPlaces: Pick<PlaceView, 'title' | 'href'>[];
}

/** A topic's page. */
export interface TopicView {
  id: string;
  title: string;
  sentence: string;
  path: `/${string}`;
  /** For the page's head. */
  description: string;
  /** "2 agents treat it in depth, 1 treats it, 1 mentions it". */
  summary: string;
  synonyms: string[];
  /** Agents with most to say first. */
  agents: TopicAgentView[];
  /** How many more there are, by name alone; those beyond even that are only counted. */
  more: { names: { name: string; href: string }[]; uncounted: number };
  elements: TopicElements;
  related: { title: string; href: string }[];
  /** The search within the topic; and, where anybody treats it, the catalogue of those who do. */
  search: string;
  catalogue: string | undefined;
}

/** So many places of an agent are shown with excerpts, so many excerpts of each, so many more by title. */
const MOST_PLACES = 5;
const MOST_EXCERPTS = 2;
const MOST_TITLES = 12;
/** More agents than have columns in the list of topics are only named, and of those not more than this. */
const MOST_NAMED = 60;
/** More synonyms than this tell a reader nothing. */
const MOST_SYNONYMS = 10;

/** One topic, for its page. */
export function topicView({ topic, by }: TreatedTopic, playbook: Playbook, topics: Topics): TopicView {
  const { id, title, sentence } = topic;
  const rest = by.slice(MOST_COLUMNS);
  const summary = summaryOf(by);
  return {
    id,
    title,
    sentence,
    path: topicPath(id),
    description: [`${title}: ${summary}.`, sentence].join(' ').trim(),
    summary,
    synonyms: topic.synonyms.slice(0, MOST_SYNONYMS),
    agents: by.slice(0, MOST_COLUMNS).map(agentView),
    more: {
      names: rest.slice(0, MOST_NAMED).map(({ agent }) => ({ name: agent.name, href: href(agentPath(agent.id)) })),
      uncounted: Math.max(0, rest.length - MOST_NAMED),
    },
    elements: topicElements(id, playbook, topics),
    related: relatedTopics(id, playbook, topics).map((other) => ({
      title: other.title,
      href: href(topicPath(other.id)),
    })),
    search: `${href(searchPath)}?topic=${encodeURIComponent(id)}`,
    catalogue: by.some(({ treatment }) => isTreated(treatment.depth))
      ? `${href(agentsPath)}?topic=${encodeURIComponent(id)}`
      : undefined,
  };
}

function summaryOf(by: readonly AgentTreatment[]): string {
  const verbs = { 'in-depth': ['treats it in depth', 'treat it in depth'], covers: ['treats it', 'treat it'] } as const;
  const count = (depth: Depth) => by.filter(({ treatment }) => treatment.depth === depth).length;
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

function agentView({ agent, treatment }: AgentTreatment): TopicAgentView {
  const { topic, depth, share, places } = treatment;
  const shown = new Set([...places].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_PLACES));
  const passages = places.reduce((sum, place) => sum + place.passages.length, 0);
  const percent = share < 0.01 ? 'less than 1 %' : `${String(Math.round(share * 100))} %`;
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
      .map((place) => ({ ...placeView(place, agent.id), excerpts: excerptsOf(place.passages, topic, MOST_EXCERPTS) })),
    otherPlaces: places
      .filter((place) => !shown.has(place))
      .slice(0, MOST_TITLES)
      .map((place) => placeView(place, agent.id)),
  };
}

/** What a heading names comes before what only occurs, however often. */
function weight({ isNamed, words }: CoveredPlace): number {
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
