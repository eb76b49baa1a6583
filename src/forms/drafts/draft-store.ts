import {
  addDraft,
  currentDraft,
  isEmptyDraft,
  noDrafts,
  putDraft,
  readDrafts,
  writeDrafts,
  type Draft,
  type Drafts,
} from './drafts.ts';
import { PersistedValue, type ValueFormat } from '../../lib/persisted-value.ts';

const keeping: ValueFormat<Drafts> = {
  empty: noDrafts,
  read: readDrafts,
  write: writeDrafts,
  isEmpty: ({ drafts }) => drafts.length < 2 && drafts.every(isEmptyDraft),
};

/** The drafts of a form, of which this page shows one, whatever other tabs show. */
export class FormDrafts {
  readonly #kept: PersistedValue<Drafts>;
  /** As it was last seen here: goes on living if another tab removes it. */
  #shown: Draft | undefined;

  constructor(key: string) {
    this.#kept = new PersistedValue(key, keeping);
    this.#shown = currentDraft(this.#kept.value);
  }

  get key() {
    return this.#kept.key;
  }

  get state() {
    return this.#kept.state;
  }

  get all(): readonly Draft[] {
    return this.#kept.value.drafts;
  }

  /** The one on this page; nothing before anything was written. */
  get shown(): Draft | undefined {
    return this.#shown;
  }

  /** Reads what other tabs have written. */
  load(): void {
    this.#kept.load();
    const id = this.#shown?.id;
    this.#shown = (id === undefined ? currentDraft(this.#kept.value) : this.#find(id)) ?? this.#shown;
  }

  /** Begins another draft and shows it. */
  add(draft: Partial<Omit<Draft, 'id'>>): boolean {
    return this.change((drafts) => addDraft(drafts, { name: '', values: {}, at: new Date(), ...draft }));
  }

  /** Changes the draft on this page, wherever others have got to. */
  edit(change: (drafts: Drafts, id: string) => Drafts): boolean {
    return this.change(this.#changing(change));
  }

  /**
   * The same for what is typed: shown at once, and kept as soon as the page has shown it.
   * @param stateChanged is called if it can suddenly be kept no more, or again
   */
  editSoon(change: (drafts: Drafts, id: string) => Drafts, stateChanged: () => void): void {
    // What another tab begins meanwhile must not get the words of a draft that has no id yet.
    if (!this.#shown) {
      this.edit(change);
      return;
    }
    this.#kept.changeOnIdle(this.#changing(change), stateChanged);
    this.#shown = currentDraft(this.#kept.value);
  }

  /** Changes the drafts, and shows the one that is the current one then. */
  change(change: (drafts: Drafts) => Drafts): boolean {
    const worked = this.#kept.change(change);
    this.#shown = currentDraft(this.#kept.value);
    return worked;
  }

  /** A change of the draft on this page, which another tab may have removed. */
  #changing(change: (drafts: Drafts, id: string) => Drafts): (drafts: Drafts) => Drafts {
    const shown = this.#shown;
    return (drafts) => {
      if (!shown) {
        const begun = addDraft(drafts, { name: '', values: {}, at: new Date() });
        return change(begun, begun.current);
      }
      const isThere = drafts.drafts.some(({ id }) => id === shown.id);
      return change(isThere ? drafts : putDraft(drafts, shown), shown.id);
    };
  }

  #find(id: string): Draft | undefined {
    return this.all.find((draft) => draft.id === id);
  }
}
