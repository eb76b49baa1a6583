import { createAgent, fileNameOf, nameOf, type Agent } from './agent.ts';
import type { Element, ElementKind, ElementOfKind } from './elements/kinds.ts';
import { inFileOrder, problem, type Position } from './problems.ts';
import { findNearMisses, positionOfReference } from './roster/near-misses.ts';
import { createRoster, type RosterEntry } from './roster/roster.ts';
import { slug, unusedId } from './slug.ts';
import { compareText } from './compare-text.ts';
import { readSource, unreadableSource, type Source } from './source/source.ts';

/** A file of the agents' folder: its bytes, or the reason why they could not be read. */
export type AgentFile = { path: string; bytes: Uint8Array } | { path: string; unreadable: string };

/** An element with its agent and its id. */
export interface PlacedElement<Kind extends Element = Element> {
  /** Unique in the playbook; part of its URL. */
  id: string;
  agent: Agent;
  element: Kind;
}

/** All agents, with everything that connects them. */
export interface Playbook {
  /** In reading order: sorted by name, without regard to case, and numbers by their value. */
  agents: Agent[];
  /** All agents and outside specialists, sorted by name. */
  roster: RosterEntry[];
  /** Every element of every agent, in reading order. */
  elements: PlacedElement[];
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Creates a playbook from files. Every file becomes an agent; an unreadable one becomes an agent with a problem. The
 * order of the files does not matter.
 */
export function createPlaybook(files: readonly AgentFile[]): Playbook {
  const sources = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map((file) =>
      'unreadable' in file ? unreadableSource(file.path, file.unreadable) : readSource(file.path, file.bytes),
    )
    .filter((source) => !isFolderNote(source));
  const ids = assignIds(sources);
  const names = new Set(sources.map((source) => (nameOf(source) || fileNameOf(source.path)).toLowerCase()));
  const agents = sources.map((source, index) => createAgent(source, ids[index] ?? String(index), names));
  reportDuplicates(agents, sources);
  const playbook = assemblePlaybook(agents);
  const descriptions = sources.map(({ at }, index) => [ids[index] ?? '', at.get('description')] as const);
  reportNearMisses(playbook, new Map(descriptions));
  return playbook;
}

/** Creates a playbook from agents that have their ids. Reports no problems between them. */
export function assemblePlaybook(agents: readonly Agent[]): Playbook {
  const ordered = inReadingOrder(agents);
  return { agents: ordered, roster: createRoster(ordered), elements: placeElements(ordered) };
}

function placeElements(agents: readonly Agent[]): PlacedElement[] {
  const usedIds = new Set<string>();
  return agents.flatMap((agent) =>
    agent.elements.map((element) => {
      // Different parts may give the same id: `a` + `b-c` and `a-b` + `c`.
      const id = unusedId(`${agent.id}-${element.slug}`, usedIds);
      return { id, agent, element };
    }),
  );
}

/** Returns the elements of one kind, in reading order. */
export function elementsOfKind<Kind extends ElementKind>(
  { elements }: Playbook,
  kind: Kind,
): PlacedElement<ElementOfKind<Kind>>[] {
  return elements.filter((placed): placed is PlacedElement<ElementOfKind<Kind>> => placed.element.kind === kind);
}

/** @param descriptions position of each agent's description, by id */
function reportNearMisses({ agents, roster }: Playbook, descriptions: ReadonlyMap<string, Position | undefined>): void {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  for (const { name, suggestion, references } of findNearMisses(roster, agents)) {
    const reported = new Set<string>();
    for (const reference of references) {
      const agent = byId.get(reference.by);
      if (!agent) continue;
      const at = positionOfReference(name, reference, agent, descriptions.get(agent.id) ?? { line: 1, column: 1 });
      const place = `${agent.id} ${String(at.line)}:${String(at.column)}`;
      if (reported.has(place)) continue;
      reported.add(place);
      const found = problem('name-near-miss', agent.source.path, at, `“${name}”, which is close to “${suggestion}”`);
      agent.problems = inFileOrder([...agent.problems, found]);
    }
  }
}

/** Sorts by name; agents with the same name by path. */
function inReadingOrder(agents: readonly Agent[]): Agent[] {
  return [...agents].sort((a, b) => collator.compare(a.name, b.name) || compareText(a.source.path, b.source.path));
}

/** Whether a file is a note about the folder, such as a README, and not an agent: it has no front matter. */
function isFolderNote({ path, at }: Source): boolean {
  return at.size === 0 && /^(?:readme|changelog|contributing|license|claude|agents)$/i.test(fileNameOf(path));
}

/**
 * Returns an id for each source, in the same order. A name that occurs once is its own id. If names collide, their
 * folder is added, and within one folder a number in the order of the paths.
 */
function assignIds(sources: readonly Source[]): string[] {
  const wanted = sources.map((source) => slug(nameOf(source)) || slug(fileNameOf(source.path)) || 'agent');
  const count = new Map<string, number>();
  for (const id of wanted) count.set(id, (count.get(id) ?? 0) + 1);

  // Ids that occur once are reserved first, so that no other agent gets them.
  const usedIds = new Set(wanted.filter((id) => count.get(id) === 1));
  return sources.map((source, index) => {
    const id = wanted[index] ?? '';
    if (count.get(id) === 1) return id;
    const folder = slug(source.path.split('/').slice(0, -1).join('-'));
    // Shortened again: a long folder and a long name together may exceed the limit.
    return unusedId(folder === '' ? id : slug(`${folder}-${id}`), usedIds);
  });
}

/** @param sources those of the agents, in the same order: they have the position of the name */
function reportDuplicates(agents: readonly Agent[], sources: readonly Source[]): void {
  const byName = Map.groupBy(agents, ({ name }) => name);
  agents.forEach((agent, index) => {
    const others = (byName.get(agent.name) ?? []).filter((other) => other !== agent).map((other) => other.source.path);
    if (others.length === 0) return;
    const at = sources[index]?.at.get('name') ?? { line: 1, column: 1 };
    agent.problems = inFileOrder([
      ...agent.problems,
      problem('name-duplicate', agent.source.path, at, others.join(', ')),
    ]);
  });
}
