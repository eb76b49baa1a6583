import { chunkOf, chunksFor } from '../format/chunks.ts';
import type { IndexFiles } from './index-files.ts';

/** Requests under way at once: more would be in the way of what the next key needs at once. */
const LANES = 3;

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * Loads what the next keys may need: first all chunks with words that begin with the last one, which is not typed
 * to its end; then one for each letter, since the next word can begin with any; of small sites, all the rest.
 * Failing is no error: it will be loaded when it is needed.
 * @param words what is searched for
 * @param signal ends it; what is under way by then still comes
 */
export async function loadAhead(files: IndexFiles, words: readonly string[], signal: AbortSignal): Promise<void> {
  // What somebody waits for comes first.
  await files.pagefind();
  const { chunks, small, bundles } = await files.manifest();
  const begun = words.at(-1) ?? 'a';
  const numbers = [...chunksFor(begun, chunks), ...LETTERS.map((letter) => chunkOf(letter, chunks))];
  const loads = [
    ...[...new Set(numbers)].map((number) => () => files.chunk(number)),
    ...(small ? bundles.map((_, number) => () => files.bundle(number)) : []),
  ];
  const lane = async () => {
    for (let load = loads.shift(); load && !signal.aborted; load = loads.shift()) await load();
  };
  await Promise.allSettled(Array.from({ length: LANES }, lane));
}
