import { fileNameOf, nameOf } from './agent.ts';
import { hash } from './hash.ts';
import { slug, unusedId } from './slug.ts';
import type { Source } from './source/source.ts';

/** Longest id, in code points: the limit of a slug. */
const MAX_LENGTH = 60;

/** The catalogue in markdown is `agents/index.md`, so that no agent's file can be. */
const CATALOGUE_FILE = 'index';

/** Folders that say nothing about an agent: hidden ones such as `.claude`, and those that every repository has. */
const plainFolder = /^(?:\..*|agents|plugins)$/i;

/**
 * Returns an id for each source, in the same order. It is made of the file's own folder and name, also if no other agent
 * has that name: otherwise a file that is added later would change the address of another one. Of those that would have
 * the same id, the one with the fewest omitted folders has it; the id of another also has its omitted folders, or the
 * name of its file.
 * @param sources sorted by path
 */
export function assignIds(sources: readonly Source[]): string[] {
  const usedIds = new Set<string>();
  const ids = new Map<Source, string>();
  for (const source of sources.toSorted((a, b) => idRank(a) - idRank(b))) {
    const id = idIn(visibleFolders(source), source);
    const distinct = [id, idIn(foldersOf(source), source), slug(`${id}-${fileNameOf(source.path)}`)];
    ids.set(source, unusedId(distinct.find((one) => !usedIds.has(one)) ?? id, usedIds));
  }
  return sources.map((source) => ids.get(source) ?? '');
}

/** Returns a rank: of two agents that would have the same id, the one with the lower rank has it. */
function idRank(source: Source): number {
  const omitted = foldersOf(source).length - visibleFolders(source).length;
  // A file with another name must not take the id of one that is named like its agent.
  const isNamedLikeAgent = slug(fileNameOf(source.path)) === nameIn(source);
  return omitted + (isNamedLikeAgent ? 0 : 0.5);
}

function foldersOf({ path }: Source): string[] {
  return path.split('/').slice(0, -1);
}

function visibleFolders(source: Source): string[] {
  return foldersOf(source).filter((folder) => !plainFolder.test(folder));
}

function nameIn(source: Source): string {
  return slug(nameOf(source)) || slug(fileNameOf(source.path)) || 'agent';
}

/** Returns the id that an agent has if these folders are part of it. */
function idIn(folders: readonly string[], source: Source): string {
  const name = nameIn(source);
  const folder = slug(folders.join('-'));
  if (folder === '') return name === CATALOGUE_FILE ? `agent-${name}` : name;
  const id = `${folder}-${name}`;
  if (Array.from(id).length <= MAX_LENGTH) return id;
  // The part that is cut off must still change the result.
  const suffix = `-${shortHash(foldersOf(source).join('/'))}-${name}`;
  const room = MAX_LENGTH - Array.from(suffix).length;
  return slug(`${Array.from(folder).slice(0, Math.max(room, 1)).join('')}${suffix}`);
}

/** Returns a few letters and digits that depend on the whole text. */
export function shortHash(text: string): string {
  return hash(text).toString(36);
}
