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
import { treatedBy } from '../topics/depth.ts';
import { counted } from '../shared/text.ts';
import { treatedTopics } from '../topics/topics.ts';

/** More agents than this belong into the catalogue, where they can be filtered. */
const MOST_AGENTS = 12;

/** A kind of element: how much of it there is, what it is good for, and where it is. */
export interface HomeElement {
  href: string;
  /** "4 gates with 24 items". */
  count: string;
  use: string;
}

export interface HomeView {
  cards: AgentCardView[];
  /** How many agents there are in all. */
  total: number;
  /** Only kinds that there are. */
  elements: HomeElement[];
}

/** The home page: the agents, or the first of them where there are many, and what their files hold. */
export function homeView(playbook: Playbook, topics: Topics): HomeView {
  const { agents } = playbook;
  return {
    cards: agents.slice(0, MOST_AGENTS).map((agent) => agentCard(agent, treatedBy(agent, playbook, topics))),
    total: agents.length,
    elements: elementsOn(playbook, treatedTopics(playbook, topics).length),
  };
}

function elementsOn(playbook: Playbook, topics: number): HomeElement[] {
  const trees = elementsOfKind(playbook, 'decision-tree');
  const handed = elementsOfKind(playbook, 'delegations').filter(({ element }) => element.form === 'to');
  const flows = elementsOfKind(playbook, 'collaboration-flow');
  const workflows = elementsOfKind(playbook, 'workflow').filter(({ element }) => element.form === 'agents');
  const gates = elementsOfKind(playbook, 'quality-gate').filter(({ element }) => element.form === 'gate');
  const templates = elementsOfKind(playbook, 'handoff-template');
  const messages = elementsOfKind(playbook, 'message');
  const outside = playbook.roster.filter(({ agent }) => agent === undefined);

  const all: (HomeElement & { number: number })[] = [
    {
      number: topics,
      href: href(topicsPath),
      count: counted(topics, 'topic'),
      use: 'Who treats what, and how deeply.',
    },
    {
      number: trees.length,
      href: href(decidePath),
      count: `${counted(trees.length, 'decision tree')} with ${total(trees, (tree) => allAnswers(tree.questions), 'answer')}`,
      use: 'Answer questions, get a team.',
    },
    {
      number: workflows.length,
      href: href(flowsPath),
      count: `${counted(workflows.length, 'workflow')} with ${total(workflows, ({ steps }) => steps, 'step')}`,
      use: 'Who does what, in which order.',
    },
    {
      number: flows.length,
      href: href(flowsPath),
      count: `${counted(flows.length, 'collaboration flow')} with ${total(flows, ({ steps }) => steps, 'step')}`,
      use: 'How agents pass work on.',
    },
    {
      number: handed.length,
      href: href(delegationPath),
      count: `${total(handed, ({ items }) => items, 'delegation')} in ${counted(handed.length, 'group')}`,
      use: 'Which task goes to whom.',
    },
    {
      number: gates.length,
      href: href(gatesPath),
      count: `${counted(gates.length, 'gate')} with ${total(gates, ({ items }) => items, 'item')}`,
      use: 'Checklists to tick before going on.',
    },
    {
      number: templates.length,
      href: href(handoffsPath),
      count: `${counted(templates.length, 'handoff template')} with ${total(templates, ({ fields }) => fields, 'field')}`,
      use: 'Fill in what the next agent needs to know.',
    },
    {
      number: messages.length,
      href: href(handoffsPath),
      count: counted(messages.length, 'message'),
      use: 'JSON that agents send each other.',
    },
    {
      number: outside.length,
      href: href(rosterPath),
      count: `${counted(playbook.roster.length, 'name')} on the roster`,
      use: `${counted(outside.length, 'specialist')} of them without a file here.`,
    },
  ];
  return all.filter(({ number }) => number > 0).map(({ href: address, count, use }) => ({ href: address, count, use }));
}

/** How many parts some elements have together: "24 steps". */
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
