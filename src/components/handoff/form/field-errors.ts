import type { FormController } from '../../../forms/form-controller.ts';
import { createElement } from '../../../lib/dom.ts';
import type { FieldRow } from './field-list.ts';

/**
 * Calls a function, after the click if the pointer is down: an error that appears while the reader presses a button
 * would move the button away from the pointer, and the click would be lost.
 */
function afterClick(call: () => void, isPressed: boolean, signal: AbortSignal): void {
  if (!isPressed) {
    call();
    return;
  }
  const later = () => setTimeout(call);
  addEventListener('pointerup', later, { once: true, signal });
  addEventListener('pointercancel', later, { once: true, signal });
}

/**
 * Shows at each field why its value cannot be used: when the reader leaves the field or copies the text. An error
 * disappears as soon as the value is valid.
 */
export function mountFieldErrors(rows: readonly FieldRow[], controller: FormController, signal: AbortSignal): void {
  const errors = new Map<FieldRow, HTMLElement>();
  const validate = (row: FieldRow) => {
    const { field, frame, text } = row;
    const message = controller.form.errorOf(field, text.value);
    const error = errors.get(row) ?? createElement('p', { class: 'form-error', id: `${text.id}:error` });
    const described = [frame.querySelector('.form-hint')?.id];
    if (message === undefined) {
      errors.delete(row);
      error.remove();
      text.removeAttribute('aria-invalid');
    } else {
      errors.set(row, error);
      error.textContent = message;
      described.push(error.id);
      text.setAttribute('aria-invalid', 'true');
      if (!error.isConnected) text.after(error);
    }
    const ids = described.filter((id) => id !== undefined).join(' ');
    if (ids === '') text.removeAttribute('aria-describedby');
    else text.setAttribute('aria-describedby', ids);
  };
  const validateAll = () => {
    rows.forEach(validate);
  };
  const validateInvalid = () => {
    [...errors.keys()].forEach(validate);
  };
  let isPressed = false;
  const press = ({ type }: Event) => {
    isPressed = type === 'pointerdown';
  };
  for (const type of ['pointerdown', 'pointerup', 'pointercancel']) {
    addEventListener(type, press, { capture: true, signal });
  }
  for (const row of rows) {
    const change = () => {
      afterClick(
        () => {
          validate(row);
        },
        isPressed,
        signal,
      );
    };
    row.text.addEventListener('change', change, { signal });
  }
  controller.on('validate', validateAll, signal);
  controller.on('update', validateInvalid, signal);
  validateAll();
}
