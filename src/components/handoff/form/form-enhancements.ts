import type { FormController } from '../../../forms/form-controller.ts';
import { announce } from '../../../lib/announce.ts';
import { requireElement } from '../../../lib/require-element.ts';
import { mountSaveStatus, type SavedState } from '../../save-status/save-status.ts';
import { mountDraftBar } from '../drafts/draft-bar.ts';
import { mountPasteOffers } from '../paste/paste-offer.ts';
import { mountFieldErrors } from './field-errors.ts';
import { showValues, type FieldRow } from './field-list.ts';
import { mountPrintValues } from './print-values.ts';
import { mountRemovedFields } from './removed-fields.ts';
import { mountSuggestions } from './suggestion-list.ts';
import { mountUnfilledChoice } from './unfilled-choice.ts';

const wording = {
  nothing: 'Your text is saved on this device.',
  unreadable: 'The drafts saved on this device cannot be read. They are set aside, and the form starts empty.',
  refused: 'Not saved: browser storage is blocked or full. Copy or download before you leave this page.',
} as const;

/**
 * Mounts what a form needs while the reader fills it in.
 * @param form the element around the form's markup; a compact form has no draft bar
 */
export function mountFormEnhancements(
  form: HTMLElement,
  rows: readonly FieldRow[],
  controller: FormController,
  signal: AbortSignal,
): void {
  const { title = '', text = '' } = form.dataset;
  mountSuggestions(rows, controller, signal);
  mountFieldErrors(rows, controller, signal);
  const bar = form.querySelector<HTMLElement>('[data-drafts]');
  const focusFields = () => rows[0]?.text.focus();
  if (bar) mountDraftBar(bar, focusFields, controller, signal);
  mountRemovedFields(requireElement(form, 'div', '.form-fields'), controller, signal);
  mountSaveStatus(
    requireElement(form, 'p', '[data-save-status]'),
    () => savedState(controller),
    controller,
    wording,
    signal,
  );
  mountUnfilledChoice(requireElement(form, 'fieldset', '.form-unfilled'), controller, signal);
  mountPasteOffers(rows, { title, text }, controller, signal);
  mountPrintValues(rows, controller, signal);
  announceCompletion(controller, signal);
  // While the reader typed in a field, another tab may have saved another value for it.
  form.addEventListener(
    'focusout',
    () => {
      showValues(rows, controller.values);
    },
    { signal },
  );
  warnBeforeLoss(controller, signal);
}

function savedState({ drafts: { saveState, shown } }: FormController): SavedState {
  return { saveState, hasSaved: shown !== undefined, lastChanged: shown?.at };
}

/** Announces when the reader has filled the last field. */
function announceCompletion(controller: FormController, signal: AbortSignal) {
  let { filled: before } = controller.progress;
  const update = () => {
    const { filled, total } = controller.progress;
    if (filled === total && before === total - 1) announce(`All ${String(total)} filled`);
    before = filled;
  };
  controller.on('update', update, signal);
}

/** Lets the browser ask before the reader leaves a draft that storage refused. */
function warnBeforeLoss(controller: FormController, signal: AbortSignal) {
  addEventListener(
    'beforeunload',
    (event) => {
      controller.drafts.load();
      if (controller.drafts.saveState === 'refused' && controller.drafts.shown) event.preventDefault();
    },
    { signal },
  );
}
