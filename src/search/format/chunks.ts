/** The chunk of Pagefind's index in which a word would be (see `Manifest`); -1 if it sorts before all of them. */
export function chunkOf(word: string, chunks: readonly string[]): number {
  return chunks.findLastIndex((from) => from <= word);
}

/** All chunks in which there may be words that begin like this. */
export function chunksFor(beginning: string, chunks: readonly string[]): number[] {
  const first = Math.max(0, chunkOf(beginning, chunks));
  const behind = chunks.findIndex((from, number) => number > first && !from.startsWith(beginning));
  return chunks.slice(first, behind === -1 ? undefined : behind).map((_, index) => first + index);
}
