import type { StoredChunks } from './index-format.ts';

/** The chunk in which a word would be; -1 if it sorts before all of them. */
export function chunkOf(word: string, { from }: StoredChunks): number {
  return from.findLastIndex((first) => first <= word);
}

/** All chunks in which there may be words that begin like this. */
export function chunksFor(beginning: string, chunks: StoredChunks): number[] {
  const first = Math.max(0, chunkOf(beginning, chunks));
  const behind = chunks.from.findIndex((from, number) => number > first && !from.startsWith(beginning));
  return chunks.from.flatMap((_, number) => (number >= first && (behind === -1 || number < behind) ? [number] : []));
}
