/* Writes decision trees, workflows, flows and delegations as Mermaid text. */

import type { DiagramNode, DiagramSource } from '../../diagrams/request.ts';
import type { CollaborationFlow } from '../../playbook/elements/collaboration-flow.ts';
import { allAnswers, allQuestions, type DecisionTree, type Question } from '../../playbook/elements/decision-tree.ts';
import type { Route } from '../../playbook/elements/route.ts';
import type { Workflow } from '../../playbook/elements/workflows/workflow.ts';
import { counted } from '../../lib/counted.ts';
import { routeView, type Lookup, type PartyView } from './route-view.ts';

/** A diagram before it is drawn. GitHub can draw its text as well. */
export interface DiagramText extends DiagramSource {
  title: string;
  /** A sentence for readers who cannot see the diagram. The page also shows its content as a list. */
  description: string;
  nodes: DiagramNode[];
}

/** Collects the lines of a flowchart, and the nodes that are links or coloured. */
class Chart {
  readonly lines: string[];
  readonly nodes: DiagramNode[] = [];

  readonly #arrangement: NonNullable<DiagramSource['arrangement']>;

  constructor(arrangement: NonNullable<DiagramSource['arrangement']>) {
    this.#arrangement = arrangement;
    this.lines = [`flowchart ${arrangement === 'columns' ? 'LR' : 'TD'}`];
  }

  /** Shapes are Mermaid's: `[]` a box, `([])` a start, `{{}}` a question. */
  node(id: string, label: string, shape: readonly [string, string] = ['[', ']']): void {
    this.lines.push(`  ${id}${shape[0]}"${escapeLabel(label)}"${shape[1]}`);
  }

  party(id: string, party: PartyView, label = party.label): void {
    this.node(id, label);
    const { href, accent } = party;
    if (href !== undefined) this.nodes.push({ id, href, ...(accent === undefined ? {} : { accent }) });
  }

  edge(from: string, to: string, label = '', line = '-->'): void {
    this.lines.push(`  ${from} ${line}${label === '' ? '' : `|"${escapeLabel(label)}"|`} ${to}`);
  }

  finish(title: string, description: string): DiagramText {
    return { title, description, text: this.lines.join('\n'), arrangement: this.#arrangement, nodes: this.nodes };
  }
}

const start = ['([', '])'] as const;
const question = ['{{', '}}'] as const;

/** Escapes a label with Mermaid's entity codes. Line breaks remain; Mermaid wraps long lines. */
function escapeLabel(label: string): string {
  return label
    .replace(/#/g, '#35;')
    .replace(/"/g, '#quot;')
    .replace(/</g, '#lt;')
    .replace(/>/g, '#gt;')
    .replace(/`/g, '#96;')
    .replace(/\n/g, '<br/>');
}

/** Draws a decision tree from left to right: question → answer → agents, one row for each answer. */
export function treeDiagram(tree: DecisionTree, lookup: Lookup): DiagramText {
  const chart = new Chart('columns');
  const [only] = tree.questions;
  const isRootItself = tree.questions.length === 1 && only?.text === tree.root;
  if (!isRootItself) chart.node('root', tree.root, start);
  addQuestions(chart, tree.questions, 'q', isRootItself ? '' : 'root', lookup);
  const questions = counted(allQuestions(tree.questions).length, 'question');
  const answers = counted(allAnswers(tree.questions).length, 'answer');
  return chart.finish(tree.title, `Decision tree with ${questions} and ${answers}; the page also shows it as a list.`);
}

function addQuestions(
  chart: Chart,
  questions: readonly Question[],
  prefix: string,
  from: string,
  lookup: Lookup,
): void {
  questions.forEach(({ text, answers }, index) => {
    const id = `${prefix}${String(index)}`;
    chart.node(id, text, question);
    if (from !== '') chart.edge(from, id);
    answers.forEach((answer, number) => {
      const answerId = `${id}a${String(number)}`;
      chart.node(answerId, answer.label);
      chart.edge(id, answerId);
      if (answer.route) addParties(chart, answer.route, answerId, lookup);
      addQuestions(chart, answer.questions, `${answerId}q`, answerId, lookup);
    });
  });
}

/** Adds the parties of a route, one after the other in the same row. */
function addParties(chart: Chart, route: Route, from: string, lookup: Lookup): void {
  const { parties, joined } = routeView(route, lookup);
  parties.forEach((party, index) => {
    const id = `${from}p${String(index)}`;
    chart.party(id, party);
    if (index === 0) chart.edge(from, id);
    else chart.edge(`${from}p${String(index - 1)}`, id, joined, '---');
  });
}

/** Draws the steps of a workflow from top to bottom, each with its agents. */
export function workflowDiagram(workflow: Workflow, lookup: Lookup): DiagramText {
  const chart = new Chart('steps');
  workflow.steps.forEach(({ title, route, tasks }, index) => {
    const detail = tasks.length > 0 ? counted(tasks.length, 'task') : '';
    addStep(chart, index, title, route, detail, lookup);
  });
  return chart.finish(
    workflow.title,
    `Workflow with ${counted(workflow.steps.length, 'step')}; the page also shows it as a list.`,
  );
}

/** Draws the start and the steps of a flow from top to bottom, each with its agents. */
export function flowDiagram(flow: CollaborationFlow, lookup: Lookup): DiagramText {
  const chart = new Chart('steps');
  if (flow.start !== '') {
    chart.node('start', flow.start, start);
    chart.edge('start', 's0');
  }
  flow.steps.forEach(({ task, route }, index) => {
    addStep(chart, index, task, route, '', lookup);
  });
  return chart.finish(flow.title, `Flow with ${counted(flow.steps.length, 'step')}; the page also shows it as a list.`);
}

function addStep(
  chart: Chart,
  index: number,
  title: string,
  route: Route | undefined,
  detail: string,
  lookup: Lookup,
): void {
  const id = `s${String(index)}`;
  const { parties, joined } = route ? routeView(route, lookup) : { parties: [], joined: 'and' as const };
  const agents = parties.map(({ label }) => label).join(` ${joined} `);
  const numberedTitle = title === '' ? '' : `${String(index + 1)}. ${title}`;
  const label = [numberedTitle, agents, detail].filter((part) => part !== '').join('\n');
  const [single, ...others] = parties;
  // A node can be a link to only one agent; the list on the same page links to all of them.
  if (single && others.length === 0) chart.party(id, single, label);
  else chart.node(id, label);
  if (index > 0) chart.edge(`s${String(index - 1)}`, id);
}
