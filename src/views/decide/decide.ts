import type { Seat, WalkAnswer, WalkQuestion } from '../../decide/wizard.ts';
import { treeDiagram, type DiagramNode, type DiagramText } from '../shared/mermaid-text.ts';
import { href } from '../../links.ts';
import type { DecisionTree, Question } from '../../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { fittingFlows, fittingTemplates, tasksFor, type FitView, type HandedTasks } from './team-elements.ts';
import { labelParts, seatsOf, seatsOn, type LabelPart } from './slots.ts';
import { labelOf, textOf, treesView, type PlacedTree, type TreeSummary } from './trees.ts';
import { playbookIndex } from '../shared/playbook-index.ts';
import { originOf, type OriginView } from '../shared/origin.ts';
import { routeView, type Lookup, type RouteView } from '../shared/route.ts';

/** A question with its answers as the nested list shows it. */
export interface TreeQuestionView {
  id: string;
  text: string;
  answers: {
    id: string;
    label: string;
    /** The walk as far as this answer. */
    href: string;
    /** The id of its node in the tree's diagram. */
    node: string;
    route?: RouteView;
    questions: TreeQuestionView[];
  }[];
}

export interface WalkQuestionView extends WalkQuestion {
  /** How deep it is nested, from 0. */
  depth: number;
  /** The words of the answer that leads to it. */
  because?: string;
}

export interface SeatView extends Seat {
  parts: LabelPart[];
  handed: HandedTasks[];
}

export interface WalkView extends TreeSummary {
  origin: OriginView;
  root: string;
  /** The root is itself the question. */
  isRootAsked: boolean;
  questions: WalkQuestionView[];
  seats: SeatView[];
  templates: FitView[];
  flows: FitView[];
  tree: TreeQuestionView[];
  diagram: DiagramText;
  /** The tree as written. */
  text: string;
}

/** The pages of all trees: each with what it takes to walk it. */
export function walkViews(playbook: Playbook): WalkView[] {
  const lookup = playbookIndex(playbook).lookup;
  const byAgent = Map.groupBy(playbook.elements, ({ agent }) => agent);
  const summaries = treesView(playbook);
  return elementsOfKind(playbook, 'decision-tree').flatMap((placed, index) => {
    const summary = summaries[index];
    return summary ? [walkView(placed, summary, byAgent.get(placed.agent) ?? [], lookup)] : [];
  });
}

function walkView(
  placed: PlacedTree,
  summary: TreeSummary,
  ofAgent: readonly PlacedElement[],
  lookup: Lookup,
): WalkView {
  const { agent, element } = placed;
  const seats = seatsOf(element);
  const tree = treeQuestions(element.questions, element, { node: 'q', path: `${summary.path}?` }, lookup);
  const diagram = treeDiagram(element, lookup);
  const names = [...new Set([...seats.values()].flatMap((seat) => seat.names))];
  return {
    ...summary,
    origin: originOf(placed),
    root: element.root,
    isRootAsked: element.root === '' || element.questions.some(({ text }) => text === element.root),
    questions: walkQuestions(element, seats),
    seats: [...seats.values()].map((seat) => ({
      ...seat,
      parts: labelParts(seat, lookup),
      handed: tasksFor(seat, agent, lookup),
    })),
    templates: fittingTemplates(ofAgent, names),
    flows: fittingFlows(ofAgent, names),
    tree,
    diagram: { ...diagram, nodes: [...diagram.nodes, ...answerNodes(tree)] },
    text: element.text,
  };
}

/** All questions of a tree as one list, in written order: those that an answer leads to come after it. */
function walkQuestions(tree: DecisionTree, seats: ReadonlyMap<string, Seat>): WalkQuestionView[] {
  const below = (
    questions: readonly Question[],
    depth: number,
    on?: { question: string; answer: string; label: string },
  ): WalkQuestionView[] =>
    questions.flatMap((question) => [
      {
        id: question.id,
        text: textOf(question, tree),
        depth,
        ...(on ? { after: { question: on.question, answer: on.answer }, because: on.label } : {}),
        answers: question.answers.map((answer): WalkAnswer => ({
          id: answer.id,
          label: labelOf(answer),
          seats: [
            ...new Set((answer.route ? seatsOn(answer.route) : []).flatMap(({ label }) => seats.get(label)?.id ?? [])),
          ],
          note: answer.route?.note ?? '',
        })),
      },
      ...question.answers.flatMap((answer) =>
        below(answer.questions, depth + 1, { question: question.id, answer: answer.id, label: labelOf(answer) }),
      ),
    ]);
  return below(tree.questions, 0);
}

/** @param above the node and the address that those of the questions begin with */
function treeQuestions(
  questions: readonly Question[],
  tree: DecisionTree,
  above: { node: string; path: `/${string}` },
  lookup: Lookup,
): TreeQuestionView[] {
  return questions.map((question, index) => ({
    id: question.id,
    text: textOf(question, tree),
    answers: question.answers.map((answer, number) => {
      const node = `${above.node}${String(index)}a${String(number)}`;
      const path = `${above.path}${question.id}=${answer.id}` as const;
      return {
        id: answer.id,
        label: labelOf(answer),
        href: href(path),
        node,
        ...(answer.route ? { route: routeView(answer.route, lookup) } : {}),
        questions: treeQuestions(answer.questions, tree, { node: `${node}q`, path: `${path}&` }, lookup),
      };
    }),
  }));
}

/** The diagram is a way to answer, too: the node of an answer leads to the walk as far as that answer. */
function answerNodes(questions: readonly TreeQuestionView[]): DiagramNode[] {
  return questions.flatMap(({ answers }) =>
    answers.flatMap(({ node, href, questions }) => [{ id: node, href }, ...answerNodes(questions)]),
  );
}
