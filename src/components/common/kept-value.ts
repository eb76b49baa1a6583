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

/** Somebody who types without a pause is made to wait after so many milliseconds. */
const PATIENCE = 500;

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
  /** The page has something that the store refused. */
  #isUnsaved = false;
  /** Changes of the value that wait to be kept. */
  #waiting: ((value: Value) => Value)[] = [];

  constructor(key: string, keeping: Keeping<Value>) {
    this.key = key;
    this.#keeping = keeping;
    this.value = keeping.empty;
    this.load();
  }

  /** Reads again what is kept, unless the page has something that could not be kept. What waits is kept then. */
  load(): void {
    const waiting = this.#waiting.splice(0);
    if (this.#read()) for (const change of waiting) this.value = change(this.value);
    if (waiting.length > 0) this.#write();
  }

  /**
   * Changes what is kept now, which another tab may have changed since it was loaded.
   * @returns whether the change is kept
   */
  change(change: (value: Value) => Value): boolean {
    this.load();
    this.value = change(this.value);
    return this.#write();
  }

  /**
   * Changes the value at once, and what is kept as soon as the page has shown it: to keep a long text takes longer
   * than a key may.
   * @param change is made again if another tab has changed what is kept meanwhile
   * @param stateChanged is called if it can suddenly be kept no more, or again
   */
  changeSoon(change: (value: Value) => Value, stateChanged: () => void): void {
    this.value = change(this.value);
    this.#waiting.push(change);
    if (this.#waiting.length > 1) return;
    const { state } = this;
    soon(() => {
      this.load();
      if (this.state !== state) stateChanged();
    });
  }

  /** @returns whether the value is another one now */
  #read(): boolean {
    if (this.#isUnsaved) return false;
    const kept = readKept(this.key);
    const text = kept.worked ? kept.text : null;
    if (kept.worked && text === this.#text && this.state === 'kept') return false;
    this.#text = text;
    const value = text === null ? this.#keeping.empty : this.#keeping.read(text);
    this.unreadable = value === undefined && text !== null ? text : undefined;
    this.value = value ?? this.#keeping.empty;
    this.state = !kept.worked ? 'refused' : value === undefined ? 'unreadable' : 'kept';
    return true;
  }

  #write(): boolean {
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

/**
 * Calls as soon as the browser has nothing better to do: at first it shows what somebody has typed. At the latest when
 * the page is hidden or left, because nothing may run after that.
 */
function soon(callback: () => void): void {
  const calling = new AbortController();
  const { signal } = calling;
  const call = () => {
    if (signal.aborted) return;
    calling.abort();
    callback();
  };
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: PATIENCE });
  else setTimeout(call);
  addEventListener('pagehide', call, { signal });
  document.addEventListener('visibilitychange', call, { signal });
}
