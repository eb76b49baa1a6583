import { countFilled } from '../../forms/form.ts';
import { announce } from '../common/announce.ts';
import { showDraftBar } from './draft-bar.ts';
import type { FieldList } from './field-list.ts';
import type { HandoffForm } from './handoff-form.ts';
import { showKeeping } from './keeping-line.ts';
import { showLostFields } from './lost-fields.ts';
import * as suggestions from './suggestion-list.ts';
import { makeUnfilledChoice } from './unfilled-choice.ts';

/** Adds what a form needs while somebody uses it: suggestions, the choice of drafts, and what it has lost. */
export function use(form: HandoffForm, fields: FieldList): void {
  const { signal } = form;
  if (signal.aborted) return;
  fields.useSuggestions(suggestions);
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
    fields.putOnPaper();
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
