/** The state of a filter: words, and the chosen values of each facet. */
export interface FilterState {
  text: string;
  chosen: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An item to filter: its text, and its values for each facet. */
export interface FilterItem {
  text: string;
  values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Whether an item contains all the words and, for each facet with chosen values, has one of them.
 * @param except a facet to ignore, to count the items of its other values
 */
export function matches(item: FilterItem, state: FilterState, except?: string): boolean {
  const text = item.text.toLowerCase();
  const words = state.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (
    words.every((word) => text.includes(word)) &&
    [...state.chosen].every(
      ([facet, values]) =>
        facet === except || values.size === 0 || (item.values.get(facet) ?? []).some((value) => values.has(value)),
    )
  );
}

/** Counts the items that each value of a facet would show, with the rest of the state unchanged. */
export function countValues(items: readonly FilterItem[], state: FilterState, facet: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) {
    if (!matches(item, state, facet)) continue;
    for (const value of item.values.get(facet) ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/**
 * Reads the state from URL parameters: `?q=words&tool=Read&tool=Bash`. Unknown values are dropped.
 * @param facets the values that each facet can take
 */
export function readState(parameters: URLSearchParams, facets: ReadonlyMap<string, ReadonlySet<string>>): FilterState {
  const chosen = new Map(
    [...facets].map(([facet, values]) => [
      facet,
      new Set(parameters.getAll(facet).filter((value) => values.has(value))),
    ]),
  );
  return { text: parameters.get('q')?.trim() ?? '', chosen };
}

/** Returns the URL parameters of a state, in a stable order; the inverse of `readState`. */
export function writeState(state: FilterState): URLSearchParams {
  const parameters = new URLSearchParams();
  if (state.text.trim() !== '') parameters.set('q', state.text.trim());
  for (const [facet, values] of state.chosen) for (const value of values) parameters.append(facet, value);
  return parameters;
}
