import { distance } from 'fastest-levenshtein';
import { fileNameOf, type Agent } from './agent.ts';
import { allAnswers } from './elements/decision-tree.ts';
import type { Element } from './elements/index.ts';
import { agentsOn, mentionPattern } from './elements/route.ts';

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
  for (const agent of agents) {
    // Of namesakes, the first in reading order is the one that a name leads to.
    const key = entries.has(agent.name.toLowerCase()) ? agent.id : agent.name.toLowerCase();
    const color = agent.color === undefined ? {} : { color: agent.color };
    entries.set(key, { name: agent.name, id: agent.id, agent: agent.id, ...color, references: [] });
  }
  const refer = (name: string, reference: Reference, makesEntry: boolean) => {
    const key = name.toLowerCase();
    const entry = entries.get(key) ?? (makesEntry ? { name, id: freeId(key, entries), references: [] } : undefined);
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
    for (const { name, explicit, section, line } of agent.mentions) {
      if (!explicit) refer(name, { kind: 'mention', by: agent.id, section, text: '', line }, false);
    }
  }
  return [...entries.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

function freeId(name: string, entries: ReadonlyMap<string, RosterEntry>): string {
  const taken = new Set([...entries.values()].map(({ id }) => id));
  let id = name;
  for (let number = 2; taken.has(id); number++) id = `${name}-${String(number)}`;
  return id;
}

function mentionsOf(agent: Agent): { name: string; reference: Reference }[] {
  const inText = agent.mentions
    .filter(({ explicit }) => explicit)
    .map(({ name, section, line }) => ({
      name,
      reference: { kind: 'mention', by: agent.id, section, text: '', line } satisfies Reference,
    }));
  const inExamples = agent.examples.flatMap(({ context, turns, commentary }) => {
    const words = [...turns.map(({ text }) => text), commentary].join(' ');
    const names = new Set([...words.matchAll(mentionPattern)].map(([, name = '']) => name));
    return [...names].map((name) => ({
      name,
      reference: { kind: 'example', by: agent.id, section: '', text: context, line: 1 } satisfies Reference,
    }));
  });
  // An agent that speaks of itself is no news.
  return [...inExamples, ...inText].filter(({ name }) => name !== agent.name);
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
        at('answer', agentsOn(answer.route), `${question.text} ${answer.label}`, element.from),
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

/** A name that is probably another one, misspelt or outdated. */
export interface NearMiss {
  name: string;
  suggestion: string;
  references: Reference[];
}

/** Shorter names than this differ from each other by so few letters anyway: `c-pro`, `cpp-pro`. */
const SHORTEST_NAME = 8;
/** Letters by which a slip differs from what was meant. */
const SLIP = 2;

/**
 * Names without a file that are likely slips: close to the name of an agent with a file, or to one that is
 * named more often; or the name of a file whose agent is now called otherwise.
 */
export function findNearMisses(roster: readonly RosterEntry[], agents: readonly Agent[]): NearMiss[] {
  const renamed = new Map(agents.map(({ name, source }) => [fileNameOf(source.path).toLowerCase(), name]));
  return roster
    .filter(({ agent }) => agent === undefined)
    .flatMap(({ name, references }) => {
      const better = roster.filter((other) => other.agent !== undefined || other.references.length > references.length);
      const suggestion = renamed.get(name) ?? better.find((other) => isSlip(name, other.name))?.name;
      return suggestion === undefined ? [] : [{ name, suggestion, references }];
    });
}

function isSlip(written: string, meant: string): boolean {
  const long = Math.min(written.length, meant.length) >= SHORTEST_NAME;
  return long && written !== meant && distance(written, meant) <= SLIP;
}
