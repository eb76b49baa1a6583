/** Returns the chunk of Pagefind's index that a word belongs to (see `Manifest`); -1 if it sorts before all chunks. */
export function chunkOf(word: string, chunks: readonly string[]): number {
  return chunks.findLastIndex((from) => from <= word);
}

/** Returns all chunks that may contain words with this prefix. */
export function chunksFor(prefix: string, chunks: readonly string[]): number[] {
  const first = Math.max(0, chunkOf(prefix, chunks));
  const end = chunks.findIndex((from, number) => number > first && !from.startsWith(prefix));
  return chunks.slice(first, end === -1 ? undefined : end).map((_, index) => first + index);
}
