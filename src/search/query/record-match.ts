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
  /** How well it is the record of an agent that the query names, 0 to 1: see `name-match.ts`. */
  named: number;
}

/** Matches by record number. */
export type RecordMatches = Map<number, RecordMatch>;

/** A match without anything. */
export const noMatch: RecordMatch = { score: 0, share: 0, inOrder: false, symbols: 0, named: 0 };

/** Returns the numbers of matching records, best match first. */
export function byScore(matches: RecordMatches): number[] {
  return [...matches]
    .sort(([a, m], [b, n]) => n.named - m.named || n.score - m.score || a - b)
    .map(([number]) => number);
}
