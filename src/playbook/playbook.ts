import { assignIds } from './agent-ids.ts';
import { createAgent, fileNameOf, nameOf, type Agent } from './agent.ts';
import type { Element, ElementKind, ElementOfKind } from './elements/kinds.ts';
import { checkFolder } from './checks/check-folder.ts';
import type { Position } from './problems.ts';
import { createRoster, type RosterEntry } from './roster/roster.ts';
import { whySkipped, type SkippedFile } from './skipped-files.ts';
import { fitId, unusedId } from './slug.ts';
import { compareText } from './compare-text.ts';
import { readSource, unreadableSource } from './source/source.ts';

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
  /** The files that are not agents, in the order of their paths. */
  skipped: SkippedFile[];
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Creates a playbook from files. Every file with the shape of an agent becomes one, and an unreadable file becomes an
 * agent with a problem. The order of the files does not matter.
 * @param folder the path of their folder, with forward slashes, which may tell the tool that they are for
 */
export function createPlaybook(files: readonly AgentFile[], folder = ''): Playbook {
  const { distinct, copiesOf } = splitCopies([...files].sort((a, b) => compareText(a.path, b.path)));
  const all = distinct.map((file) =>
    'unreadable' in file ? unreadableSource(file.path, file.unreadable) : readSource(file.path, file.bytes, folder),
  );
  const skipped = all.flatMap((source): SkippedFile[] => {
    const reason = whySkipped(source);
    const paths = [source.path, ...(copiesOf.get(source.path) ?? [])];
    return reason === undefined ? [] : paths.map((path) => ({ path, reason }));
  });
  const sources = all.filter((source) => whySkipped(source) === undefined);
  const ids = assignIds(sources);
  const names = new Set(sources.map((source) => (nameOf(source) || fileNameOf(source.path)).toLowerCase()));
  const agents = sources.map((source, index) =>
    createAgent(source, ids[index] ?? String(index), names, copiesOf.get(source.path)),
  );
  const playbook = { ...assemblePlaybook(agents), skipped };
  checkFolder({
    roster: playbook.roster,
    paths: files.map(({ path }) => path),
    agents: sources.flatMap(({ data, at, location }, index) => {
      const agent = agents[index];
      const positionOf = (key: string): Position => at.get(key) ?? { line: 1, column: 1 };
      return agent ? [{ agent, data, location, positionOf }] : [];
    }),
  });
  return playbook;
}

/**
 * Finds files with the same name and bytes, which share one page. The file with the fewest folders above it stands for them.
 * @param files sorted by path
 * @returns also the paths of the copies, by the path of the file that stands for them
 */
function splitCopies(files: readonly AgentFile[]): {
  distinct: AgentFile[];
  copiesOf: ReadonlyMap<string, string[]>;
} {
  const latin1 = new TextDecoder('latin1');
  const depth = ({ path }: AgentFile) => path.split('/').length;
  const groups = Map.groupBy(files, (file) =>
    // Files without content have nothing in common but that.
    'unreadable' in file || file.bytes.length === 0 ? file : `${fileNameOf(file.path)}\n${latin1.decode(file.bytes)}`,
  );
  const copiesOf = new Map<string, string[]>();
  const others = new Set<AgentFile>();
  for (const group of groups.values()) {
    const [first, ...copies] = group.toSorted((a, b) => depth(a) - depth(b));
    if (!first || copies.length === 0) continue;
    const paths = copies.map(({ path }) => path);
    copiesOf.set(first.path, paths);
    for (const copy of copies) others.add(copy);
  }
  return { distinct: files.filter((file) => !others.has(file)), copiesOf };
}

/** Creates a playbook from agents that have their ids. Reports no problems between them. */
export function assemblePlaybook(agents: readonly Agent[]): Playbook {
  const ordered = inReadingOrder(agents);
  return { agents: ordered, roster: createRoster(ordered), elements: placeElements(ordered), skipped: [] };
}

function placeElements(agents: readonly Agent[]): PlacedElement[] {
  const usedIds = new Set<string>();
  return agents.flatMap((agent) =>
    agent.elements.map((element) => {
      // Different parts may give the same id: `a` + `b-c` and `a-b` + `c`.
      const id = unusedId(fitId(`${agent.id}-${element.slug}`), usedIds);
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

/** Sorts by name; agents with the same name by path. */
function inReadingOrder(agents: readonly Agent[]): Agent[] {
  return [...agents].sort((a, b) => collator.compare(a.name, b.name) || compareText(a.source.path, b.source.path));
}
