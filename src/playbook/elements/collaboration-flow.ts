import type { ElementBase, Place, Recognised, Recogniser } from './element.ts';
import { agentsOn, arrow, meansAgents, namesAgents, readRoute, type Route } from './route.ts';

export interface FlowStep {
  route: Route;
  /** What is done in it; empty if the author names only who. */
  task: string;
  line: number;
}

/** A start, then numbered steps of agents joined by arrows. */
export interface CollaborationFlow extends ElementBase {
  kind: 'collaboration-flow';
  /** What sets it off; empty if the flow begins with its first step. */
  start: string;
  steps: FlowStep[];
  /** The flow as written. */
  text: string;
}

// A line that only points on: ↓, |, v, -->, ▼ and their combinations.
const arrowLine = /^\s*(?:[↓⬇▼⇩│┃|vV\s]|-+>|→)*(?:[↓⬇▼⇩│┃|vV]|-+>|→)\s*$/;

const leadingArrow = /^\s*(?:→|⇒|↳|[-=]+>)\s*\S/;

/** Number, bullet or arrow with which a step may begin. */
const stepMark = /^\s*(?:\d+[.)]\s*|[-*•]\s+|(?:→|⇒|↳|[-=]+>)\s*)*/;

/** Claims a fence with arrows between lines of agents: `1. @rust-pro - Memory safety design`. */
export const recogniseCollaborationFlow: Recogniser<CollaborationFlow> = (node, place) => {
  if (node.type !== 'code' || /mermaid/i.test(node.lang ?? '')) return;
  const first = (node.position?.start.line ?? 0) + 1;
  const lines = node.value.split('\n').map((text, index) => ({ text, line: first + index }));
  const said = lines.filter(({ text }) => text.trim() !== '' && !arrowLine.test(text));
  if (said.length === 1) return chain(said[0]?.text ?? '', said[0]?.line ?? first, node.value, place);
  if (!lines.some(({ text }) => arrowLine.test(text) || leadingArrow.test(text))) return;

  const [opening, ...rest] = said;
  if (!opening) return;
  const start = readStep(opening.text) ? '' : opening.text.trim();
  const steps = (start === '' ? said : rest).map(({ text, line }) => {
    const step = readStep(text);
    return step ? { ...step, line } : undefined;
  });
  if (steps.length < 2 || !steps.every((step) => step !== undefined)) return;
  const routes = steps.map(({ route }) => route);
  if (!meansAgents(routes, place.headings)) return;
  return { kind: 'collaboration-flow', start, steps, text: node.value };
};

/** `1. @agent - what`, with or without number, with any dash or a colon between. */
function readStep(text: string): Omit<FlowStep, 'line'> | undefined {
  const words = text.replace(stepMark, '').replace(/\s+/g, ' ').trim();
  const [, named = words, task = ''] = /^(.+?)(?: [-–—] | ?: | ?(?:→|⇒|[-=]+>) ?)(.+)$/.exec(words) ?? [];
  const route = readRoute(named);
  // Who acts comes first: a line that only ends with a name is what sets the flow off.
  if (!namesAgents(route) || !route.parties[0] || !('agent' in route.parties[0])) return;
  return /^[`*]*@|^[`*]*[a-z0-9]+[-_]/.test(named) ? { route, task: task.trim() } : undefined;
}

/** `@a → @b → @c`, all on one line. */
function chain(
  written: string,
  line: number,
  text: string,
  { headings }: Place,
): Recognised<CollaborationFlow> | undefined {
  const parts = written.split(arrow);
  const routes = parts.map((part) => readRoute(part)).filter((route) => route !== undefined);
  const [start, ...others] = routes;
  if (!start || routes.length !== parts.length || !others.every((route) => agentsOn(route).length > 0)) return;
  const startsWithAgent = agentsOn(start).length > 0;
  const steps = (startsWithAgent ? routes : others).map((route) => ({ route, task: '', line }));
  if (steps.length < 2 || !meansAgents(routes, headings)) return;
  return { kind: 'collaboration-flow', start: startsWithAgent ? '' : start.written, steps, text };
}
