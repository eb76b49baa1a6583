import { Emitter } from '../lib/emitter.ts';
import { DraftStore } from './drafts/draft-store.ts';
import { setValue, type Draft, type Drafts } from './drafts/drafts.ts';
import {
  countFilled,
  joinSegments,
  unusableFields,
  valueAt,
  type Form,
  type Segment,
  type Values,
} from './model/form.ts';
import type { SharedDraft } from './shared-draft.ts';
import { unfilledPreference } from './unfilled-preference.ts';

/** Longest draft that is rendered with every key press, in characters. Longer ones are rendered with a delay. */
export const MAX_INSTANT_LENGTH = 5_000;

/** Pause in typing after which a longer draft is rendered, in milliseconds. */
const RENDER_DELAY = 200;

/**
 * - `update`: the values, the draft or the save state may have changed
 * - `replace`: the fields must show other values than those typed into them
 * - `merge`: like `replace`, except for the field in which the reader is typing, because another tab has saved
 * - `validate`: the fields must show their errors
 * - `adopt`: the draft from a share link has become a stored draft
 * - `note`: the note beside the buttons has changed
 */
export type FormEvent = 'update' | 'replace' | 'merge' | 'validate' | 'adopt' | 'note';

/**
 * The state of a form on the page, without a DOM: the values of a stored draft, or of a draft in a share link, which
 * is only stored once the reader changes it.
 */
export class FormController extends Emitter<FormEvent> {
  readonly form: Form;
  readonly drafts: DraftStore;
  note = '';
  #shared: SharedDraft | undefined;
  #timer?: ReturnType<typeof setTimeout>;

  /** @param storeKey of the form's drafts */
  constructor(form: Form, storeKey: string) {
    super();
    this.form = form;
    this.drafts = new DraftStore(storeKey);
  }

  /** The draft on the page, stored or shared; `undefined` before the reader writes something. */
  get shown(): Draft | SharedDraft | undefined {
    return this.#shared ?? this.drafts.shown;
  }

  get values(): Values {
    return this.shown?.values ?? {};
  }

  /** The draft from a share link, while it is shown and unchanged. */
  get shared(): SharedDraft | undefined {
    return this.#shared;
  }

  get segments(): Segment[] {
    return this.form.render(this.values, unfilledPreference());
  }

  get progress(): { filled: number; total: number } {
    return countFilled(this.form, this.values);
  }

  /** Whether the form looks as the page was built. */
  get isPristine(): boolean {
    return (
      Object.keys(this.values).length === 0 && this.drafts.saveState === 'saved' && unfilledPreference() === 'hints'
    );
  }

  /** Sets the note beside the buttons. */
  showNote(message: string): void {
    this.note = message;
    this.emit('note');
  }

  /** Sets a field's value, as the reader types it. */
  setValue(key: string, value: string): void {
    if (valueAt(this.values, key) === value) return;
    const at = new Date();
    this.edit((drafts, id) => setValue(drafts, id, key, value, at));
  }

  /** Adds what the reader typed before the script ran below what is stored. */
  addEarlyInput(values: Values): void {
    for (const [key, value] of Object.entries(values)) {
      const stored = valueAt(this.values, key);
      if (value !== '' && stored !== value) this.setValue(key, stored === '' ? value : `${stored}\n${value}`);
    }
  }

  /** Changes the shown draft while the reader types, and saves the first change at once, others on idle. A shared draft is stored first. */
  edit(change: (drafts: Drafts, id: string) => Drafts): void {
    this.#storeShared();
    this.drafts.editOnIdle(change, this.update);
    clearTimeout(this.#timer);
    const length = Object.values(this.values).reduce((sum, value) => sum + value.length, 0);
    if (length > MAX_INSTANT_LENGTH) this.#timer = setTimeout(this.update, RENDER_DELAY);
    else this.update();
  }

  /** Shows a draft from a share link, or the stored draft again. */
  showShared(shared: SharedDraft | undefined): void {
    this.#shared = shared;
    this.#show('replace');
  }

  /** Loads what another tab has saved. */
  load(): void {
    this.drafts.load();
    this.#show('merge');
  }

  /** Saves what is pending, before the form leaves the page. */
  close(): void {
    clearTimeout(this.#timer);
    this.drafts.load();
  }

  /** Returns the text to copy or download. The fields show their errors, and the note says what the text lacks. */
  prepareText(): string {
    this.emit('validate');
    const missing = this.#missing;
    this.showNote(missing && `Left out, because the value is not valid: ${missing}.`);
    return joinSegments(this.segments);
  }

  /** Describes what was copied, for an announcement: `The text`, or `The text without duration_seconds`. */
  describeCopied(name: string): string {
    return this.#missing === '' ? name : `${name} without ${this.#missing}`;
  }

  /** Announces that anything derived from the values may have changed. */
  readonly update = (): void => {
    clearTimeout(this.#timer);
    this.emit('update');
  };

  get #missing(): string {
    return unusableFields(this.form, this.values)
      .map(({ label }) => label)
      .join(', ');
  }

  #storeShared(): void {
    const shared = this.#shared;
    if (!shared) return;
    this.#shared = undefined;
    this.drafts.add({ name: 'From a link', ...shared });
    this.emit('adopt');
  }

  #show(event: 'replace' | 'merge'): void {
    this.emit(event);
    this.update();
    this.emit('validate');
  }
}
