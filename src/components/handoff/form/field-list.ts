import { MAX_INSTANT_LENGTH, type FormController } from '../../../forms/form-controller.ts';
import { valueAt, type FormField, type Values } from '../../../forms/model/form.ts';

/** A field on the page. */
export interface FieldRow {
  field: FormField;
  frame: HTMLElement;
  text: HTMLTextAreaElement;
}

/** Whether the browser sizes text areas to their content by CSS. */
const sizesByCss = CSS.supports('field-sizing', 'content');

/** Connects the text areas of a form's fields to its values. */
export function mountFields(container: HTMLElement, controller: FormController, signal: AbortSignal): FieldRow[] {
  const fields = new Map(controller.form.fields.map((field) => [field.key, field]));
  const rows = [...container.querySelectorAll<HTMLElement>('[data-field]')].flatMap((frame) => {
    const field = fields.get(frame.dataset.field ?? '');
    const text = frame.querySelector('textarea');
    return field && text ? [{ field, frame, text }] : [];
  });
  for (const { field, text } of rows) {
    const input = () => {
      fitHeight(text);
      controller.setValue(field.key, text.value);
    };
    text.addEventListener('input', input, { signal });
  }
  // On a slow connection, the reader may type before this script runs.
  controller.addEarlyInput(Object.fromEntries(rows.map(({ field, text }) => [field.key, text.value])));
  const show = () => {
    showValues(rows, controller.values);
  };
  const showOthers = () => {
    showValues(rows, controller.values, document.activeElement);
  };
  controller.on('replace', show, signal);
  controller.on('merge', showOthers, signal);
  show();
  return rows;
}

/** @param except a field that stays as it is, because the reader is typing in it */
export function showValues(rows: readonly FieldRow[], values: Values, except?: Element | null): void {
  for (const { field, text } of rows) {
    const value = valueAt(values, field.key);
    if (text !== except && text.value !== value) text.value = value;
    fitHeight(text);
  }
}

/**
 * Sizes a text area to its content in browsers that cannot do it by CSS. A long text gets the full height at once,
 * because measuring it with each key press would delay typing.
 */
function fitHeight(text: HTMLTextAreaElement) {
  const isLong = text.value.length > MAX_INSTANT_LENGTH;
  if (isLong !== text.hasAttribute('data-long')) {
    text.toggleAttribute('data-long', isLong);
    text.style.height = '';
  }
  if (sizesByCss || isLong) return;
  text.style.height = 'auto';
  text.style.height = `${String(text.scrollHeight + 2)}px`;
}
