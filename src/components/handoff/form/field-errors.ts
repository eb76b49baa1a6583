import { element } from '../../../lib/dom.ts';
import type { Row } from './field-list.ts';
import type { HandoffForm } from './handoff-form.ts';

/**
 * Says at each field what is wrong with its value: when somebody leaves it or takes the text away, and no more as soon
 * as it is right.
 */
export function showFieldErrors(form: HandoffForm, rows: readonly Row[]): void {
  const { signal } = form;
  const errors = new Map<Row, HTMLElement>();
  const check = (row: Row) => {
    const { field, frame, text } = row;
    const message = form.form.errorOf(field, text.value);
    const error = errors.get(row) ?? element('p', { class: 'form-error', id: `${text.id}:error` });
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
  const checkAll = () => {
    rows.forEach(check);
  };
  for (const row of rows) {
    const listener = () => {
      check(row);
    };
    row.text.addEventListener('change', listener, { signal });
  }
  form.addEventListener('check', checkAll, { signal });
  const checkAgain = () => {
    [...errors.keys()].forEach(check);
  };
  form.addEventListener('refresh', checkAgain, { signal });
  checkAll();
}
