import type { FormController } from '../../../forms/form-controller.ts';
import type { FieldRow } from './field-list.ts';

/** Wraps a loader so that it loads once. A click on an element that needs the code loads it and is then repeated. */
function loadOnce(form: HTMLElement, selector: string, signal: AbortSignal, load: () => Promise<void>) {
  let loading: Promise<void> | undefined;
  let isLoaded = false;
  const loadFirst = () =>
    (loading ??= load().then(() => {
      isLoaded = true;
    }));
  form.addEventListener(
    'click',
    ({ target }) => {
      const clicked = target instanceof Element && target.closest<HTMLElement>(selector);
      if (!clicked || isLoaded) return;
      void loadFirst().then(() => {
        clicked.click();
      });
    },
    { signal },
  );
  return loadFirst;
}

/**
 * Loads the code that a form only needs once the reader uses it. Most readers look at a form and leave.
 * @param form the element around the form's markup
 */
export function mountLazyParts(
  form: HTMLElement,
  rows: readonly FieldRow[],
  controller: FormController,
  signal: AbortSignal,
): void {
  const enhance = loadOnce(form, '[data-suggestion]', signal, async () => {
    const { mountFormEnhancements } = await import('./form-enhancements.ts');
    if (!signal.aborted) mountFormEnhancements(form, rows, controller, signal);
  });
  const loadActions = loadOnce(form, '[data-action]', signal, async () => {
    const { mountFormActions } = await import('./form-actions.ts');
    if (!signal.aborted) mountFormActions(form, controller, signal);
  });

  const enhanceIfUsed = () => {
    // The reader may have focused a field before this script ran.
    if (!controller.isPristine || form.contains(document.activeElement)) void enhance();
  };
  for (const event of ['replace', 'merge'] as const) controller.on(event, enhanceIfUsed, signal);
  for (const type of ['focusin', 'pointerover']) form.addEventListener(type, () => void enhance(), { signal });
  enhanceIfUsed();

  const openLink = () => {
    if (location.hash !== '') void loadActions();
  };
  if (form.querySelector('[data-share-link]')) {
    addEventListener('hashchange', openLink, { signal });
    openLink();
  }
  // `toggle` does not bubble, so it is observed while it is captured.
  form.addEventListener('toggle', () => void loadActions(), { signal, capture: true });
  // The reader may have opened a part before this script ran.
  if (form.querySelector('details[open]')) void loadActions();
}
