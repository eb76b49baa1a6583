import { valueAt, type Form, type FormField, type Values } from '../../forms/form.ts';
import { element } from '../common/dom.ts';
import type * as suggestionList from './suggestion-list.ts';

/** A field on the page. */
interface Row {
  field: FormField;
  frame: HTMLElement;
  text: HTMLTextAreaElement;
  /** Its suggestions. */
  list: HTMLElement | null;
  error?: HTMLElement;
}

type Suggestions = typeof suggestionList;

/**
 * To lay out longer texts with each key would make the keys wait, in characters: their area has its full height at
 * once, and what follows from them is shown later.
 */
export const LONG = 5_000;

/** Whether text areas grow with what is in them by styles alone. */
const growsByItself = CSS.supports('field-sizing', 'content');

/** The fields of a form: shows values in them, and tells what is typed or taken. */
export class FieldList {
  readonly #form: Form;
  readonly #rows: Row[];
  readonly #typed: (key: string, value: string) => void;
  readonly #signal: AbortSignal;
  #suggestions?: Suggestions;

  /**
   * @param typed gets the field's key and all of its text
   * @param signal with which it ends
   */
  constructor(root: ParentNode, form: Form, typed: (key: string, value: string) => void, signal: AbortSignal) {
    this.#form = form;
    this.#typed = typed;
    this.#signal = signal;
    const fields = new Map(form.fields.map((field) => [field.key, field]));
    this.#rows = [...root.querySelectorAll<HTMLElement>('[data-field]')].flatMap((frame) => {
      const field = fields.get(frame.dataset.field ?? '');
      const text = frame.querySelector('textarea');
      const list = frame.querySelector<HTMLElement>('[role=listbox]');
      return field && text ? [{ field, frame, text, list }] : [];
    });
    for (const row of this.#rows) this.#listen(row);
  }

  /** What stands in the fields now. */
  read(): Record<string, string> {
    return Object.fromEntries(
      this.#rows.filter(({ text }) => text.value !== '').map(({ field, text }) => [field.key, text.value]),
    );
  }

  /**
   * Puts values into the fields.
   * @param spared left as it is: somebody is typing in it
   */
  show(values: Values, spared?: Element | null): void {
    for (const row of this.#rows) {
      const value = valueAt(values, row.field.key);
      if (row.text !== spared && row.text.value !== value) row.text.value = value;
      this.#grow(row);
      this.#showError(row);
    }
  }

  /** Shows which suggestions are in the values. */
  markSuggestions(): void {
    for (const { list, text } of this.#rows) if (list) this.#suggestions?.markTaken(list, text.value);
  }

  /** Puts the values where paper shows them: a text area cannot run over several pages. */
  putOnPaper(): void {
    for (const { frame, text } of this.#rows) {
      const paper = frame.querySelector('.form-paper');
      if (paper) paper.textContent = text.value;
    }
  }

  /** Makes the suggestions work. They come later than the fields. */
  useSuggestions(suggestions: Suggestions): void {
    this.#suggestions = suggestions;
    for (const row of this.#rows) {
      if (!row.list) continue;
      const took = () => {
        this.#changed(row);
        this.#showError(row);
      };
      suggestions.makeSuggestionList(row.list, row.text, took, this.#signal);
    }
    this.markSuggestions();
  }

  #listen(row: Row) {
    const signal = this.#signal;
    const { text } = row;
    text.addEventListener(
      'input',
      () => {
        this.#changed(row);
      },
      { signal },
    );
    text.addEventListener(
      'change',
      () => {
        this.#showError(row);
      },
      { signal },
    );
  }

  #changed(row: Row) {
    this.#grow(row);
    // What is wrong is said when somebody leaves the field, and gone as soon as it is right.
    if (row.error) this.#showError(row);
    this.#typed(row.field.key, row.text.value);
  }

  /** A browser that cannot do it by styles is told how high a text area is to be. */
  #grow({ text }: Row) {
    const isLong = text.value.length > LONG;
    if (isLong !== text.hasAttribute('data-long')) {
      text.toggleAttribute('data-long', isLong);
      text.style.height = '';
    }
    if (growsByItself || isLong) return;
    text.style.height = 'auto';
    text.style.height = `${String(text.scrollHeight + 2)}px`;
  }

  #showError(row: Row) {
    const { field, frame, text } = row;
    const message = this.#form.errorOf(field, text.value);
    if (message === undefined) {
      row.error?.remove();
      delete row.error;
      text.removeAttribute('aria-invalid');
    } else {
      row.error ??= element('p', { class: 'form-error', id: `${text.id}:error` });
      row.error.textContent = message;
      text.setAttribute('aria-invalid', 'true');
      if (!row.error.isConnected) text.after(row.error);
    }
    const described = [frame.querySelector('.form-hint')?.id, row.error?.id].filter((id) => id !== undefined);
    if (described.length > 0) text.setAttribute('aria-describedby', described.join(' '));
    else text.removeAttribute('aria-describedby');
  }
}
