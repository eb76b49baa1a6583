import type { Unfilled } from '../../forms/form.ts';
import { keep } from '../common/store.ts';
import type { HandoffForm } from './handoff-form.ts';
import { chooseUnfilled, keptUnfilled, UNFILLED_KEY } from './unfilled.ts';

/** Lets people choose what becomes of fields that are not filled; this device remembers it. */
export function makeUnfilledChoice(form: HandoffForm): void {
  const choices = [...form.querySelectorAll<HTMLInputElement>('.form-unfilled input')];
  const { signal } = form;
  for (const choice of choices) {
    // Somebody may have chosen before this was loaded.
    if (choice.checked && !choice.defaultChecked) choose(choice.value);
    choice.addEventListener(
      'change',
      () => {
        choose(choice.value);
      },
      { signal },
    );
  }
  show();
  form.addEventListener('refresh', show, { signal });

  function choose(value: string) {
    const unfilled: Unfilled = value === 'left-out' ? 'left-out' : 'hints';
    chooseUnfilled(unfilled);
    keep(UNFILLED_KEY, unfilled);
    form.refresh();
  }

  function show() {
    for (const choice of choices) choice.checked = choice.value === keptUnfilled();
  }
}
