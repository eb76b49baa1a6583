import type { ElementBase, Recogniser } from './element.ts';
import { arrow, namesAgents, readRoute, type Route } from './route.ts';

/** A question of a tree, and what can be answered. */
export interface Question {
  /** Unique in its tree, and stable while the wording stays: it is the question's parameter in addresses. */
  id: string;
  text: string;
  answers: Answer[];
}

export interface Answer {
  /** Unique among the answers of its question. */
  id: string;
  label: string;
  /** Whom the answer leads to; absent if it only leads on. */
  route?: Route;
  /** What is asked next. */
  questions: Question[];
}

/** A tree of questions whose leaves route to agents. */
export interface DecisionTree extends ElementBase {
  kind: 'decision-tree';
  /** What is decided: the line at the top of the tree. */
  root: string;
  /** Asked independently of each other. */
  questions: Question[];
  /** The tree as written. */
  text: string;
}

interface TreeLine {
  depth: number;
  label: string;
  route: Route | undefined;
  children: TreeLine[];
}

/** Fewer routes than this may be a listing with an arrow in it. */
const FEWEST_ROUTES = 2;

/** Claims a fenced tree with routes; a listing of folders has none, and stays code. */
export const recogniseDecisionTree: Recogniser<DecisionTree> = (node) => {
  if (node.type !== 'code' || /mermaid/i.test(node.lang ?? '')) return;
  const lines = node.value.split('\n').filter((line) => line.trim() !== '');
  if (!lines.some((line) => branch.test(line))) return;

  const top = readTree(lines);
  if (countRoutes(top) < FEWEST_ROUTES) return;
  const only = top.children.length === 1 ? top.children[0] : undefined;
  const root = only && only.children.length > 0 ? only : top;
  return { kind: 'decision-tree', root: root.label, questions: questionsOf(root, newIds()), text: node.value };
};

// Box drawing or its ASCII stand-ins: `├── `, `└─ `, `|-- `, `+-- `, "`-- ", `\-- `.
const branch = /^[\s│┃|]*(?:[├└┣┗╰][─━]*|[|+`\\]-{1,})\s*/;

/** Depth by the column at which the words begin, since authors indent by two, three or four. */
function readTree(lines: readonly string[]): TreeLine {
  const top: TreeLine = { depth: -1, label: '', route: undefined, children: [] };
  const path = [top];
  for (const line of lines) {
    const prefix = branch.exec(line)?.[0] ?? /^\s*/.exec(line)?.[0] ?? '';
    const words = line.slice(prefix.length);
    if (/^[│┃|\s]*$/.test(words)) continue;
    const [label = '', ...route] = words.split(arrow);
    const read = readRoute(route.join(' → '));
    const entry: TreeLine = {
      depth: prefix.length,
      label: label.replace(/[`*]/g, '').trim(),
      route: namesAgents(read) ? read : undefined,
      children: [],
    };
    if (read && !entry.route) entry.label = words.replace(/[`*]/g, '').trim();
    while ((path.at(-1)?.depth ?? -1) >= entry.depth && path.length > 1) path.pop();
    path.at(-1)?.children.push(entry);
    path.push(entry);
  }
  return top;
}

function countRoutes(line: TreeLine): number {
  return (line.route ? 1 : 0) + line.children.reduce((sum, child) => sum + countRoutes(child), 0);
}

/**
 * What is asked below a line. Children that are questions themselves are independent of each other; any
 * other children are the answers to the line.
 */
function questionsOf(line: TreeLine, toId: (text: string) => string): Question[] {
  if (line.children.length === 0) return [];
  const areQuestions = line.children.every(({ label, children }) => children.length > 0 && label.endsWith('?'));
  if (areQuestions) return line.children.map((child) => questionOf(child, toId));
  return [questionOf(line, toId)];
}

function questionOf(line: TreeLine, toId: (text: string) => string): Question {
  const id = toId(line.label === '' ? 'question' : line.label);
  const answerId = newIds();
  return {
    id,
    text: line.label,
    answers: line.children.map((child) => ({
      id: answerId(child.label),
      label: child.label,
      ...(child.route ? { route: child.route } : {}),
      questions: questionsOf(child, toId),
    })),
  };
}

/** Makes short ids out of labels: `What application domain?` → `what-application-domain`, each once. */
function newIds(): (text: string) => string {
  const taken = new Set<string>();
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['item'];
    const base = words.join('-');
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`;
    taken.add(id);
    return id;
  };
}

/** Every question of a tree, in the order in which they are written. */
export function allQuestions(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) => [
    question,
    ...question.answers.flatMap((answer) => allQuestions(answer.questions)),
  ]);
}

/** Every answer of a tree, with the question that it answers. */
export function allAnswers(questions: readonly Question[]): { question: Question; answer: Answer }[] {
  return allQuestions(questions).flatMap((question) => question.answers.map((answer) => ({ question, answer })));
}
