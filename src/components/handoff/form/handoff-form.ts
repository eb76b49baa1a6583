import { setValue } from '../../../forms/drafts/drafts.ts';
import { countFilled, textOf, unusable, valueAt, type Form, type Values } from '../../../forms/model/form.ts';
import type { Handover } from '../../../forms/prompt.ts';
import type { Shared } from '../../../forms/shared-form.ts';
import { onStorageChange } from '../../../lib/local-storage.ts';
import { FieldList, LONG } from './field-list.ts';
import { makeFormButtons, more } from './form-buttons.ts';
import { FormDrafts } from '../../../forms/drafts/draft-store.ts';
import { Preview } from './preview.ts';
import { keptUnfilled } from './unfilled-preference.ts';

/** What follows from a long draft is shown when nobody has pressed a key for as long as this, in ms. */
const PAUSE = 200;

/**
 * Around a form's markup (`HandoffForm.astro`): shows a draft, keeps what is typed, and copies the text. All that
 * not everybody needs is loaded when somebody turns to it. Its subclasses know what the form is made from.
 */
export abstract class HandoffForm extends HTMLElement {
  form!: Form;
  drafts!: FormDrafts;
  #leaving?: AbortController;
  #fields!: FieldList;
  #preview!: Preview;
  /** Came with a link, and is no draft of this device before somebody changes it. */
  #shared: Shared | undefined;
  #inUse: Promise<void> | undefined;
  #isReady = false;
  #pause?: ReturnType<typeof setTimeout>;

  /** Makes the form of the text of a template or a message. */
  protected abstract readonly read: (text: string) => Form;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const { text = '', store = '' } = this.dataset;
    this.form = this.read(text);
    this.drafts = new FormDrafts(store);
    this.#preview = new Preview(this.find('[data-preview]'));
    const typed = (key: string, value: string) => {
      this.#typed(key, value);
    };
    this.#fields = new FieldList(this, this.form, typed, signal);
    // On a slow line, somebody may have typed before this ran.
    const early = Object.entries(this.#fields.read());
    this.show();
    for (const [key, value] of early) {
      const kept = valueAt(this.values, key);
      if (kept !== value) this.#typed(key, kept === '' ? value : `${kept}\n${value}`);
    }
    if (early.length > 0) this.show();
    this.#listen(signal);
    this.#openLink();
  }

  disconnectedCallback() {
    clearTimeout(this.#pause);
    this.drafts.load();
    this.#leaving?.abort();
    this.#inUse = undefined;
    this.#isReady = false;
  }

  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, selector?: string): HTMLElementTagNameMap[Tag];
  find(selector: string): HTMLElement;
  find(tag: string, selector = ''): HTMLElement {
    const found = this.querySelector<HTMLElement>(tag + selector);
    if (!found) throw new Error(`The form has no ${tag}${selector}.`);
    return found;
  }

  /** What is shown: a draft of this device, or what a link has brought. */
  get values(): Values {
    return (this.#shared ?? this.drafts.shown)?.values ?? {};
  }

  get handover(): Handover {
    return this.#shared ?? this.drafts.shown ?? {};
  }

  /** Ends when the form leaves the page. */
  get signal(): AbortSignal {
    return this.#leaving?.signal ?? AbortSignal.abort();
  }

  /** What a link has brought and nobody has changed. */
  get shared(): Shared | undefined {
    return this.#shared;
  }

  get text(): string {
    return textOf(this.form.render(this.values, keptUnfilled()));
  }

  /** Shows what a link has brought, or the draft of this device again. */
  showShared(shared: Shared | undefined) {
    this.#shared = shared;
    this.show();
  }

  /**
   * Shows everything anew.
   * @param spared left as it is: somebody is typing in it
   */
  show(spared?: Element | null) {
    this.#fields.show(this.values, spared);
    this.refresh();
    this.dispatchEvent(new Event('check'));
    const isNew = Object.keys(this.values).length === 0 && this.drafts.state === 'saved' && keptUnfilled() === 'hints';
    // Somebody may have come to it before this ran.
    if (!isNew || this.contains(document.activeElement)) void this.#use();
  }

  /** Changes the draft that is shown, by what somebody types; what a link has brought becomes one first. */
  edit(change: Parameters<FormDrafts['edit']>[0]) {
    this.#own();
    this.drafts.editSoon(change, this.refresh);
    const length = Object.values(this.values).reduce((sum, value) => sum + value.length, 0);
    clearTimeout(this.#pause);
    if (length > LONG) this.#pause = setTimeout(this.refresh, PAUSE);
    else this.refresh();
  }

  /** The text for somebody who takes it away, who is told what is not in it. */
  takeText(): string {
    this.dispatchEvent(new Event('check'));
    const missing = this.#missing;
    this.note(missing === '' ? '' : `Not in the text, because it cannot be used as it stands: ${missing}.`);
    return this.text;
  }

  /** What is said to have been taken away: `The text`, or `The text without duration_seconds`. */
  told(what: string): string {
    return this.#missing === '' ? what : `${what} without ${this.#missing}`;
  }

  /** Selects the text, for whoever has to copy it by hand. */
  selectText() {
    this.refresh();
    this.#preview.select();
  }

  /** Says something beside the buttons. */
  note(message: string) {
    this.find('[data-note]').textContent = message;
  }

  get #missing(): string {
    return unusable(this.form, this.values)
      .map(({ label }) => label)
      .join(', ');
  }

  #typed(key: string, value: string) {
    if (valueAt(this.values, key) === value) return;
    const at = new Date();
    this.edit((drafts, id) => setValue(drafts, id, key, value, at));
  }

  /** What a link has brought becomes a draft as soon as somebody changes it. */
  #own() {
    const shared = this.#shared;
    if (!shared) return;
    this.#shared = undefined;
    this.drafts.add({ name: 'From a link', ...shared });
    // Read again, the link would bring what it brought at first.
    history.replaceState(history.state, '', location.pathname + location.search);
  }

  /** Shows all that follows from the values. */
  readonly refresh = () => {
    clearTimeout(this.#pause);
    this.#preview.show(this.form.render(this.values, keptUnfilled()));
    const { filled, total } = countFilled(this.form, this.values);
    const progress = this.find('progress');
    progress.value = filled;
    this.find('[data-progress]').textContent = `${String(filled)} of ${String(total)}`;
    this.dispatchEvent(new Event('refresh'));
  };

  #listen(signal: AbortSignal) {
    makeFormButtons(this);
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
      target.addEventListener(type, listener, { signal });
    };
    for (const turn of ['focusin', 'pointerover']) {
      on(this, turn, () => void this.#use());
    }
    on(this, 'click', ({ target }) => {
      const pressed = target instanceof Element && target.closest<HTMLElement>('[data-suggestion]');
      // Before what it does was there.
      if (pressed && !this.#isReady)
        void this.#use().then(() => {
          pressed.click();
        });
    });
    on(window, 'hashchange', () => {
      this.#openLink();
    });
    onStorageChange((key) => {
      if (key !== undefined && key !== this.drafts.key) return;
      this.drafts.load();
      this.show(document.activeElement);
    }, signal);
  }

  /** Loads what nobody needs before there is a draft, or somebody turns to the form. */
  #use(): Promise<void> {
    this.#inUse ??= import('./form-enhancements.ts').then(({ use }) => {
      this.#isReady = true;
      use(this, this.#fields);
    });
    return this.#inUse;
  }

  #openLink() {
    if (location.hash === '' || !this.querySelector('[data-shared]')) return;
    void more().then(({ openLink }) => openLink(this));
  }
}
