import { delegationPath, elementPath, handoffsPath, href, rosterPath, topicsPath } from '../../links.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { agentCard, type AgentCardView } from '../agent/agent-card.ts';
import { titleOf } from '../shared/origin.ts';
import { counted } from '../../lib/counted.ts';
import { stages, type Stage } from './stages.ts';
import { coveredTopics, mentionedTopics } from '../topics/coverage-view.ts';

/** The catalogue, which has filters, lists the others. */
const MAX_AGENTS = 12;

/** The page that lists all templates has the others. */
const MAX_TEMPLATES = 4;

/** A link to a page that lists all topics, all delegations, all messages, or the roster. */
export interface HomeLink {
  href: string;
  /** "45 delegations in 8 groups". */
  count: string;
  /** A sentence on what the page is for. */
  purpose: string;
}

export interface HomeView {
  cards: AgentCardView[];
  /** The number of all agents. */
  total: number;
  /** The first handoff templates, to fill in. */
  templates: { title: string; href: string }[];
  stages: Stage[];
  /** Further pages, of which only those with entries are shown. */
  links: HomeLink[];
}

/** Returns the home page: where to begin, the way from a task to its result, and the first agents. */
export function homeView(playbook: Playbook, topics: Topics): HomeView {
  const { agents } = playbook;
  return {
    cards: agents.slice(0, MAX_AGENTS).map((agent) => agentCard(agent, coveredTopics(agent, playbook, topics))),
    total: agents.length,
    templates: elementsOfKind(playbook, 'handoff-template')
      .slice(0, MAX_TEMPLATES)
      .map((placed) => ({ title: titleOf(placed), href: href(elementPath(placed) ?? handoffsPath) })),
    stages: stages(playbook),
    links: homeLinks(playbook, mentionedTopics(playbook, topics).length),
  };
}

function homeLinks(playbook: Playbook, topics: number): HomeLink[] {
  const handed = elementsOfKind(playbook, 'delegations').filter(({ element }) => element.variant === 'to');
  const messages = elementsOfKind(playbook, 'message');
  const outside = playbook.roster.filter(({ agent }) => agent === undefined);

  const all: (HomeLink & { number: number })[] = [
    {
      number: topics,
      href: href(topicsPath),
      count: counted(topics, 'topic'),
      purpose: 'What each agent covers, and in how much depth.',
    },
    {
      number: handed.length,
      href: href(delegationPath),
      count: `${total(handed, ({ items }) => items, 'delegation')} in ${counted(handed.length, 'group')}`,
      purpose: 'Which agent gets each task.',
    },
    {
      number: messages.length,
      href: href(handoffsPath),
      count: counted(messages.length, 'message'),
      purpose: 'JSON messages that agents exchange.',
    },
    {
      number: outside.length,
      href: href(rosterPath),
      count: `${counted(playbook.roster.length, 'name')} on the roster`,
      purpose: `Including ${counted(outside.length, 'outside specialist')} without a file here.`,
    },
  ];
  return all
    .filter(({ number }) => number > 0)
    .map(({ href: address, count, purpose }) => ({ href: address, count, purpose }));
}

/** Counts the parts of several elements together: "24 steps". */
function total<Placed extends PlacedElement>(
  placed: readonly Placed[],
  partsOf: (element: Placed['element']) => readonly unknown[],
  noun: string,
): string {
  return counted(
    placed.reduce((sum, { element }) => sum + partsOf(element).length, 0),
    noun,
  );
}
