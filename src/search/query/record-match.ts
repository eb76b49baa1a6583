/** A record that matches a query, and how well. */
export interface RecordMatch {
  /** Higher is better. */
  score: number;
  /** The share of the query's words that the record contains, 0 to 1. */
  share: number;
  /** Whether it contains the words one after the other. */
  inOrder: boolean;
  /** How many of the query's symbols it contains. */
  symbols: number;
}

/** Matches by record number. */
export type RecordMatches = Map<number, RecordMatch>;

/** Returns the numbers of matching records, best match first. */
export function byScore(matches: RecordMatches): number[] {
  return [...matches].sort(([a, m], [b, n]) => n.score - m.score || a - b).map(([number]) => number);
}
