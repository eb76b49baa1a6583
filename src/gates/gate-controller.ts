import { Emitter } from '../lib/emitter.ts';
import { PersistedValue, type SaveState } from '../lib/persisted-value.ts';
import { isTicked, noTicks, progress, progressText, tick, ticksFormat, type TickItem, type Ticks } from './ticks.ts';

/**
 * - `update`: the ticks or the save state may have changed
 * - `refuse`: storage refused a change, which lasts until the reader leaves the page
 */
export type GateEvent = 'update' | 'refuse';

/** Changes that can be undone: a reset, and replacing the reader's ticks with shared ones. */
export type UndoableChange = 'reset' | 'use-shared';

/**
 * The state of a gate on the page, without a DOM: the reader's stored ticks, or those in a share link, which change
 * nothing that is stored until the reader decides to use them.
 */
export class GateController extends Emitter<GateEvent> {
  readonly items: readonly TickItem[];
  readonly #stored: PersistedValue<Ticks>;
  #shared: Ticks | undefined;
  #undo: { change: UndoableChange; ticks: Ticks } | undefined;

  /** @param storeKey of the gate's ticks */
  constructor(items: readonly TickItem[], storeKey: string) {
    super();
    this.items = items;
    this.#stored = new PersistedValue(storeKey, ticksFormat(items));
  }

  get storeKey(): string {
    return this.#stored.key;
  }

  /** The shown ticks, stored or shared. */
  get ticks(): Ticks {
    return this.#shared ?? this.#stored.value;
  }

  /** Whether the ticks of a share link are shown. They cannot be changed. */
  get showsShared(): boolean {
    return this.#shared !== undefined;
  }

  get progress(): { done: number; total: number } {
    return progress(this.ticks, this.items);
  }

  get progressText(): string {
    return progressText(this.ticks, this.items);
  }

  get saveState(): SaveState {
    return this.#stored.state;
  }

  /** Whether the reader has changed anything, even if storage refused it. */
  get hasSaved(): boolean {
    return this.#stored.value.changed.size > 0;
  }

  get lastChanged(): Date | undefined {
    return this.#stored.value.at;
  }

  /** The last change, if it can be undone. */
  get undoable(): UndoableChange | undefined {
    return this.#undo?.change;
  }

  isTicked(item: TickItem): boolean {
    return isTicked(this.ticks, item);
  }

  tick(item: TickItem, ticked: boolean): void {
    this.#undo = undefined;
    this.#change((ticks) => tick(ticks, item, ticked, new Date()));
  }

  /** Resets all items to the file. Like the other changes, it returns whether the result was saved. */
  reset(): boolean {
    this.#undo = { change: 'reset', ticks: this.#stored.value };
    return this.#change(() => noTicks);
  }

  /** Replaces the reader's ticks with shared ones. */
  useShared(ticks: Ticks): boolean {
    this.#shared = undefined;
    this.#undo = { change: 'use-shared', ticks: this.#stored.value };
    return this.#change(() => ticks);
  }

  /** Restores the ticks from before the last change, if it can be undone. */
  undo(): boolean {
    if (!this.#undo) return false;
    const { ticks } = this.#undo;
    this.#undo = undefined;
    return this.#change(() => ticks);
  }

  /** Shows the ticks of a share link, or the stored ones again. */
  showShared(ticks: Ticks | undefined): void {
    this.#shared = ticks;
    this.emit('update');
  }

  /** Loads what another tab has saved. */
  load(): void {
    this.#stored.load();
    this.#undo = undefined;
    this.emit('update');
  }

  #change(change: (ticks: Ticks) => Ticks): boolean {
    const wasSaved = this.#stored.change(change);
    this.emit('update');
    if (!wasSaved) this.emit('refuse');
    return wasSaved;
  }
}
