/** Elements of one kind or form, in the list of all. */
export interface ElementGroup<Entry> {
  /** Anchor on the page. */
  id: string;
  title: string;
  explanation: string;
  entries: Entry[];
}

/** The page that lists elements. */
export interface ElementIndexView<Entry> {
  /** "4 gates with 24 items; 2 checklists with 14 items"; empty if there is none. */
  summary: string;
  /** Only those that have entries. */
  groups: ElementGroup<Entry>[];
}

/** More elements of one agent than this are found in the list of all. */
const MOST_OTHERS = 12;

/**
 * Those that stand below an element on its page.
 * @param ofAgent everything of the same agent that its list holds
 */
export function othersOf<Placed extends { id: string }>({ id }: Placed, ofAgent: readonly Placed[]): Placed[] {
  return ofAgent.filter((other) => other.id !== id).slice(0, MOST_OTHERS);
}
