import { createAgent, fileNameOf, nameOf, type Agent } from './agent.ts';
import { inFileOrder, problem, type Problem } from './problems.ts';
import { readSource, type Source } from './source.ts';

/** A file of the agents' folder: its bytes, or why they could not be read. */
export type AgentFile = { path: string; bytes: Uint8Array } | { path: string; unreadable: string };

/** All agents together. */
export interface Playbook {
  /** By name, as a person would sort them. */
  agents: Agent[];
  /** Problems of files that gave no agent. */
  problems: Problem[];
}

/** Longest id: leaves room for a suffix, and for UTF-8, in the 255 bytes that file systems allow a name. */
const ID_LENGTH = 60;

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Files in, playbook out. A file that cannot be read costs only itself. Order of the input does not matter.
 */
export function createPlaybook(files: readonly AgentFile[]): Playbook {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  for (const file of [...files].sort((a, b) => compareText(a.path, b.path))) {
    if ('unreadable' in file) {
      problems.push(problem('file-unreadable', file.path, { line: 1, column: 1 }, file.unreadable));
    } else {
      const source = readSource(file.path, file.bytes);
      if (!isFolderNote(source)) sources.push(source);
    }
  }

  const ids = assignIds(sources);
  const agents = sources.map((source, index) => createAgent(source, ids[index] ?? String(index)));
  reportDuplicates(agents, sources);
  return { agents: inReadingOrder(agents), problems };
}

/** By name, as a person would sort them; namesakes by path. */
export function inReadingOrder(agents: readonly Agent[]): Agent[] {
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

/** Letters and digits of any script, in lower case, joined by hyphens: safe as a file's name and in a URL. */
function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return Array.from(words.join('-')).slice(0, ID_LENGTH).join('').replace(/-$/, '');
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
