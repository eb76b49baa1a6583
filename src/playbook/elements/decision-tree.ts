import { unusedId } from '../slug.ts';
import { type ElementBase, type ElementDefinition, type Recogniser } from './element.ts';
import { fencedLines, isMermaid, type FencedLine } from './fenced-lines.ts';
import { arrow, hasAgents, readRoute, refersToAgents, taskLine, type Route } from './route.ts';

/** A question of a tree, with its possible answers. */
export interface Question {
  /** Unique in its tree, and stable while the wording stays the same: it is the question's parameter in URLs. */
  id: string;
  text: string;
  answers: Answer[];
}

export interface Answer {
  /** Unique among the answers of its question. */
  id: string;
  label: string;
  /** The agents that the answer leads to; absent if it only leads to further questions. */
  route?: Route;
  /** The questions to ask next. */
  questions: Question[];
  line: number;
}

/** A tree of questions whose leaves route to agents, or give advice. */
export interface DecisionTree extends ElementBase {
  kind: 'decision-tree';
  /** The decision to make: the line at the top of the tree. */
  root: string;
  /** Independent of each other. */
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

/** Minimum number of routes of a tree: a folder listing may contain a single arrow. */
const MIN_ROUTES = 2;

/** A tab in spaces, at the width that most editors show. */
const TAB = '    ';

/** Recognises a fenced tree with routes. A folder listing has none, and stays code. */
const recogniseDecisionTree: Recogniser<DecisionTree> = (node, context) => {
  if (node.type !== 'code' || isMermaid(node)) return;
  const lines = fencedLines(node).map(({ text, line }) => ({ text: text.replace(/\t/g, TAB), line }));
  if (!lines.some(({ text }) => branch.test(text))) return;

  const top = readTree(lines);
  const routes = routesIn(top);
  // In a folder listing, symbolic links point to names as well: `latest -> node-24`.
  const hasQuestion = lines.some(({ text }) => /\?\s*$/.test(text));
  const leadsToAgents = routes.length >= MIN_ROUTES && (hasQuestion || refersToAgents(routes, context.headings));
  if (!leadsToAgents && !givesAdvice(top)) return;
  const only = top.children.length === 1 ? top.children[0] : undefined;
  const heading = context.headings.at(-1) ?? '';
  const root = only && only.children.length > 0 ? only : { ...top, label: heading };
  return {
    kind: 'decision-tree',
    ...(heading === '' ? { title: root.label } : {}),
    root: root.label,
    questions: questionsBelow(root, uniqueIds()),
    text: node.value,
  };
};

/** Whether a tree asks a question with two answers or more, and is not a folder listing: its leaves are advice. */
function givesAdvice(top: TreeLine): boolean {
  const lines = linesBelow(top);
  const asks = lines.some(({ label, children }) => label.endsWith('?') && children.length > 1);
  return asks && !lines.some(({ label }) => filePath.test(label));
}

/** Matches the name of a folder or a file: `src/`, `main.rs`, `.env`. */
const filePath = /^[\w.-]+\/$|^[\w.-]*\.[a-z]{1,5}$/i;

function linesBelow({ children }: TreeLine): TreeLine[] {
  return children.flatMap((child) => [child, ...linesBelow(child)]);
}

/** Matches what is drawn before a branch, in box-drawing characters or in ASCII: `├── `, `└─ `, `|-- `, `+-- `, "`-- ", `\-- `. */
const branch = /^[\s│┃|]*(?:[├└┣┗╰][─━]*|[|+`\\]-{1,})\s*/;

/** Takes the column of the first word as the depth of a line, because authors indent by two, three or four spaces. */
function readTree(lines: readonly FencedLine[]): TreeLine {
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
      route: hasAgents(read) ? read : undefined,
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

/** Takes a comment after a `#` as the note of a route that has none in brackets. */
function withNote(route: Route | undefined, comment: string): Route | undefined {
  return route && route.note === undefined && comment !== '' ? { ...route, note: comment } : route;
}

function routesIn({ route, children }: TreeLine): Route[] {
  return [...(route ? [route] : []), ...children.flatMap(routesIn)];
}

/**
 * Returns the questions below a line. If all its children are questions, these are independent of each other;
 * otherwise the line is the question, and its children are the answers.
 */
function questionsBelow(line: TreeLine, toId: (text: string) => string): Question[] {
  if (line.children.length === 0) return [];
  const areQuestions = line.children.every(({ label, children }) => children.length > 0 && label.endsWith('?'));
  if (areQuestions) return line.children.map((child) => questionOf(child, toId));
  return [questionOf(line, toId)];
}

function questionOf(line: TreeLine, toId: (text: string) => string): Question {
  const id = toId(line.label === '' ? 'question' : line.label);
  const toAnswerId = uniqueIds();
  return {
    id,
    text: line.label,
    answers: line.children.map((child) => ({
      id: toAnswerId(child.label),
      label: child.label,
      ...(child.route ? { route: child.route } : {}),
      questions: questionsBelow(child, toId),
      line: child.line,
    })),
  };
}

/** Returns a function that makes a unique id of a label: `What application domain?` → `what-application-domain`. */
function uniqueIds(): (text: string) => string {
  const usedIds = new Set<string>();
  return (text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['item'];
    return unusedId(words.join('-'), usedIds);
  };
}

/** Returns every question of a tree, in the order of the file. */
export function allQuestions(questions: readonly Question[]): Question[] {
  return questions.flatMap((question) => [
    question,
    ...question.answers.flatMap((answer) => allQuestions(answer.questions)),
  ]);
}

/** Returns every answer of a tree, with its question. */
export function allAnswers(questions: readonly Question[]): { question: Question; answer: Answer }[] {
  return allQuestions(questions).flatMap((question) => question.answers.map((answer) => ({ question, answer })));
}

export const decisionTree: ElementDefinition<DecisionTree> = {
  name: { one: 'decision tree', many: 'decision trees' },
  recognise: recogniseDecisionTree,
  textLines: ({ root, questions }) => [
    root,
    ...allQuestions(questions).map(({ text }) => text),
    ...allAnswers(questions).map(({ answer }) => taskLine(answer.label, answer.route)),
  ],
  references: ({ questions }) =>
    allAnswers(questions).map(({ question, answer: { label, route, line } }) => ({
      kind: 'answer',
      route,
      text: `${question.text} ${label}`.trim(),
      line,
    })),
};
