import { readStored, removeStored, writeStored } from './local-storage.ts';

/** Converts between a value and its stored text. */
export interface ValueFormat<Value> {
  /** The value before anything is stored. */
  empty: Value;
  /** Parses stored text; `undefined` if it is not in the format that `write` produces. */
  read: (text: string) => Value | undefined;
  write: (value: Value) => string;
  /** Whether the value need not be stored. */
  isEmpty: (value: Value) => boolean;
}

/**
 * `saved`: storage holds what the page shows. `unreadable`: storage holds text that cannot be parsed. `refused`:
 * storage is blocked or full, so what the page shows is lost when the reader leaves.
 */
export type SaveState = 'saved' | 'unreadable' | 'refused';

/** Longest delay before a deferred change is saved while the browser is busy, in milliseconds. */
const MAX_SAVE_DELAY = 500;

/** A value under one `localStorage` key. Storage may be blocked, full, corrupt, or changed by another tab. */
export class PersistedValue<Value> {
  readonly key: string;
  value: Value;
  state: SaveState = 'saved';
  /** Stored text that could not be parsed. It is copied to another key before anything is written over it. */
  unreadable: string | undefined;
  readonly #format: ValueFormat<Value>;
  /** The text last seen in storage, so that the same text is not parsed twice, however long it is. */
  #text: string | null | undefined;
  /** The page holds a value that storage refused. */
  #isUnsaved = false;
  /** Changes made to `value` that are not saved yet. */
  #pending: ((value: Value) => Value)[] = [];

  constructor(key: string, format: ValueFormat<Value>) {
    this.key = key;
    this.#format = format;
    this.value = format.empty;
    this.load();
  }

  /** Reads storage again, unless the page holds a value that storage refused. Pending changes are applied and saved. */
  load(): void {
    const pending = this.#pending.splice(0);
    if (this.#read()) for (const change of pending) this.value = change(this.value);
    if (pending.length > 0) this.#write();
  }

  /**
   * Applies a change to the stored value, which another tab may have changed since it was loaded.
   * @returns whether the result was saved
   */
  change(change: (value: Value) => Value): boolean {
    this.load();
    this.value = change(this.value);
    return this.#write();
  }

  /**
   * Changes the value at once and saves it when the browser is idle: saving a long text takes longer than a key press
   * may take.
   * @param change is applied again if another tab has changed the stored value in the meantime
   * @param stateChanged is called if saving starts to fail, or works again
   */
  changeOnIdle(change: (value: Value) => Value, stateChanged: () => void): void {
    this.value = change(this.value);
    this.#pending.push(change);
    if (this.#pending.length > 1) return;
    const { state } = this;
    onIdleOrLeave(() => {
      this.load();
      if (this.state !== state) stateChanged();
    });
  }

  /** @returns whether the value was replaced */
  #read(): boolean {
    if (this.#isUnsaved) return false;
    const stored = readStored(this.key);
    const text = stored.worked ? stored.text : null;
    if (stored.worked && text === this.#text && this.state === 'saved') return false;
    this.#text = text;
    const value = text === null ? this.#format.empty : this.#format.read(text);
    this.unreadable = value === undefined && text !== null ? text : undefined;
    this.value = value ?? this.#format.empty;
    this.state = !stored.worked ? 'refused' : value === undefined ? 'unreadable' : 'saved';
    return true;
  }

  #write(): boolean {
    const worked = this.#backUpUnreadable() && this.#save();
    this.#isUnsaved = !worked;
    this.state = worked ? 'saved' : 'refused';
    return worked;
  }

  #backUpUnreadable(): boolean {
    if (this.unreadable === undefined) return true;
    const worked = writeStored(`${this.key}:unreadable`, this.unreadable);
    if (worked) this.unreadable = undefined;
    return worked;
  }

  #save(): boolean {
    const text = this.#format.isEmpty(this.value) ? null : this.#format.write(this.value);
    this.#text = text;
    return text === null ? removeStored(this.key) : writeStored(this.key, text);
  }
}

/**
 * Calls back when the browser is idle, so that it can paint first. When the page is hidden or left, it calls back at
 * once, because no code may run after that.
 */
function onIdleOrLeave(callback: () => void): void {
  const controller = new AbortController();
  const { signal } = controller;
  const call = () => {
    if (signal.aborted) return;
    controller.abort();
    callback();
  };
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(call, { timeout: MAX_SAVE_DELAY });
  else setTimeout(call);
  addEventListener('pagehide', call, { signal });
  document.addEventListener('visibilitychange', call, { signal });
}
