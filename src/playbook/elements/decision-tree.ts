import { nearestHeading, type ElementBase, type Recogniser } from './element.ts';
import { arrow, meansAgents, namesAgents, readRoute, type Route } from './route.ts';

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
  line: number;
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
  line: number;
  children: TreeLine[];
}

/** Fewer routes than this may be a listing with an arrow in it. */
const FEWEST_ROUTES = 2;

/** As wide as most editors show it. */
const TAB = '    ';

/** Claims a fenced tree with routes; a listing of folders has none, and stays code. */
export const recogniseDecisionTree: Recogniser<DecisionTree> = (node, place) => {
  if (node.type !== 'code' || /mermaid/i.test(node.lang ?? '')) return;
  const first = (node.position?.start.line ?? 0) + 1;
  const lines = node.value.split('\n').map((text, index) => ({ text: text.replace(/\t/g, TAB), line: first + index }));
  if (!lines.some(({ text }) => branch.test(text))) return;

  const top = readTree(lines);
  const routes = routesIn(top);
  // Links in a listing of folders point at names, too: `latest -> node-24`.
  const asks = lines.some(({ text }) => /\?\s*$/.test(text));
  if (routes.length < FEWEST_ROUTES || !(asks || meansAgents(routes, place.headings))) return;
  const only = top.children.length === 1 ? top.children[0] : undefined;
  const heading = nearestHeading(place);
  const root = only && only.children.length > 0 ? only : { ...top, label: heading };
  return {
    kind: 'decision-tree',
    ...(heading === '' ? { title: root.label } : {}),
    root: root.label,
    questions: questionsOf(root, newIds()),
    text: node.value,
  };
};

// Box drawing or its ASCII stand-ins: `├── `, `└─ `, `|-- `, `+-- `, "`-- ", `\-- `.
const branch = /^[\s│┃|]*(?:[├└┣┗╰][─━]*|[|+`\\]-{1,})\s*/;

/** Depth by the column at which the words begin, since authors indent by two, three or four. */
function readTree(lines: readonly { text: string; line: number }[]): TreeLine {
  const top: TreeLine = { depth: -1, label: '', route: undefined, line: lines[0]?.line ?? 1, children: [] };
  const path = [top];
  for (const { text, line } of lines) {
    const prefix = branch.exec(text)?.[0] ?? /^\s*/.exec(text)?.[0] ?? '';
    const [words = '', comment = ''] = text.slice(prefix.length).split(/\s(?:#|\/\/)\s(.*)/);
    if (/^[│┃|\s]*$/.test(words)) continue;
    const [label = '', ...rest] = words.split(arrow);
    const read = withNote(readRoute(rest.join(' → ')), comment.trim());
    const entry: TreeLine = {
      depth: prefix.length,
      label: label.replace(/[`*]/g, '').trim(),
      route: namesAgents(read) ? read : undefined,
      line,
      children: [],
    };
    if (read && !entry.route) entry.label = words.replace(/[`*]/g, '').trim();
    while ((path.at(-1)?.depth ?? -1) >= entry.depth && path.length > 1) path.pop();
    path.at(-1)?.children.push(entry);
    path.push(entry);
  }
  return top;
}

/** A remark behind a `#` says what brackets would say. */
function withNote(route: Route | undefined, remark: string): Route | undefined {
  return route && route.note === undefined && remark !== '' ? { ...route, note: remark } : route;
}

function routesIn({ route, children }: TreeLine): Route[] {
  return [...(route ? [route] : []), ...children.flatMap(routesIn)];
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
      line: child.line,
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
