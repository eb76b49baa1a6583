import { anchors, elementPath, href, questionAnchor, sectionPath } from '../../links.ts';
import { accentOf, monogramOf, type Accent } from '../../playbook/accent.ts';
import type { DecisionTree, Question } from '../../playbook/elements/decision-tree.ts';
import { elementsOfKind, type PlacedElement, type Playbook } from '../../playbook/playbook.ts';
import { summarise } from '../shared/element-summary.ts';

export type PlacedTree = PlacedElement<DecisionTree>;

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

/** The first question of a tree, its answers as links into the walk. */
export interface FirstQuestionView {
  tree: TreeSummary;
  text: string;
  /** Each leads to what is asked next, with this answered. */
  answers: { label: string; href: string }[];
  /** How many answers are not among them. */
  more: number;
  /** How many trees there are in all. */
  trees: number;
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

/** More answers than this do not belong on the home page: the walk has all of them. */
const MOST_ANSWERS = 12;

/** The first question of the first tree; nothing for a playbook without trees. */
export function firstQuestion(playbook: Playbook): FirstQuestionView | undefined {
  const trees = treesView(playbook);
  const [tree] = trees;
  const [placed] = elementsOfKind(playbook, 'decision-tree');
  const question = placed?.element.questions[0];
  if (!tree || !placed || !question) return;
  const answers = question.answers.map((answer) => {
    const next = answer.questions[0] ?? placed.element.questions[1];
    const place = next ? questionAnchor(next.id) : anchors.team;
    return { label: labelOf(answer), href: href(`${tree.path}?${question.id}=${answer.id}#${place}`) };
  });
  return {
    tree,
    text: textOf(question, placed.element),
    answers: answers.slice(0, MOST_ANSWERS),
    more: Math.max(0, answers.length - MOST_ANSWERS),
    trees: trees.length,
  };
}

/** A question's words. Authors may leave the top line of a tree empty. */
export function textOf({ text }: Question, { root }: DecisionTree): string {
  return text !== '' ? text : root !== '' ? root : 'Which of these?';
}

/** An answer's words; where the author wrote only an arrow, whom it leads to. */
export function labelOf({ label, route }: Question['answers'][number]): string {
  return label !== '' ? label : (route?.written ?? '…');
}
