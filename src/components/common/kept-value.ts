import { forget, keep, readKept } from './store.ts';

/** How a value is kept as text. */
export interface Keeping<Value> {
  /** What there is before anything was kept. */
  empty: Value;
  /** Nothing if the text is not what `write` writes. */
  read: (text: string) => Value | undefined;
  write: (value: Value) => string;
  /** Whether it is not worth keeping. */
  isEmpty: (value: Value) => boolean;
}

/**
 * `kept`: what the page shows is what the store has. `unreadable`: the store has something that nobody can read.
 * `refused`: the store is blocked or full, and what the page shows lasts until it is left.
 */
export type KeptState = 'kept' | 'unreadable' | 'refused';

/** A value under a key of the device's store, which may be blocked, full, corrupt, or changed by another tab. */
export class KeptValue<Value> {
  readonly key: string;
  value: Value;
  state: KeptState = 'kept';
  /** What could not be read, as it is; set aside in the store before anything is written in its place. */
  unreadable: string | undefined;
  readonly #keeping: Keeping<Value>;
  /** What the store was last seen to hold: the same text is not read again, however long it is. */
  #text: string | null | undefined;
  /** The page has something that the store has not. */
  #isUnsaved = false;

  constructor(key: string, keeping: Keeping<Value>) {
    this.key = key;
    this.#keeping = keeping;
    this.value = keeping.empty;
    this.load();
  }

  /** Reads again what is kept, unless the page has something that could not be kept. */
  load(): void {
    if (this.#isUnsaved) return;
    const kept = readKept(this.key);
    const text = kept.worked ? kept.text : null;
    if (kept.worked && text === this.#text && this.state === 'kept') return;
    this.#text = text;
    const value = text === null ? this.#keeping.empty : this.#keeping.read(text);
    this.unreadable = value === undefined && text !== null ? text : undefined;
    this.value = value ?? this.#keeping.empty;
    this.state = !kept.worked ? 'refused' : value === undefined ? 'unreadable' : 'kept';
  }

  /**
   * Changes what is kept now, which another tab may have changed since it was loaded.
   * @returns whether the change is kept
   */
  change(change: (value: Value) => Value): boolean {
    this.load();
    this.value = change(this.value);
    const worked = this.#setAside() && this.#keep();
    this.#isUnsaved = !worked;
    this.state = worked ? 'kept' : 'refused';
    return worked;
  }

  #setAside(): boolean {
    if (this.unreadable === undefined) return true;
    const worked = keep(`${this.key}:unreadable`, this.unreadable);
    if (worked) this.unreadable = undefined;
    return worked;
  }

  #keep(): boolean {
    const text = this.#keeping.isEmpty(this.value) ? null : this.#keeping.write(this.value);
    this.#text = text;
    return text === null ? forget(this.key) : keep(this.key, text);
  }
}
