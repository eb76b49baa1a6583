import { resultKinds, type ResultKind } from '../../../search/format/result-kinds.ts';
import type { Facet, Hit } from '../../../search/query/result-types.ts';

/** Hits of one kind. */
export interface HitGroup {
  kind: ResultKind;
  /** "Gates". */
  label: string;
  /** Best first. */
  hits: Hit[];
  /** Number of further results of this kind. */
  more: number;
}

/**
 * Groups hits by kind, in the order of the best hit of each.
 * @param hits best first
 * @param kinds number of results of each kind
 * @param limit most hits to include of each kind
 */
export function groupHits(hits: readonly Hit[], kinds: readonly Facet[], limit: number): HitGroup[] {
  const totals = new Map(kinds.map(({ value, count }) => [value, count]));
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, all]) => {
    const included = all.slice(0, limit);
    const total = Math.max(totals.get(kind) ?? 0, all.length);
    return { kind, label: resultKinds[kind].many, hits: included, more: total - included.length };
  });
}
