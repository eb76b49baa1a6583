import type { Unfilled } from '../../../forms/model/form.ts';
import { writeStored } from '../../../lib/local-storage.ts';
import type { HandoffForm } from './handoff-form.ts';
import { chooseUnfilled, keptUnfilled, UNFILLED_KEY } from './unfilled-preference.ts';

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
    writeStored(UNFILLED_KEY, unfilled);
    form.refresh();
  }

  function show() {
    for (const choice of choices) choice.checked = choice.value === keptUnfilled();
  }
}
