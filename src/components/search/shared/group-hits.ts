import { resultKinds, type ResultKind } from '../../../search/format/result-kinds.ts';
import type { Facet, Hit } from '../../../search/query/result-types.ts';

/** Results of one kind. */
export interface HitGroup {
  kind: ResultKind;
  /** "Gates". */
  label: string;
  /** Best first. */
  hits: Hit[];
  /** How many more there are of this kind. */
  more: number;
}

/**
 * Results by what they are, each group in the place of its best hit.
 * @param hits best first
 * @param kinds how many there are of each kind in all
 * @param most hits to show of one kind
 */
export function groupHits(hits: readonly Hit[], kinds: readonly Facet[], most: number): HitGroup[] {
  const totals = new Map(kinds.map(({ value, count }) => [value, count]));
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, all]) => {
    const shown = all.slice(0, most);
    const total = Math.max(totals.get(kind) ?? 0, all.length);
    return { kind, label: resultKinds[kind].many, hits: shown, more: total - shown.length };
  });
}
