/** A group of elements on the page that lists them. */
export interface ElementGroup<Entry> {
  /** Anchor on the page. */
  id: string;
  title: string;
  explanation: string;
  entries: Entry[];
}

/** A page that lists all elements of a kind. */
export interface ElementIndexView<Entry> {
  /** "4 gates with 24 items; 2 checklists with 14 items"; empty if there are none. */
  summary: string;
  /** Only groups that have entries. */
  groups: ElementGroup<Entry>[];
}

/** The page that lists all elements has the others. */
const MAX_OTHERS = 12;

/**
 * Returns the other elements that an element's page links to.
 * @param ofAgent all elements of the kind in the same agent's file
 */
export function othersOf<Placed extends { id: string }>({ id }: Placed, ofAgent: readonly Placed[]): Placed[] {
  return ofAgent.filter((other) => other.id !== id).slice(0, MAX_OTHERS);
}
