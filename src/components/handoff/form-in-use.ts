import { showDraftBar } from './draft-bar.ts';
import type { FieldList } from './field-list.ts';
import type { HandoffForm } from './handoff-form.ts';
import { showLostFields } from './lost-fields.ts';
import * as suggestions from './suggestion-list.ts';
import { makeUnfilledChoice } from './unfilled-choice.ts';

/** Adds what a form needs while somebody uses it: suggestions, the choice of drafts, and what it has lost. */
export function use(form: HandoffForm, fields: FieldList): void {
  const { signal } = form;
  if (signal.aborted) return;
  fields.useSuggestions(suggestions);
  if (form.querySelector('[data-drafts]')) showDraftBar(form);
  const refresh = () => {
    showLostFields(form);
  };
  form.addEventListener('refresh', refresh, { signal });
  refresh();
  makeUnfilledChoice(form);

  const putOnPaper = () => {
    fields.putOnPaper();
  };
  addEventListener('beforeprint', putOnPaper, { signal });
  matchMedia('print').addEventListener('change', putOnPaper, { signal });
  addEventListener(
    'beforeunload',
    (event) => {
      if (form.drafts.state === 'refused' && form.drafts.shown) event.preventDefault();
    },
    { signal },
  );
}
