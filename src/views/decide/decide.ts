import type { Slot, WizardAnswer, WizardQuestion } from '../../decide/wizard.ts';
import type { DiagramNode } from '../../diagrams/request.ts';
import { treeDiagram, type DiagramText } from '../shared/mermaid-text.ts';
import { href } from '../../links.ts';
import type { DecisionTree, Question } from '../../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { matchingFlows, matchingTemplates, slotTasks, type MatchView, type SlotTasks } from './team-elements.ts';
import { labelParts, slotsOfTree, slotsOnRoute, type LabelPart } from './slots.ts';
import { answerLabel, questionText, treesView, type PlacedTree, type TreeSummary } from './trees.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { originOf, type OriginView } from '../shared/origin.ts';
import { routeView, type Lookup, type RouteView } from '../shared/route-view.ts';

/** A question of the nested list, with its answers. */
export interface TreeQuestionView {
  id: string;
  text: string;
  answers: {
    id: string;
    label: string;
    /** The wizard with this answer and those that lead to it; absent in a sample, which has none. */
    href?: string;
    /** The id of its node in the tree's diagram. */
    node: string;
    route?: RouteView;
    questions: TreeQuestionView[];
  }[];
}

/** A decision tree as a nested list. */
export interface TreeListView {
  /** The decision; empty if one of the questions names it. */
  root: string;
  questions: TreeQuestionView[];
}

export interface WizardQuestionView extends WizardQuestion {
  /** Nesting level, from 0. */
  depth: number;
  /** The label of the answer that leads to it. */
  because?: string;
}

export interface SlotView extends Slot {
  parts: LabelPart[];
  tasks: SlotTasks[];
}

/** The page of one decision tree: its wizard, and the tree in full. */
export interface WizardView extends TreeSummary {
  origin: OriginView;
  questions: WizardQuestionView[];
  slots: SlotView[];
  templates: MatchView[];
  flows: MatchView[];
  tree: TreeListView;
  diagram: DiagramText;
  /** The tree as written. */
  text: string;
}

/** Builds the pages of all decision trees. */
export function wizardViews(playbook: Playbook): WizardView[] {
  const lookup = playbookIndex(playbook).lookup;
  const byAgent = Map.groupBy(playbook.elements, ({ agent }) => agent);
  const summaries = treesView(playbook);
  return elementsOfKind(playbook, 'decision-tree').flatMap((placed, index) => {
    const summary = summaries[index];
    return summary ? [wizardView(placed, summary, byAgent.get(placed.agent) ?? [], lookup)] : [];
  });
}

function wizardView(
  placed: PlacedTree,
  summary: TreeSummary,
  ofAgent: readonly PlacedElement[],
  lookup: Lookup,
): WizardView {
  const { agent, element } = placed;
  const slots = slotsOfTree(element);
  const tree = treeList(element, summary.path, lookup);
  const diagram = treeDiagram(element, lookup);
  const names = [...new Set([...slots.values()].flatMap((slot) => slot.names))];
  return {
    ...summary,
    origin: originOf(placed),
    questions: flatQuestions(element, slots),
    slots: [...slots.values()].map((slot) => ({
      ...slot,
      parts: labelParts(slot, lookup),
      tasks: slotTasks(slot, agent, lookup),
    })),
    templates: matchingTemplates(ofAgent, names),
    flows: matchingFlows(ofAgent, names),
    tree,
    diagram: { ...diagram, nodes: [...diagram.nodes, ...answerNodes(tree.questions)] },
    text: element.text,
  };
}

/** Flattens a tree into one list, in written order: the questions that an answer leads to come after its question. */
function flatQuestions(tree: DecisionTree, slots: ReadonlyMap<string, Slot>): WizardQuestionView[] {
  const flatten = (
    questions: readonly Question[],
    depth: number,
    parent?: { question: string; answer: string; label: string },
  ): WizardQuestionView[] =>
    questions.flatMap((question) => [
      {
        id: question.id,
        text: questionText(question, tree),
        depth,
        ...(parent ? { after: { question: parent.question, answer: parent.answer }, because: parent.label } : {}),
        answers: question.answers.map((answer): WizardAnswer => ({
          id: answer.id,
          label: answerLabel(answer),
          slots: [
            ...new Set(
              (answer.route ? slotsOnRoute(answer.route) : []).flatMap(({ label }) => slots.get(label)?.id ?? []),
            ),
          ],
          note: answer.route?.note ?? '',
        })),
      },
      ...question.answers.flatMap((answer) =>
        flatten(answer.questions, depth + 1, { question: question.id, answer: answer.id, label: answerLabel(answer) }),
      ),
    ]);
  return flatten(tree.questions, 0);
}

/** Returns a tree's questions as a nested list. `path` is that of the tree's page. */
export function treeList(tree: DecisionTree, path: `/${string}`, lookup: Lookup): TreeListView {
  const isRootAsked = tree.root === '' || tree.questions.some(({ text }) => text === tree.root);
  return {
    root: isRootAsked ? '' : tree.root,
    questions: treeQuestions(tree.questions, tree, { node: 'q', path: `${path}?` }, lookup),
  };
}

/**
 * Builds the nested list of questions.
 * @param above the prefix of the ids of their diagram nodes, and of their URLs
 */
function treeQuestions(
  questions: readonly Question[],
  tree: DecisionTree,
  above: { node: string; path: `/${string}` },
  lookup: Lookup,
): TreeQuestionView[] {
  return questions.map((question, index) => ({
    id: question.id,
    text: questionText(question, tree),
    answers: question.answers.map((answer, number) => {
      const node = `${above.node}${String(index)}a${String(number)}`;
      const path = `${above.path}${question.id}=${answer.id}` as const;
      return {
        id: answer.id,
        label: answerLabel(answer),
        href: href(path),
        node,
        ...(answer.route ? { route: routeView(answer.route, lookup) } : {}),
        questions: treeQuestions(answer.questions, tree, { node: `${node}q`, path: `${path}&` }, lookup),
      };
    }),
  }));
}

/** Makes the diagram clickable: the node of an answer links to the wizard with that answer. */
function answerNodes(questions: readonly TreeQuestionView[]): DiagramNode[] {
  return questions.flatMap(({ answers }) =>
    answers.flatMap(({ node, href, questions }) => [
      ...(href === undefined ? [] : [{ id: node, href }]),
      ...answerNodes(questions),
    ]),
  );
}
