import { countFilled } from '../../../forms/model/form.ts';
import { announce } from '../../../lib/announce.ts';
import { showDraftBar } from '../drafts/draft-bar.ts';
import { showFieldErrors } from './field-errors.ts';
import type { FieldList } from './field-list.ts';
import type { HandoffForm } from './handoff-form.ts';
import { showKeeping } from '../drafts/save-status.ts';
import { showLostFields } from './lost-fields.ts';
import { useSuggestions } from './suggestion-list.ts';
import { makeUnfilledChoice } from './unfilled-choice.ts';

/** Adds what a form needs while somebody uses it: suggestions, the choice of drafts, and what it has lost. */
export function use(form: HandoffForm, fields: FieldList): void {
  const { signal } = form;
  if (signal.aborted) return;
  useSuggestions(form, fields.rows);
  showFieldErrors(form, fields.rows);
  if (form.querySelector('[data-drafts]')) showDraftBar(form);
  const { total } = countFilled(form.form, {});
  let before = total;
  const refresh = () => {
    showLostFields(form);
    showKeeping(form.find('[data-keeping]'), form.drafts);
    const { filled } = countFilled(form.form, form.values);
    if (filled === total && before === total - 1) announce(`All ${String(total)} filled`);
    before = filled;
  };
  form.addEventListener('refresh', refresh, { signal });
  refresh();
  makeUnfilledChoice(form);

  listenForPasting(form, fields);

  // What another tab wrote into the field where somebody was typing.
  form.addEventListener(
    'focusout',
    () => {
      fields.show(form.values);
    },
    { signal },
  );
  const putOnPaper = () => {
    form.refresh();
    // A text area cannot run over several pages.
    for (const { frame, text } of fields.rows) {
      const paper = frame.querySelector('.form-paper');
      if (paper) paper.textContent = text.value;
    }
  };
  addEventListener('beforeprint', putOnPaper, { signal });
  const paper = matchMedia('print');
  paper.addEventListener('change', putOnPaper, { signal });
  if (paper.matches) putOnPaper();
  addEventListener(
    'beforeunload',
    (event) => {
      form.drafts.load();
      if (form.drafts.state === 'refused' && form.drafts.shown) event.preventDefault();
    },
    { signal },
  );
}

/** A pasted text may be the whole form, filled: most people never paste one, and only they load what reads it. */
function listenForPasting(form: HandoffForm, { rows }: FieldList) {
  const { signal } = form;
  for (const row of rows) {
    row.text.addEventListener(
      'paste',
      ({ clipboardData }) => {
        const pasted = { row, before: row.text.value, text: clipboardData?.getData('text/plain') ?? '' };
        if (!/\n|^\s*\{/.test(pasted.text.trim())) return;
        // When it is there: it may still be refused.
        const offer = () => void import('../share/pasted-form.ts').then(({ offerPasted }) => offerPasted(form, pasted));
        row.text.addEventListener('input', offer, { signal, once: true });
      },
      { signal },
    );
  }
}
