import { announce } from '../../../lib/announce.ts';
import { changeRecents, noRecents, without } from './recents.ts';

/** Makes the buttons in a container remove one recent search or page (`data-remove`), or all (`data-remove-all`). */
export function clearRecentsByButton(container: HTMLElement, onChange: () => void, signal: AbortSignal): void {
  container.addEventListener(
    'click',
    ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (!button) return;
      const { remove, removeAll } = button.dataset;
      if (remove === undefined && removeAll === undefined) return;
      const buttons = () => [...container.querySelectorAll<HTMLElement>('[data-remove]')];
      const index = buttons().indexOf(button);
      const worked = changeRecents((recents) => (remove === undefined ? noRecents : without(recents, remove)));
      onChange();
      announce(worked ? 'Removed' : 'Not removed: browser storage is blocked.');
      // The button is gone, so the focus moves to the one in its place, or to the field.
      const left = buttons();
      const next = left[Math.min(index, left.length - 1)] ?? document.querySelector<HTMLElement>('dialog[open] input');
      next?.focus();
    },
    { signal },
  );
}
