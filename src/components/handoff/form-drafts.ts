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
} from '../../forms/drafts.ts';
import { KeptValue, type Keeping } from '../common/kept-value.ts';

const keeping: Keeping<Drafts> = {
  empty: noDrafts,
  read: readDrafts,
  write: writeDrafts,
  isEmpty: ({ drafts }) => drafts.length < 2 && drafts.every(isEmptyDraft),
};

/** The drafts of a form, of which this page shows one, whatever other tabs show. */
export class FormDrafts {
  readonly #kept: KeptValue<Drafts>;
  /** As it was last seen here: goes on living if another tab removes it. */
  #shown: Draft | undefined;

  constructor(key: string) {
    this.#kept = new KeptValue(key, keeping);
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
    const shown = this.#shown;
    return this.change((drafts) => {
      const isThere = drafts.drafts.some(({ id }) => id === shown?.id);
      const there = shown
        ? isThere
          ? drafts
          : putDraft(drafts, shown)
        : addDraft(drafts, { name: '', values: {}, at: new Date() });
      const id = shown?.id ?? there.current;
      return change(there, id);
    });
  }

  /** Changes the drafts, and shows the one that is the current one then. */
  change(change: (drafts: Drafts) => Drafts): boolean {
    const worked = this.#kept.change(change);
    this.#shown = currentDraft(this.#kept.value);
    return worked;
  }

  #find(id: string): Draft | undefined {
    return this.all.find((draft) => draft.id === id);
  }
}
