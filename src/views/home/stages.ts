import {
  agentPath,
  agentsPath,
  decidePath,
  elementPath,
  flowsPath,
  gatesPath,
  handoffsPath,
  href,
  questionAnchor,
} from '../../links.ts';
import { accentOf, type Accent } from '../../playbook/accent.ts';
import type { ElementKind } from '../../playbook/elements/kinds.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { questionText } from '../decide/trees.ts';
import { titleOf } from '../shared/origin.ts';

/** A link of a stage; only agents have colours. */
export interface StageLink {
  label: string;
  href: string;
  accent?: Accent;
}

/** One stage on the way from a task to its result. */
export interface Stage {
  kind: ElementKind | 'agent';
  title: string;
  /** The first few of what the playbook has for this stage. */
  links: StageLink[];
  /** "All 6 flows", to the page that lists them. */
  all: StageLink;
}

const MAX_LINKS = 5;

/**
 * Returns the stages on the way from a task to its result, with examples from the agents' files. Stages for which the
 * playbook has nothing are left out.
 */
export function stages(playbook: Playbook): Stage[] {
  const flows = playbook.elements.filter(
    ({ element: { kind } }) => kind === 'workflow' || kind === 'collaboration-flow',
  );
  const templates = elementsOfKind(playbook, 'handoff-template');
  const gates = elementsOfKind(playbook, 'quality-gate');
  const trees = elementsOfKind(playbook, 'decision-tree');
  const agents = playbook.agents.map(({ id, name, color }): StageLink => ({
    label: name,
    href: href(agentPath(id)),
    accent: accentOf(name, color),
  }));
  const questions = trees.flatMap((tree) =>
    tree.element.questions.map((question): StageLink => ({
      label: questionText(question, tree.element),
      href: `${href(elementPath(tree) ?? decidePath)}#${questionAnchor(question.id)}`,
    })),
  );
  return [
    stage('decision-tree', 'Decide', questions, trees.length, ['decision tree', 'decision trees'], decidePath),
    stage('agent', 'Call an agent', agents, agents.length, ['agent', 'agents'], agentsPath),
    stage('workflow', 'Follow a flow', flows.map(elementLink), flows.length, ['flow', 'flows'], flowsPath),
    stage(
      'handoff-template',
      'Hand over',
      templates.map(elementLink),
      templates.length,
      ['template', 'templates'],
      handoffsPath,
    ),
    stage('quality-gate', 'Pass a gate', gates.map(elementLink), gates.length, ['gate', 'gates'], gatesPath),
  ].filter(({ links }) => links.length > 0);
}

function stage(
  kind: Stage['kind'],
  title: string,
  links: readonly StageLink[],
  count: number,
  [one, many]: [one: string, many: string],
  path: `/${string}`,
): Stage {
  const label = count === 1 ? `The ${one}` : `All ${String(count)} ${many}`;
  return { kind, title, links: links.slice(0, MAX_LINKS), all: { label, href: href(path) } };
}

function elementLink(placed: PlacedElement): StageLink {
  return { label: titleOf(placed), href: href(elementPath(placed) ?? '/') };
}
