import type { Playbook } from '../../playbook/playbook.ts';
import { facetOf, narrowing, type Facet } from './facets.ts';
import { isPaged, mostImportantFirst } from './index-page.ts';
import type { OriginView } from './origin.ts';

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

/** The properties that every entry of such a page has. */
export interface IndexedEntry {
  title: string;
  href: string;
  /** "Quality gate". */
  kindName: string;
  /** "9 steps". */
  count: string;
  origin: OriginView;
}

/** An entry with what the index adds. */
export type Listed<Entry> = Entry & {
  /** The group's value of the facet. */
  type: string;
  /** Whether another entry has the same title, so that the name of the agent must tell them apart. */
  isAmbiguous: boolean;
};

/** The properties of the component that shows an entry, in an index or beside another element of the kind. */
export interface EntryProps<Entry extends IndexedEntry = IndexedEntry> {
  entry: Entry & Partial<Pick<Listed<Entry>, 'type' | 'isAmbiguous'>>;
  /** The level of its heading on this page. */
  level: 2 | 3;
  /** Whether it names its agent: not on a page about that agent. */
  withOrigin: boolean;
}

/** All entries of an index, with the facets that they can be filtered by. */
export interface ListedIndex<Entry> {
  summary: string;
  groups: ElementGroup<Listed<Entry>>[];
  /** The same entries as one list: in a long index, which has no groups, those of the most important agents first. */
  entries: Listed<Entry>[];
  facets: Facet[];
}

/** Returns the entries of an index for its page, or for its pages if there are many. */
export function listedIndex<Entry extends IndexedEntry>(
  { summary, groups }: ElementIndexView<Entry>,
  playbook: Playbook,
): ListedIndex<Entry> {
  const all = groups.flatMap(({ entries }) => entries);
  const byTitle = Map.groupBy(all, ({ title }) => title);
  const names = new Map(all.map(({ origin }) => [origin.id, origin.agent]));
  const paged = isPaged(all.length);
  const agentOf = ({ origin }: Entry) => origin.id;
  const listed = groups.map((group) => ({
    ...group,
    entries: (paged ? mostImportantFirst(group.entries, playbook, agentOf) : group.entries).map((entry) => ({
      ...entry,
      type: typeOf(group),
      isAmbiguous: (byTitle.get(entry.title)?.length ?? 0) > 1,
      // Without the headings of groups, each entry names its kind.
      count: paged ? `${entry.kindName} · ${entry.count}` : entry.count,
    })),
  }));
  const entries = listed.flatMap((group) => group.entries);
  const titles = new Map(groups.map((group) => [typeOf(group), group.title]));
  return {
    summary,
    groups: listed,
    entries,
    facets: narrowing(
      [
        facetOf(
          'type',
          'Kind',
          entries.map(({ type }) => type),
          (type) => titles.get(type) ?? type,
        ),
        facetOf(
          'agent',
          'Agent',
          entries.map(({ origin }) => origin.id),
          (id) => names.get(id) ?? id,
        ),
      ],
      entries.length,
    ),
  };
}

function typeOf({ id }: ElementGroup<unknown>): string {
  return id.replace('playbook:', '');
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
