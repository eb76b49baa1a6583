/** The state of a filter: words, and the chosen values of each facet. */
export interface FilterState {
  text: string;
  chosen: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An item to filter: its text in lower case, and its values for each facet. */
export interface FilterItem {
  text: string;
  values: ReadonlyMap<string, readonly string[]>;
}

export interface FilterResult<Item> {
  /** The items that contain all the words and, for each facet with chosen values, have one of them. */
  matching: Item[];
  /** For each facet, how many items each value would show, with the rest of the state unchanged. */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** Filters items, and counts those of each value. Reads every item once, since there may be thousands at each key. */
export function filterItems<Item extends FilterItem>(
  items: readonly Item[],
  { text, chosen }: FilterState,
): FilterResult<Item> {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const counts = new Map([...chosen.keys()].map((facet) => [facet, new Map<string, number>()]));
  const restricting = [...chosen].filter(([, values]) => values.size > 0);
  const matching: Item[] = [];
  for (const item of items) {
    if (!words.every((word) => item.text.includes(word))) continue;
    const failing = restricting.filter(
      ([facet, values]) => !(item.values.get(facet) ?? []).some((value) => values.has(value)),
    );
    if (failing.length === 0) matching.push(item);
    for (const [facet, ofFacet] of counts) {
      // Another value of the only facet that the item fails would show it.
      if (failing.length > 1 || (failing.length === 1 && failing[0]?.[0] !== facet)) continue;
      for (const value of item.values.get(facet) ?? []) ofFacet.set(value, (ofFacet.get(value) ?? 0) + 1);
    }
  }
  return { matching, counts };
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
