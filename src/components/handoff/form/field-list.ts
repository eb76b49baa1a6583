import { valueAt, type Form, type FormField, type Values } from '../../../forms/model/form.ts';

/** A field on the page. */
export interface Row {
  field: FormField;
  frame: HTMLElement;
  text: HTMLTextAreaElement;
}

/**
 * To lay out longer texts with each key would make the keys wait, in characters: their area has its full height at
 * once, and what follows from them is shown later.
 */
export const LONG = 5_000;

/** Whether text areas grow with what is in them by styles alone. */
const growsByItself = CSS.supports('field-sizing', 'content');

/** The fields of a form: shows values in them, and tells what is typed. */
export class FieldList {
  readonly rows: readonly Row[];

  /**
   * @param typed gets the field's key and all of its text
   * @param signal with which it ends
   */
  constructor(root: ParentNode, form: Form, typed: (key: string, value: string) => void, signal: AbortSignal) {
    const fields = new Map(form.fields.map((field) => [field.key, field]));
    this.rows = [...root.querySelectorAll<HTMLElement>('[data-field]')].flatMap((frame) => {
      const field = fields.get(frame.dataset.field ?? '');
      const text = frame.querySelector('textarea');
      return field && text ? [{ field, frame, text }] : [];
    });
    for (const { field, text } of this.rows) {
      const listener = () => {
        grow(text);
        typed(field.key, text.value);
      };
      text.addEventListener('input', listener, { signal });
    }
  }

  /** What stands in the fields now. */
  read(): Record<string, string> {
    return Object.fromEntries(
      this.rows.filter(({ text }) => text.value !== '').map(({ field, text }) => [field.key, text.value]),
    );
  }

  /**
   * Puts values into the fields.
   * @param spared left as it is: somebody is typing in it
   */
  show(values: Values, spared?: Element | null): void {
    for (const { field, text } of this.rows) {
      const value = valueAt(values, field.key);
      if (text !== spared && text.value !== value) text.value = value;
      grow(text);
    }
  }
}

/** A browser that cannot do it by styles is told how high a text area is to be. */
function grow(text: HTMLTextAreaElement) {
  const isLong = text.value.length > LONG;
  if (isLong !== text.hasAttribute('data-long')) {
    text.toggleAttribute('data-long', isLong);
    text.style.height = '';
  }
  if (growsByItself || isLong) return;
  text.style.height = 'auto';
  text.style.height = `${String(text.scrollHeight + 2)}px`;
}
