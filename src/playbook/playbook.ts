import { createAgent, fileNameOf, nameOf, type Agent } from './agent.ts';
import type { Element, ElementKind } from './elements/index.ts';
import { inFileOrder, problem, type Position } from './problems.ts';
import { findNearMisses, positionOf } from './roster/near-misses.ts';
import { createRoster, type RosterEntry } from './roster/roster.ts';
import { slug } from './slug.ts';
import { readSource, unreadableSource, type Source } from './source/source.ts';

/** A file of the agents' folder: its bytes, or why they could not be read. */
export type AgentFile = { path: string; bytes: Uint8Array } | { path: string; unreadable: string };

/** An element and where it comes from. */
export interface PlacedElement<Kind extends Element = Element> {
  /** Unique in the playbook; part of its address. */
  id: string;
  agent: Agent;
  element: Kind;
}

/** All agents together. */
export interface Playbook {
  /** By name, as a person would sort them. */
  agents: Agent[];
  /** Everybody who is named anywhere, by name. */
  roster: RosterEntry[];
  /** Every element of every agent, in reading order. */
  elements: PlacedElement[];
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Files in, playbook out. Every file gives an agent: one that cannot be read gives one that says so. The
 * order of the input does not matter.
 */
export function createPlaybook(files: readonly AgentFile[]): Playbook {
  const sources = [...files]
    .sort((a, b) => compareText(a.path, b.path))
    .map((file) =>
      'unreadable' in file ? unreadableSource(file.path, file.unreadable) : readSource(file.path, file.bytes),
    )
    .filter((source) => !isFolderNote(source));
  const ids = assignIds(sources);
  const agents = sources.map((source, index) => createAgent(source, ids[index] ?? String(index)));
  reportDuplicates(agents, sources);
  const playbook = assemblePlaybook(agents);
  const descriptions = sources.map(({ at }, index) => [ids[index] ?? '', at.get('description')] as const);
  reportNearMisses(playbook, new Map(descriptions));
  return playbook;
}

/** Puts agents together: in reading order, and with everybody they name. */
export function assemblePlaybook(agents: readonly Agent[]): Playbook {
  const ordered = inReadingOrder(agents);
  return { agents: ordered, roster: createRoster(ordered), elements: placeElements(ordered) };
}

function placeElements(agents: readonly Agent[]): PlacedElement[] {
  const taken = new Set<string>();
  return agents.flatMap((agent) =>
    agent.elements.map((element) => {
      // `a` + `b-c` and `a-b` + `c` would meet in one id.
      const base = `${agent.id}-${element.slug}`;
      let id = base;
      for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`;
      taken.add(id);
      return { id, agent, element };
    }),
  );
}

/** The elements of one kind, in reading order. */
export function elementsOfKind<Kind extends ElementKind>(
  { elements }: Playbook,
  kind: Kind,
): PlacedElement<Extract<Element, { kind: Kind }>>[] {
  return elements.filter(
    (placed): placed is PlacedElement<Extract<Element, { kind: Kind }>> => placed.element.kind === kind,
  );
}

/** @param descriptions where each agent's description stands, by id */
function reportNearMisses({ agents, roster }: Playbook, descriptions: ReadonlyMap<string, Position | undefined>): void {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  for (const { name, suggestion, references } of findNearMisses(roster, agents)) {
    const told = new Set<string>();
    for (const reference of references) {
      const agent = byId.get(reference.by);
      if (!agent) continue;
      const at = positionOf(name, reference, agent, descriptions.get(agent.id) ?? { line: 1, column: 1 });
      const place = `${agent.id} ${String(at.line)}:${String(at.column)}`;
      if (told.has(place)) continue;
      told.add(place);
      const found = problem('name-near-miss', agent.source.path, at, `“${name}”, close to “${suggestion}”`);
      agent.problems = inFileOrder([...agent.problems, found]);
    }
  }
}

/** By name, as a person would sort them; namesakes by path. */
function inReadingOrder(agents: readonly Agent[]): Agent[] {
  return [...agents].sort((a, b) => byName.compare(a.name, b.name) || compareText(a.source.path, b.source.path));
}

/** Notes about the folder, which are no agents: a README and its like, unless it has front matter. */
function isFolderNote({ path, at }: Source): boolean {
  return at.size === 0 && /^(?:readme|changelog|contributing|license|claude|agents)$/i.test(fileNameOf(path));
}

/**
 * One id a source, in the same order. A name that occurs once is its own id; names that collide are told
 * apart by their folder, and inside a folder by a number in the order of the paths.
 */
function assignIds(sources: readonly Source[]): string[] {
  const wished = sources.map((source) => slug(nameOf(source)) || slug(fileNameOf(source.path)) || 'agent');
  const count = new Map<string, number>();
  for (const id of wished) count.set(id, (count.get(id) ?? 0) + 1);

  // Ids that nobody contests are taken first, so that a made-up one never pushes them aside.
  const taken = new Set(wished.filter((id) => count.get(id) === 1));
  return sources.map((source, index) => {
    const id = wished[index] ?? '';
    if (count.get(id) === 1) return id;
    const folder = slug(source.path.split('/').slice(0, -1).join('-'));
    // Made short again, or a long folder and a long name would be too long together.
    const base = folder === '' ? id : slug(`${folder}-${id}`);
    let unique = base;
    for (let number = 2; taken.has(unique); number++) unique = `${base}-${String(number)}`;
    taken.add(unique);
    return unique;
  });
}

/** @param sources those of the agents, in the same order: they know where the name stands */
function reportDuplicates(agents: readonly Agent[], sources: readonly Source[]): void {
  const namesakes = Map.groupBy(agents, ({ name }) => name);
  agents.forEach((agent, index) => {
    const others = (namesakes.get(agent.name) ?? [])
      .filter((other) => other !== agent)
      .map((other) => other.source.path);
    if (others.length === 0) return;
    const at = sources[index]?.at.get('name') ?? { line: 1, column: 1 };
    agent.problems = inFileOrder([
      ...agent.problems,
      problem('name-duplicate', agent.source.path, at, others.join(', ')),
    ]);
  });
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
