import type { ElementBase, Recognised, Recogniser } from './element.ts';
import { agentsOn, arrow, isAgentName, namesAgents, readRoute, type Route } from './route.ts';

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
const arrowLine = /^\s*(?:[↓⬇▼⇩│┃|vV]|-+>|→)+\s*$/;

/** Claims a fence with arrows between lines of agents: `1. @rust-pro - Memory safety design`. */
export const recogniseCollaborationFlow: Recogniser<CollaborationFlow> = (node) => {
  if (node.type !== 'code' || /mermaid/i.test(node.lang ?? '')) return;
  const first = (node.position?.start.line ?? 0) + 1;
  const lines = node.value.split('\n').map((text, index) => ({ text, line: first + index }));
  const said = lines.filter(({ text }) => text.trim() !== '' && !arrowLine.test(text));
  if (said.length === lines.length) return chain(node.value, first);

  const [opening, ...rest] = said;
  if (!opening) return;
  const start = readStep(opening.text) ? '' : opening.text.trim();
  const steps = (start === '' ? said : rest).map(({ text, line }) => {
    const step = readStep(text);
    return step ? { ...step, line } : undefined;
  });
  if (steps.length < 2 || !steps.every((step) => step !== undefined)) return;
  return { kind: 'collaboration-flow', start, steps, text: node.value };
};

/** `1. @agent - what`, with or without number, with any dash or a colon between. */
function readStep(text: string): Omit<FlowStep, 'line'> | undefined {
  const match = /^\s*(?:\d+[.)]\s*|[-*•]\s+)?(.+?)(?:\s+[-–—]\s+|\s*:\s+)(.+)$/.exec(text);
  const who = (match?.[1] ?? text.replace(/^\s*(?:\d+[.)]\s*|[-*•]\s+)/, '')).trim();
  const route = readRoute(who);
  if (!namesAgents(route) || !(who.startsWith('@') || isAgentName(who))) return;
  return { route, task: match?.[2]?.trim() ?? '' };
}

/** `@a → @b → @c`, all on one line. */
function chain(text: string, line: number): Recognised<CollaborationFlow> | undefined {
  const parts = text.trim().split(arrow);
  if (text.trim().includes('\n') || parts.length < 3) return;
  const routes = parts.map((part) => readRoute(part)).filter((route) => route !== undefined);
  const [start, ...others] = routes;
  if (!start || routes.length !== parts.length || !others.every((route) => agentsOn(route).length > 0)) return;
  const startsWithAgent = agentsOn(start).length > 0;
  const steps = (startsWithAgent ? routes : others).map((route) => ({ route, task: '', line }));
  return { kind: 'collaboration-flow', start: startsWithAgent ? '' : start.written, steps, text };
}
