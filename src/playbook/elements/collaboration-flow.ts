import type { ElementBase, ElementDefinition, Context, Recognised, Recogniser } from './element.ts';
import { fencedLines, isMermaid, type FencedLine } from './fenced-lines.ts';
import { agentsOn, arrow, hasAgents, readRoute, refersToAgents, taskLine, type Route } from './route.ts';

export interface FlowStep {
  route: Route;
  /** The agents' task in this step; empty if the file names only the agents. */
  task: string;
  line: number;
}

/** A start, then numbered steps of agents joined by arrows. */
export interface CollaborationFlow extends ElementBase {
  kind: 'collaboration-flow';
  /** The event that starts the flow; empty if the flow begins with its first step. */
  start: string;
  steps: FlowStep[];
  /** The flow as written. */
  text: string;
}

/** Matches a line of nothing but arrows: ↓, |, v, -->, ▼ and their combinations. */
const arrowLine = /^(?=\s*\S)(?:[↓⬇▼⇩│┃|vV\s]|-+>|→)+$/;

const leadingArrow = /^\s*(?:→|⇒|↳|[-=]+>)\s*\S/;

/** Matches the number, bullet or arrow before a step. */
const stepMarker = /^\s*(?:\d+[.)]\s*|[-*•]\s+|(?:→|⇒|↳|[-=]+>)\s*)*/;

/** Recognises a fence with arrows between lines of agents: `1. @rust-pro - Memory safety design`. */
const recogniseCollaborationFlow: Recogniser<CollaborationFlow> = (node, context) => {
  if (node.type !== 'code' || isMermaid(node)) return;
  const lines = fencedLines(node);
  const textLines = lines.filter(({ text }) => text.trim() !== '' && !arrowLine.test(text));
  const [opening, ...rest] = textLines;
  if (!opening) return;
  if (rest.length === 0) return flowOnOneLine(opening, node.value, context);
  if (!lines.some(({ text }) => arrowLine.test(text) || leadingArrow.test(text))) return;

  const start = readStep(opening.text) ? '' : opening.text.trim();
  const steps = (start === '' ? textLines : rest).map(({ text, line }) => {
    const step = readStep(text);
    return step ? { ...step, line } : undefined;
  });
  if (steps.length < 2 || !steps.every((step) => step !== undefined)) return;
  const routes = steps.map(({ route }) => route);
  if (!refersToAgents(routes, context.headings)) return;
  return { kind: 'collaboration-flow', start, steps, text: node.value };
};

/** Parses `1. @agent - task`, with or without number, with any dash or a colon between. */
function readStep(text: string): Omit<FlowStep, 'line'> | undefined {
  const words = text.replace(stepMarker, '').replace(/\s+/g, ' ').trim();
  const [, agents = words, task = ''] = /^(.+?)(?: [-–—] | ?: | ?(?:→|⇒|[-=]+>) ?)(.+)$/.exec(words) ?? [];
  const route = readRoute(agents);
  // The agent comes first: a line that only ends with a name describes the start of the flow.
  if (!hasAgents(route) || !route.parties[0] || !('agent' in route.parties[0])) return;
  return /^[`*]*@|^[`*]*[a-z0-9]+[-_]/.test(agents) ? { route, task: task.trim() } : undefined;
}

/** Parses `@a → @b → @c`. */
function flowOnOneLine(
  { text: written, line }: FencedLine,
  text: string,
  { headings }: Context,
): Recognised<CollaborationFlow> | undefined {
  const parts = written.split(arrow);
  const routes = parts.map((part) => readRoute(part)).filter((route) => route !== undefined);
  const [start, ...others] = routes;
  if (!start || routes.length !== parts.length || !others.every(hasAgents)) return;
  const startsWithAgent = agentsOn(start).length > 0;
  const steps = (startsWithAgent ? routes : others).map((route) => ({ route, task: '', line }));
  if (steps.length < 2 || !refersToAgents(routes, headings)) return;
  return { kind: 'collaboration-flow', start: startsWithAgent ? '' : start.written, steps, text };
}

export const collaborationFlow: ElementDefinition<CollaborationFlow> = {
  name: { one: 'collaboration flow', many: 'collaboration flows' },
  recognise: recogniseCollaborationFlow,
  textLines: ({ start, steps }) => [start, ...steps.map(({ task, route }) => taskLine(task, route))],
  references: ({ title, steps }) =>
    steps.map(({ task, route, line }, index) => ({
      kind: 'flow',
      route,
      text: `${title}, step ${String(index + 1)}: ${task}`,
      line,
    })),
};
