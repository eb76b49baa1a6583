import type { FormController } from '../../../forms/form-controller.ts';
import type { FieldRow } from './field-list.ts';

/** Prints values as paragraphs, because a text area cannot span several pages. */
export function mountPrintValues(rows: readonly FieldRow[], controller: FormController, signal: AbortSignal): void {
  const update = () => {
    controller.update();
    for (const { frame, text } of rows) {
      const paper = frame.querySelector('.form-paper');
      if (paper) paper.textContent = text.value;
    }
  };
  const print = matchMedia('print');
  print.addEventListener('change', update, { signal });
  addEventListener('beforeprint', update, { signal });
  if (print.matches) update();
}
