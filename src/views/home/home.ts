import {
  decidePath,
  delegationPath,
  flowsPath,
  gatesPath,
  handoffsPath,
  href,
  rosterPath,
  topicsPath,
} from '../../links.ts';
import { allAnswers } from '../../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { agentCard, type AgentCardView } from '../agent/agent-card.ts';
import { counted } from '../shared/text.ts';
import { coveredTopics, mentionedTopics } from '../topics/coverage.ts';

/** The catalogue, which has filters, lists the others. */
const MAX_AGENTS = 12;

/** A link to a page that lists all elements of a kind, or all topics, or the roster. */
export interface HomeLink {
  href: string;
  /** "4 gates with 24 items". */
  count: string;
  /** A sentence on what the page is for. */
  purpose: string;
}

export interface HomeView {
  cards: AgentCardView[];
  /** The number of all agents. */
  total: number;
  /** Only to pages that have entries. */
  links: HomeLink[];
}

/** Returns the home page: the first agents, and links to the elements in all files. */
export function homeView(playbook: Playbook, topics: Topics): HomeView {
  const { agents } = playbook;
  return {
    cards: agents.slice(0, MAX_AGENTS).map((agent) => agentCard(agent, coveredTopics(agent, playbook, topics))),
    total: agents.length,
    links: homeLinks(playbook, mentionedTopics(playbook, topics).length),
  };
}

function homeLinks(playbook: Playbook, topics: number): HomeLink[] {
  const trees = elementsOfKind(playbook, 'decision-tree');
  const handed = elementsOfKind(playbook, 'delegations').filter(({ element }) => element.form === 'to');
  const flows = elementsOfKind(playbook, 'collaboration-flow');
  const workflows = elementsOfKind(playbook, 'workflow').filter(({ element }) => element.form === 'agents');
  const gates = elementsOfKind(playbook, 'quality-gate').filter(({ element }) => element.form === 'gate');
  const templates = elementsOfKind(playbook, 'handoff-template');
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
      number: trees.length,
      href: href(decidePath),
      count: `${counted(trees.length, 'decision tree')} with ${total(trees, (tree) => allAnswers(tree.questions), 'answer')}`,
      purpose: 'Answer questions to find the right agents.',
    },
    {
      number: workflows.length,
      href: href(flowsPath),
      count: `${counted(workflows.length, 'workflow')} with ${total(workflows, ({ steps }) => steps, 'step')}`,
      purpose: 'Which agent does what, and in which order.',
    },
    {
      number: flows.length,
      href: href(flowsPath),
      count: `${counted(flows.length, 'collaboration flow')} with ${total(flows, ({ steps }) => steps, 'step')}`,
      purpose: 'How work passes from one agent to the next.',
    },
    {
      number: handed.length,
      href: href(delegationPath),
      count: `${total(handed, ({ items }) => items, 'delegation')} in ${counted(handed.length, 'group')}`,
      purpose: 'Which agent gets each task.',
    },
    {
      number: gates.length,
      href: href(gatesPath),
      count: `${counted(gates.length, 'gate')} with ${total(gates, ({ items }) => items, 'item')}`,
      purpose: 'Checklists to complete before moving on.',
    },
    {
      number: templates.length,
      href: href(handoffsPath),
      count: `${counted(templates.length, 'handoff template')} with ${total(templates, ({ fields }) => fields, 'field')}`,
      purpose: 'Fill in what the next agent needs to know.',
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
