import { chunkOf, chunksFor } from '../format/chunks.ts';
import type { IndexFiles } from './index-files.ts';

/** Maximum number of requests at once: more would delay what the next key needs. */
const MAX_REQUESTS = 3;

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

/**
 * Loads the files that the next keys may need: first all chunks with words that begin with the last word, which may be
 * incomplete; then a chunk for each letter that the next word can begin with; in small sites, all records as well.
 * A failure has no consequence, because a search loads what it needs.
 * @param words of the query
 * @param signal stops further requests
 */
export async function prefetchForTyping(
  files: IndexFiles,
  words: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  // The reader waits for these files, so they come first.
  await files.pagefind();
  const { chunks, small, shards } = await files.manifest();
  const prefix = words.at(-1) ?? 'a';
  const numbers = [...chunksFor(prefix, chunks), ...letters.map((letter) => chunkOf(letter, chunks))];
  const loads = [
    ...[...new Set(numbers)].map((number) => () => files.chunk(number)),
    ...(small ? shards.map((_, number) => () => files.shard(number)) : []),
  ];
  const loadInTurn = async () => {
    for (let load = loads.shift(); load && !signal.aborted; load = loads.shift()) await load();
  };
  await Promise.allSettled(Array.from({ length: MAX_REQUESTS }, loadInTurn));
}
