import { anchors, elementPath, href, questionAnchor, sectionPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { DecisionTree, Question } from '../../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { summarise } from '../shared/element-summary.ts';

export type PlacedTree = PlacedElement<DecisionTree>;

/** A decision tree in lists and links. */
export interface TreeSummary {
  id: string;
  /** Unique among all trees, so that pages and links can be distinguished. */
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

/** The first question of a tree, with its answers as links into the wizard. */
export interface FirstQuestionView {
  tree: TreeSummary;
  text: string;
  /** Each links to the next question, with this answer given. */
  answers: { label: string; href: string }[];
  /** Number of answers that are left out. */
  more: number;
  /** Number of all trees. */
  trees: number;
}

/** Number of questions that a summary lists. */
const MAX_SUMMARY_QUESTIONS = 6;

/** Lists the decision trees of the playbook, in reading order. */
export function treesView(playbook: Playbook): TreeSummary[] {
  const placed = elementsOfKind(playbook, 'decision-tree');
  const titles = uniqueTitles(placed);
  return placed.map((tree, index) => {
    const { id, agent, element } = tree;
    const path = elementPath(tree) ?? sectionPath(agent.id, element.section);
    const texts = element.questions.map((question) => questionText(question, element));
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
      asks: texts.slice(0, MAX_SUMMARY_QUESTIONS),
      asksMore: Math.max(0, texts.length - MAX_SUMMARY_QUESTIONS),
    };
  });
}

/** Makes titles that mention the tree and are unique: by their agent if need be, then by number. */
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

/** Number of answers on the home page; the wizard has all of them. */
const MAX_ANSWERS = 12;

/** Returns the first question of the first tree; `undefined` for a playbook without trees. */
export function firstQuestion(playbook: Playbook): FirstQuestionView | undefined {
  const trees = treesView(playbook);
  const [tree] = trees;
  const [placed] = elementsOfKind(playbook, 'decision-tree');
  const question = placed?.element.questions[0];
  if (!tree || !placed || !question) return;
  const answers = question.answers.map((answer) => {
    const next = answer.questions[0] ?? placed.element.questions[1];
    const place = next ? questionAnchor(next.id) : anchors.team;
    return { label: answerLabel(answer), href: href(`${tree.path}?${question.id}=${answer.id}#${place}`) };
  });
  return {
    tree,
    text: questionText(question, placed.element),
    answers: answers.slice(0, MAX_ANSWERS),
    more: Math.max(0, answers.length - MAX_ANSWERS),
    trees: trees.length,
  };
}

/** Returns a question's text, or a substitute if the author left the top line of the tree empty. */
export function questionText({ text }: Question, { root }: DecisionTree): string {
  return text !== '' ? text : root !== '' ? root : 'Which of these?';
}

/** Returns an answer's label, or its route if the author wrote only an arrow. */
export function answerLabel({ label, route }: Question['answers'][number]): string {
  return label !== '' ? label : (route?.written ?? '…');
}
