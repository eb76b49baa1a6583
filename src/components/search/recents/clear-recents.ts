import { announce } from '../../../lib/announce.ts';
import { changeRecents, noRecents, without } from './recents.ts';

/** Makes the buttons of a panel forget what they stand beside (`data-forget`), or everything (`data-forget-all`). */
export function forgetByButton(panel: HTMLElement, onChange: () => void, signal: AbortSignal): void {
  panel.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      const { forget, forgetAll } = button.dataset;
      if (forget === undefined && forgetAll === undefined) return;
      const buttons = () => [...panel.querySelectorAll<HTMLElement>('[data-forget]')];
      const index = buttons().indexOf(button);
      const worked = changeRecents((recents) => (forget === undefined ? noRecents : without(recents, forget)));
      onChange();
      announce(worked ? 'Removed' : 'This browser’s store is blocked: nothing was removed.');
      // The button is gone: on to the one in its place, or to the field.
      const left = buttons();
      const next = left[Math.min(index, left.length - 1)] ?? document.querySelector<HTMLElement>('dialog[open] input');
      next?.focus();
    },
    { signal },
  );
}
