import { PersistedValue, type SaveState, type ValueFormat } from '../../lib/persisted-value.ts';
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

const draftsFormat: ValueFormat<Drafts> = {
  empty: noDrafts,
  read: readDrafts,
  write: writeDrafts,
  isEmpty: ({ drafts }) => drafts.length < 2 && drafts.every(isEmptyDraft),
};

/** The stored drafts of one form. This page shows one of them, whichever other tabs show. */
export class DraftStore {
  readonly #stored: PersistedValue<Drafts>;
  /** The shown draft as this page last saw it. It stays shown even if another tab deletes it. */
  #shown: Draft | undefined;

  constructor(key: string) {
    this.#stored = new PersistedValue(key, draftsFormat);
    this.#shown = currentDraft(this.#stored.value);
  }

  get key(): string {
    return this.#stored.key;
  }

  get saveState(): SaveState {
    return this.#stored.state;
  }

  get all(): readonly Draft[] {
    return this.#stored.value.drafts;
  }

  /** The draft on this page; `undefined` until the reader writes something. */
  get shown(): Draft | undefined {
    return this.#shown;
  }

  /** Saves pending changes and loads those that other tabs have saved. */
  load(): void {
    this.#stored.load();
    const id = this.#shown?.id;
    this.#shown = (id === undefined ? currentDraft(this.#stored.value) : this.#find(id)) ?? this.#shown;
  }

  /**
   * Starts another draft and shows it.
   * @returns whether it was saved
   */
  add(draft: Partial<Omit<Draft, 'id'>>): boolean {
    return this.change((drafts) => addDraft(drafts, { name: '', values: {}, at: new Date(), ...draft }));
  }

  /**
   * Changes the draft on this page, whichever other tabs have made the current one.
   * @returns whether the change was saved
   */
  edit(change: (drafts: Drafts, id: string) => Drafts): boolean {
    return this.change(this.#onShown(change));
  }

  /**
   * Like `edit`, but saves when the browser is idle, so that typing is not delayed.
   * @param stateChanged is called if saving starts to fail, or works again
   */
  editOnIdle(change: (drafts: Drafts, id: string) => Drafts, stateChanged: () => void): void {
    // Until a draft has an id, a draft that another tab starts could be mistaken for it: save it at once.
    if (!this.#shown) {
      this.edit(change);
      return;
    }
    this.#stored.changeOnIdle(this.#onShown(change), stateChanged);
    this.#shown = currentDraft(this.#stored.value);
  }

  /**
   * Changes the drafts and shows the one that is then current.
   * @returns whether the change was saved
   */
  change(change: (drafts: Drafts) => Drafts): boolean {
    const worked = this.#stored.change(change);
    this.#shown = currentDraft(this.#stored.value);
    return worked;
  }

  /** Binds a change to the draft on this page, which it restores if another tab has deleted it. */
  #onShown(change: (drafts: Drafts, id: string) => Drafts): (drafts: Drafts) => Drafts {
    const shown = this.#shown;
    return (drafts) => {
      if (!shown) {
        const started = addDraft(drafts, { name: '', values: {}, at: new Date() });
        return change(started, started.current);
      }
      const exists = drafts.drafts.some(({ id }) => id === shown.id);
      return change(exists ? drafts : putDraft(drafts, shown), shown.id);
    };
  }

  #find(id: string): Draft | undefined {
    return this.all.find((draft) => draft.id === id);
  }
}
