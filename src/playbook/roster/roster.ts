import type { Agent } from '../agent.ts';
import { allAnswers } from '../elements/decision-tree.ts';
import type { Element } from '../elements/index.ts';
import { agentsOn, mentionPattern } from '../elements/route.ts';

/** How somebody is referred to. */
export type ReferenceKind = 'delegation' | 'collaboration' | 'answer' | 'workflow' | 'flow' | 'example' | 'mention';

/** One place that names somebody. */
export interface Reference {
  kind: ReferenceKind;
  /** Id of the agent whose file says so. */
  by: string;
  /** Anchor of the section, empty if there is none. */
  section: string;
  /** Slug of the element, where it is one. */
  element?: string;
  /** The task, the step, or the question with its answer; empty for a mention. */
  text: string;
  line: number;
  /** Column of the name, where it is known. */
  column?: number;
}

/** Somebody who is named: an agent with a file, or an outside specialist. */
export interface RosterEntry {
  name: string;
  /** Part of the address of its page. */
  id: string;
  /** Id of the agent, if there is a file. */
  agent?: string;
  /** The agent's colour as written, if it has one. */
  color?: string;
  /** In the order of agents and lines. */
  references: Reference[];
}

/** Everybody who is named anywhere, by name; agents with a file also if nobody names them. */
export function createRoster(agents: readonly Agent[]): RosterEntry[] {
  const entries = new Map<string, RosterEntry>();
  const ids = new Set(agents.map(({ id }) => id));
  for (const agent of agents) {
    // Of namesakes, the first in reading order is the one that a name leads to.
    const key = entries.has(agent.name.toLowerCase()) ? agent.id : agent.name.toLowerCase();
    const color = agent.color === undefined ? {} : { color: agent.color };
    entries.set(key, { name: agent.name, id: agent.id, agent: agent.id, ...color, references: [] });
  }
  const refer = (name: string, reference: Reference, makesEntry: boolean) => {
    const key = name.toLowerCase();
    const entry = entries.get(key) ?? (makesEntry ? { name, id: freeId(key, ids), references: [] } : undefined);
    if (!entry) return;
    entries.set(key, entry);
    entry.references.push(reference);
  };

  for (const agent of agents) {
    for (const { name, ...reference } of agent.elements.flatMap((element) => referencesIn(element, agent.id))) {
      refer(name, reference, true);
    }
    for (const { name, reference } of mentionsOf(agent)) refer(name, reference, true);
  }
  // Words in code spans count only where they name somebody known by now.
  for (const agent of agents) {
    for (const { name, explicit, ...place } of agent.mentions) {
      if (explicit || isItself(name, agent)) continue;
      refer(name, { kind: 'mention', by: agent.id, text: '', ...place }, false);
    }
  }
  // Stable: of namesakes, the one that the name leads to stays the first.
  return [...entries.values()].sort((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()));
}

/** By code units: the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function freeId(name: string, taken: Set<string>): string {
  let id = name;
  for (let number = 2; taken.has(id); number++) id = `${name}-${String(number)}`;
  taken.add(id);
  return id;
}

function isItself(name: string, agent: Agent): boolean {
  return name.toLowerCase() === agent.name.toLowerCase();
}

function mentionsOf(agent: Agent): { name: string; reference: Reference }[] {
  const inText = agent.mentions
    .filter(({ explicit }) => explicit)
    .map(({ name, explicit: _, ...place }) => ({
      name,
      reference: { kind: 'mention', by: agent.id, text: '', ...place } satisfies Reference,
    }));
  const inExamples = agent.examples.flatMap(({ context, turns, commentary }) => {
    const words = [context, ...turns.map(({ text }) => text), commentary].join(' ');
    const names = new Set([...words.matchAll(mentionPattern)].map(([, name = '']) => name));
    return [...names].map((name) => ({
      name,
      reference: { kind: 'example', by: agent.id, section: '', text: context, line: 1 } satisfies Reference,
    }));
  });
  // An agent that speaks of itself is no news.
  return [...inExamples, ...inText].filter(({ name }) => !isItself(name, agent));
}

function referencesIn(element: Element, by: string): (Reference & { name: string })[] {
  const { section, slug } = element;
  const at = (kind: ReferenceKind, names: string[], text: string, line: number) =>
    names.map((name) => ({ name, kind, by, section, element: slug, text, line }));
  switch (element.kind) {
    case 'delegations':
      return element.items.flatMap(({ task, route, line }) =>
        at(element.form === 'with' ? 'collaboration' : 'delegation', agentsOn(route), task, line),
      );
    case 'decision-tree':
      return allAnswers(element.questions).flatMap(({ question, answer }) =>
        at('answer', agentsOn(answer.route), `${question.text} ${answer.label}`.trim(), answer.line),
      );
    case 'workflow':
      return element.steps.flatMap(({ title, route, line }, index) =>
        at('workflow', agentsOn(route), `${element.title}, step ${String(index + 1)}: ${title}`, line),
      );
    case 'collaboration-flow':
      return element.steps.flatMap(({ task, route, line }, index) =>
        at('flow', agentsOn(route), `${element.title}, step ${String(index + 1)}: ${task}`, line),
      );
    case 'diagram':
    case 'handoff-template':
    case 'message':
    case 'quality-gate':
      return [];
  }
}
