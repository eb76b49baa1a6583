import { mentionedName, mentionPattern } from '../agent-names.ts';
import type { Agent } from '../agent.ts';
import type { ElementReference } from '../elements/element.ts';
import { referencesIn } from '../elements/kinds.ts';
import { compareText } from '../compare-text.ts';
import { agentsOn } from '../elements/route.ts';
import { unusedId } from '../slug.ts';

/** The ways in which a file refers to an agent: by one of its elements, in a dialogue, or in running text. */
export type ReferenceKind = ElementReference['kind'] | 'example' | 'mention';

/** One place that names an agent. */
export interface Reference {
  kind: ReferenceKind;
  /** Id of the agent whose file contains it. */
  by: string;
  /** Anchor of the section, empty if there is none. */
  section: string;
  /** Slug of the element, if it is in one. */
  element?: string;
  /** The task, the step, or the question with its answer; empty for a mention. */
  text: string;
  line: number;
  /** Column of the name, if it is known. */
  column?: number;
}

/** An agent with a file, or an outside specialist: a name without a file. */
export interface RosterEntry {
  name: string;
  /** Part of the URL of its page. */
  id: string;
  /** Id of the agent, if there is a file. */
  agent?: string;
  /** The agent's colour as written, if it has one. */
  color?: string;
  /** In the order of agents and lines. */
  references: Reference[];
}

/** Creates the roster, sorted by name: all agents with a file, and all outside specialists that a file names. */
export function createRoster(agents: readonly Agent[]): RosterEntry[] {
  const entries = new Map<string, RosterEntry>();
  const ids = new Set(agents.map(({ id }) => id));
  for (const agent of agents) {
    // If two agents share a name, the name leads to the first in reading order.
    const key = entries.has(agent.name.toLowerCase()) ? agent.id : agent.name.toLowerCase();
    const color = agent.color === undefined ? {} : { color: agent.color };
    entries.set(key, { name: agent.name, id: agent.id, agent: agent.id, ...color, references: [] });
  }
  for (const agent of agents) {
    for (const { name: written, reference } of [
      ...elementReferences(agent),
      ...dialogueReferences(agent),
      ...explicitMentions(agent),
    ]) {
      const name = mentionedName(written, entries);
      const key = name.toLowerCase();
      const entry = entries.get(key) ?? { name, id: unusedId(key, ids), references: [] };
      entries.set(key, entry);
      entry.references.push(reference);
    }
  }
  // The words in code spans count only if they are a name that the roster has by now.
  for (const agent of agents) {
    for (const { name, reference } of possibleMentions(agent)) {
      entries.get(name.toLowerCase())?.references.push(reference);
    }
  }
  // Sorting is stable, so the agent that a shared name leads to is still the first.
  return [...entries.values()].sort((a, b) => compareText(a.name.toLowerCase(), b.name.toLowerCase()));
}

function isSelf(name: string, agent: Agent): boolean {
  return name.toLowerCase() === agent.name.toLowerCase();
}

interface NamedReference {
  name: string;
  reference: Reference;
}

function elementReferences(agent: Agent): NamedReference[] {
  return agent.elements.flatMap((element) =>
    referencesIn(element).flatMap(({ kind, route, text, line }) =>
      agentsOn(route).map((name) => ({
        name,
        reference: { kind, by: agent.id, section: element.section, element: element.slug, text, line },
      })),
    ),
  );
}

// The references below leave out an agent's mentions of itself: they say nothing about working with others.

function dialogueReferences(agent: Agent): NamedReference[] {
  return agent.examples.flatMap(({ context, turns, commentary }) => {
    const words = [context, ...turns.map(({ text }) => text), commentary].join(' ');
    const names = new Set([...words.matchAll(mentionPattern)].map(([, name = '']) => name));
    return [...names]
      .filter((name) => !isSelf(name, agent))
      .map((name) => ({ name, reference: { kind: 'example', by: agent.id, section: '', text: context, line: 1 } }));
  });
}

function explicitMentions(agent: Agent): NamedReference[] {
  return mentionReferences(agent, true);
}

/** Returns the mentions that are names only if the roster has them. */
function possibleMentions(agent: Agent): NamedReference[] {
  return mentionReferences(agent, false);
}

function mentionReferences(agent: Agent, areExplicit: boolean): NamedReference[] {
  return agent.mentions
    .filter(({ name, explicit }) => explicit === areExplicit && !isSelf(name, agent))
    .map(({ name, explicit: _, ...place }) => ({
      name,
      reference: { kind: 'mention', by: agent.id, text: '', ...place },
    }));
}
