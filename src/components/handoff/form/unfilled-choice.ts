import type { FormController } from '../../../forms/form-controller.ts';
import { setUnfilledPreference, unfilledPreference } from '../../../forms/unfilled-preference.ts';

/** Lets the reader choose whether the text contains the hints of fields that are not filled. */
export function mountUnfilledChoice(choices: HTMLElement, controller: FormController, signal: AbortSignal): void {
  const buttons = [...choices.querySelectorAll('input')];
  const choose = (value: string) => {
    setUnfilledPreference(value === 'left-out' ? 'left-out' : 'hints');
    controller.update();
  };
  const show = () => {
    for (const button of buttons) button.checked = button.value === unfilledPreference();
  };
  for (const button of buttons) {
    // The reader may have chosen before this script ran.
    if (button.checked && !button.defaultChecked) choose(button.value);
    const change = () => {
      choose(button.value);
    };
    button.addEventListener('change', change, { signal });
  }
  controller.on('update', show, signal);
  show();
}
