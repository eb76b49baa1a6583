import { putDraft, type Draft } from '../../../forms/drafts/drafts.ts';
import { chooseDraft, clearDraft, removeDraft, renameDraft } from '../../../forms/drafts/draft-edits.ts';
import { valueAt } from '../../../forms/model/form.ts';
import { announce } from '../../../lib/announce.ts';
import { element } from '../../../lib/dom.ts';
import type { HandoffForm } from '../form/handoff-form.ts';

/** Lets people choose among the drafts of a form, begin, name, clear and remove them; the last two with a way back. */
export function showDraftBar(form: HandoffForm): void {
  new DraftBar(form);
}

class DraftBar {
  readonly #form: HandoffForm;
  readonly #bar: HTMLElement;
  readonly #choice: HTMLSelectElement;
  readonly #name: HTMLInputElement;
  /** What a button brings back when it is pressed again. */
  readonly #before = new Map<HTMLElement, Draft>();
  /** The options as they were last shown. */
  #options = '';

  constructor(form: HandoffForm) {
    this.#form = form;
    this.#bar = form.find('[data-drafts]');
    this.#choice = form.find('select', '[data-draft]');
    this.#name = form.find('input', '[data-name]');
    const { signal } = form;
    const on = (target: EventTarget, type: string, listener: (event: Event) => void) => {
      target.addEventListener(type, listener, { signal });
    };
    on(form, 'refresh', () => {
      this.#refresh();
    });
    on(this.#choice, 'change', () => {
      this.#apply(
        form.drafts.change((drafts) => chooseDraft(drafts, this.#choice.value)),
        () => `${form.drafts.shown?.name ?? ''} shown`,
      );
    });
    on(form.find('[data-new]'), 'click', () => {
      this.#apply(form.drafts.add({}), () => `${form.drafts.shown?.name ?? ''} begun`);
      form.find('.form-fields textarea').focus();
    });
    on(form.find('[data-rename]'), 'click', () => {
      this.#startNaming();
    });
    on(this.#name, 'keydown', (event) => {
      const { key, isComposing } = event as KeyboardEvent;
      if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
      event.preventDefault();
      if (key === 'Escape') this.#name.value = '';
      this.#endNaming();
      form.find('[data-rename]').focus();
    });
    on(this.#name, 'blur', () => {
      this.#endNaming();
    });
    this.#makeReversible(form.find('[data-clear]'), 'cleared', () =>
      form.drafts.edit((drafts, id) => clearDraft(drafts, id, new Date())),
    );
    this.#makeReversible(form.find('[data-delete]'), 'deleted', () => form.drafts.edit(removeDraft));
    this.#refresh();
  }

  /** One button for both ways, so that the focus stays where the way back is. */
  #makeReversible(button: HTMLElement, done: string, act: () => boolean) {
    const label = button.textContent.trim();
    button.addEventListener(
      'click',
      () => {
        const { drafts } = this.#form;
        const before = this.#before.get(button);
        const { shown } = drafts;
        if (before) {
          this.#before.delete(button);
          this.#apply(
            drafts.change((all) => putDraft(all, withWords(before, all.drafts))),
            () => `${before.name} is back`,
          );
        } else if (shown) {
          this.#before.set(button, shown);
          this.#apply(act(), () => `${shown.name} ${done}`);
        }
        button.textContent = this.#before.has(button) ? `Undo ${label.toLowerCase()}` : label;
        this.#refresh();
      },
      { signal: this.#form.signal },
    );
  }

  #apply(worked: boolean, said: () => string) {
    this.#form.showShared(undefined);
    if (worked) announce(said());
  }

  #startNaming() {
    const { shown } = this.#form.drafts;
    if (!shown) return;
    this.#choice.hidden = true;
    this.#name.hidden = false;
    this.#name.value = shown.name;
    this.#name.focus();
    this.#name.select();
  }

  #endNaming() {
    if (this.#name.hidden) return;
    const { drafts } = this.#form;
    this.#name.hidden = true;
    this.#choice.hidden = false;
    if (this.#name.value.trim() !== '')
      this.#apply(
        drafts.edit((all, id) => renameDraft(all, id, this.#name.value)),
        () => `Called ${drafts.shown?.name ?? ''}`,
      );
  }

  #refresh() {
    const { drafts, shared } = this.#form;
    this.#bar.hidden = (drafts.all.length === 0 && this.#before.size === 0) || shared !== undefined;
    const all = drafts.all.map(({ id, name }) => [id, name] as const);
    const options = JSON.stringify(all);
    if (options !== this.#options) {
      this.#options = options;
      this.#choice.replaceChildren(...all.map(([value, name]) => element('option', { value }, name)));
    }
    this.#choice.value = drafts.shown?.id ?? '';
    const remove = this.#form.find('[data-delete]');
    remove.hidden = drafts.all.length < 2 && !this.#before.has(remove);
  }
}

/** A draft as it was, and below its words those that were written into it since. */
function withWords(before: Draft, all: readonly Draft[]): Draft {
  const since = all.find(({ id }) => id === before.id)?.values ?? {};
  const values = new Map(Object.entries(before.values));
  for (const [key, value] of Object.entries(since)) {
    const old = valueAt(before.values, key);
    if (old !== value) values.set(key, old === '' ? value : `${old}\n${value}`);
  }
  return { ...before, values: Object.fromEntries(values) };
}
