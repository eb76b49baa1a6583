/** One value of a facet, and how many entries have it. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** A filter of an index. `id` is its parameter in the URL. */
export interface Facet {
  id: string;
  label: string;
  values: FacetValue[];
  /** How many further values there are, which the search field finds. */
  more?: number;
}

/** With more values, a list of checkboxes is no quicker than typing the value. */
const MAX_VALUES = 24;

/**
 * Counts the values of all entries, the most frequent first.
 * @param values of all entries, one after the other
 */
export function facetOf<Value extends string>(
  id: string,
  label: string,
  values: readonly Value[],
  labelOf: (value: Value) => string,
  most = MAX_VALUES,
): Facet {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts]
    .map(([value, count]) => ({ value, label: labelOf(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const more = sorted.length - most;
  return { id, label, values: sorted.slice(0, most), ...(more > 0 && { more }) };
}

/** Returns the facets that narrow a list: not those whose every value all entries share. */
export function narrowing(facets: readonly Facet[], total: number): Facet[] {
  return facets.filter(({ values }) => values.some(({ count }) => count < total));
}
