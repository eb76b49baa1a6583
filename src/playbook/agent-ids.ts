import { fileNameOf, nameOf } from './agent.ts';
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
 * has that name: otherwise a file that is added later would change the address of another one. Within one folder, a name
 * that occurs twice is followed by the name of the file.
 * @param sources sorted by path
 */
export function assignIds(sources: readonly Source[]): string[] {
  const usedIds = new Set<string>();
  const ids = new Map<Source, string>();
  // A file that is named like its agent comes first, so that files with other names do not take its id.
  const first = sources.filter((source) => slug(fileNameOf(source.path)) === nameIn(source));
  for (const source of new Set([...first, ...sources])) {
    const id = ownId(source);
    const file = slug(fileNameOf(source.path));
    const withFile = usedIds.has(id) && file !== '' ? slug(`${id}-${file}`) : id;
    ids.set(source, unusedId(withFile, usedIds));
  }
  return sources.map((source) => ids.get(source) ?? '');
}

function nameIn(source: Source): string {
  return slug(nameOf(source)) || slug(fileNameOf(source.path)) || 'agent';
}

function ownId(source: Source): string {
  const name = nameIn(source);
  const folders = source.path.split('/').slice(0, -1);
  const folder = slug(folders.filter((one) => !plainFolder.test(one)).join('-'));
  if (folder === '') return name === CATALOGUE_FILE ? `agent-${name}` : name;
  const id = `${folder}-${name}`;
  if (Array.from(id).length <= MAX_LENGTH) return id;
  // The part that is cut off must still change the result.
  const suffix = `-${shortHash(folders.join('/'))}-${name}`;
  const room = MAX_LENGTH - Array.from(suffix).length;
  return slug(`${Array.from(folder).slice(0, Math.max(room, 1)).join('')}${suffix}`);
}

/** Returns a few letters and digits that depend on the whole text (FNV-1a). */
export function shortHash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(36);
}
