import type { Seat, WalkAnswer, WalkQuestion } from '../components/decide/walk.ts';
import { treeDiagram, type DiagramText } from '../diagrams/mermaid-text.ts';
import { elementPath, href, sectionPath } from '../links.ts';
import { accentOf, monogramOf, type Accent } from '../playbook/accent.ts';
import type { DecisionTree, Question } from '../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../playbook/playbook.ts';
import { fittingFlows, fittingTemplates, tasksFor, type FitView, type HandedTasks } from './decide-handover.ts';
import { labelParts, seatsOf, seatsOn, type LabelPart } from './decide-seats.ts';
import { summarise } from './element-summary.ts';
import { lookupIn, routeView, type Lookup, type RouteView } from './route.ts';

type PlacedTree = PlacedElement<DecisionTree>;

/** A tree where it is only pointed to. */
export interface TreeSummary {
  id: string;
  /** Unique among all trees, so that pages and links can be told apart. */
  title: string;
  kind: string;
  /** "5 questions, 28 answers". */
  count: string;
  href: string;
  path: `/${string}`;
  from: { label: string; href: string; accent: Accent; monogram: string };
  /** The first few questions. */
  asks: string[];
  asksMore: number;
}

/** A question with its answers as the nested list shows it. */
export interface TreeQuestionView {
  id: string;
  text: string;
  answers: {
    id: string;
    label: string;
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

/** The first question of a tree, its answers as links into the walk. */
export interface FirstQuestionView {
  tree: TreeSummary;
  text: string;
  answers: { label: string; href: string }[];
}

/** More questions than this make a summary a copy. */
const MOST_ASKED = 6;

/** Every tree of the playbook, in reading order. */
export function treesView(playbook: Playbook): TreeSummary[] {
  const placed = elementsOfKind(playbook, 'decision-tree');
  const titles = uniqueTitles(placed);
  return placed.map((tree, index) => {
    const { id, agent, element } = tree;
    const path = elementPath(tree) ?? sectionPath(agent.id, element.section);
    const texts = element.questions.map((question) => textOf(question, element));
    const { kind, count } = summarise(id, element);
    return {
      id,
      title: titles[index] ?? id,
      kind,
      count,
      href: href(path),
      path,
      from: {
        label: agent.name,
        href: href(sectionPath(agent.id, element.section)),
        accent: accentOf(agent.name, agent.color),
        monogram: monogramOf(agent.name),
      },
      asks: texts.slice(0, MOST_ASKED),
      asksMore: Math.max(0, texts.length - MOST_ASKED),
    };
  });
}

/** Titles that say what they are of, and that are told apart by their agent, then by number. */
function uniqueTitles(trees: readonly PlacedTree[]): string[] {
  const bases = trees.map(({ element: { title } }) =>
    /decision|\btree\b/i.test(title) ? title : title === '' ? 'Decision tree' : `Decision tree: ${title}`,
  );
  const count = new Map<string, number>();
  for (const base of bases) count.set(base, (count.get(base) ?? 0) + 1);
  const taken = new Set<string>();
  return trees.map(({ agent }, index) => {
    const base = bases[index] ?? '';
    const named = count.get(base) === 1 ? base : `${base}, ${agent.name}`;
    let title = named;
    for (let number = 2; taken.has(title); number++) title = `${named} (${String(number)})`;
    taken.add(title);
    return title;
  });
}

/** The pages of all trees: each with what it takes to walk it. */
export function walkViews(playbook: Playbook): WalkView[] {
  const lookup = lookupIn(playbook.roster);
  const byAgent = Map.groupBy(playbook.elements, ({ agent }) => agent);
  const summaries = treesView(playbook);
  return elementsOfKind(playbook, 'decision-tree').flatMap((placed, index) => {
    const summary = summaries[index];
    return summary ? [walkView(placed, summary, byAgent.get(placed.agent) ?? [], lookup)] : [];
  });
}

function walkView(
  { agent, element }: PlacedTree,
  summary: TreeSummary,
  ofAgent: readonly PlacedElement[],
  lookup: Lookup,
): WalkView {
  const seats = seatsOf(element);
  const names = [...new Set([...seats.values()].flatMap((seat) => seat.names))];
  return {
    ...summary,
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
    tree: treeQuestions(element.questions, element, 'q', lookup),
    diagram: treeDiagram(element, lookup),
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

function treeQuestions(
  questions: readonly Question[],
  tree: DecisionTree,
  prefix: string,
  lookup: Lookup,
): TreeQuestionView[] {
  return questions.map((question, index) => ({
    id: question.id,
    text: textOf(question, tree),
    answers: question.answers.map((answer, number) => {
      const node = `${prefix}${String(index)}a${String(number)}`;
      return {
        id: answer.id,
        label: labelOf(answer),
        node,
        ...(answer.route ? { route: routeView(answer.route, lookup) } : {}),
        questions: treeQuestions(answer.questions, tree, `${node}q`, lookup),
      };
    }),
  }));
}

/** A question's words. Authors may leave the top line of a tree empty. */
function textOf({ text }: Question, { root }: DecisionTree): string {
  return text !== '' ? text : root !== '' ? root : 'Which of these?';
}

/** An answer's words; where the author wrote only an arrow, whom it leads to. */
function labelOf({ label, route }: Question['answers'][number]): string {
  return label !== '' ? label : (route?.written ?? '…');
}

/** More answers than this do not belong on the home page: the walk has all of them. */
const MOST_ANSWERS = 12;

/** The first question of the first tree; nothing for a playbook without trees. */
export function firstQuestion(playbook: Playbook): (FirstQuestionView & { more: number; trees: number }) | undefined {
  const trees = treesView(playbook);
  const [tree] = trees;
  const [placed] = elementsOfKind(playbook, 'decision-tree');
  const question = placed?.element.questions[0];
  if (!tree || !placed || !question) return;
  const answers = question.answers.map((answer) => ({
    label: labelOf(answer),
    href: href(`${tree.path}?${question.id}=${answer.id}`),
  }));
  return {
    tree,
    text: textOf(question, placed.element),
    answers: answers.slice(0, MOST_ANSWERS),
    more: Math.max(0, answers.length - MOST_ANSWERS),
    trees: trees.length,
  };
}
