import type { IndexedEntry, Listed } from '../../views/shared/element-index.ts';

/** An entry in a list of elements, with what the index of its kind adds there. */
type AnyEntry<Entry> = Entry & Partial<Pick<Listed<Entry>, 'type' | 'isAmbiguous'>> & { href: string };

/** The properties of the component of an entry. */
export interface EntryProps<Entry extends IndexedEntry = IndexedEntry> {
  entry: AnyEntry<Entry>;
  /** The level of its heading on this page. */
  level: 2 | 3;
  /** Whether it names its agent: not on a page about that agent. */
  withOrigin: boolean;
}
