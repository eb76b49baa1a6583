import { setValue } from '../../forms/drafts.ts';
import { countFilled, textOf, valueAt, type Form, type Values } from '../../forms/form.ts';
import type { Handover } from '../../forms/prompt.ts';
import type { Shared } from '../../forms/share.ts';
import { whenKeptElsewhere } from '../common/store.ts';
import { makeCopyButton } from '../copy/copy-button.ts';
import { FieldList, LONG } from './field-list.ts';
import { FormDrafts } from './form-drafts.ts';
import { Preview } from './preview.ts';
import { keptUnfilled } from './unfilled.ts';

/** What follows from a long draft is shown when nobody has pressed a key for as long as this, in ms. */
const PAUSE = 200;

/** What is loaded when somebody asks for it. */
const more = () => import('./form-more.ts');

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
    const isNew = Object.keys(this.values).length === 0 && this.drafts.state === 'kept' && keptUnfilled() === 'hints';
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

  /** Says something beside the buttons. */
  note(message: string) {
    this.find('[data-note]').textContent = message;
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
    this.#fields.markSuggestions();
    const { filled, total } = countFilled(this.form, this.values);
    const progress = this.find('progress');
    progress.value = filled;
    this.find('[data-progress]').textContent = `${String(filled)} of ${String(total)}`;
    this.dispatchEvent(new Event('refresh'));
  };

  #listen(signal: AbortSignal) {
    const copy = this.find('button', '[data-copy]');
    const refused = async () => {
      this.refresh();
      this.#preview.select();
      const { copyByHand } = await more();
      this.note(copyByHand);
      return copyByHand;
    };
    const text = () => {
      this.note('');
      return this.text;
    };
    makeCopyButton(copy, { text, what: 'The text', refused }, signal);
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
      target.addEventListener(type, listener, { signal });
    };
    on(this, 'keydown', (event) => {
      const { key, ctrlKey, metaKey, defaultPrevented } = event as KeyboardEvent;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || defaultPrevented) return;
      event.preventDefault();
      copy.click();
    });
    on(this, 'click', ({ target }) => {
      const pressed = target instanceof Element && target.closest<HTMLElement>('[data-action], [data-suggestion]');
      if (!pressed) return;
      if (pressed.dataset.action)
        void more().then(({ act }) => {
          act(this, pressed);
        });
      // Pressed before what it does was there.
      else if (!this.#isReady)
        void this.#use().then(() => {
          pressed.click();
        });
    });
    for (const turn of ['focusin', 'pointerover']) {
      on(this, turn, () => void this.#use());
    }
    for (const prompt of this.querySelectorAll<HTMLDetailsElement>('[data-prompt]')) {
      const open = () => {
        void more().then(({ openPrompt }) => {
          openPrompt(this, prompt);
        });
      };
      prompt.addEventListener('toggle', open, { signal, once: true });
    }
    on(window, 'hashchange', () => {
      this.#openLink();
    });
    whenKeptElsewhere((key) => {
      if (key !== undefined && key !== this.drafts.key) return;
      this.drafts.load();
      this.show(document.activeElement);
    }, signal);
  }

  /** Loads what nobody needs before there is a draft, or somebody turns to the form. */
  #use(): Promise<void> {
    this.#inUse ??= import('./form-in-use.ts').then(({ use }) => {
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
