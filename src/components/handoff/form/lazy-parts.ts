import type { FormController } from '../../../forms/form-controller.ts';
import type { FieldRow } from './field-list.ts';

/** Loads code at most once. */
class LazyCode {
  isLoaded = false;
  readonly #load: () => Promise<void>;
  #loading: Promise<void> | undefined;

  constructor(load: () => Promise<void>) {
    this.#load = load;
  }

  load(): Promise<void> {
    return (this.#loading ??= this.#load().then(() => {
      this.isLoaded = true;
    }));
  }

  /** Loads the code when an element is clicked that needs it, and repeats the click. */
  loadOnClick(form: HTMLElement, selector: string, signal: AbortSignal) {
    form.addEventListener(
      'click',
      ({ target }) => {
        const clicked = target instanceof Element && target.closest<HTMLElement>(selector);
        if (!clicked || this.isLoaded) return;
        void this.load().then(() => {
          clicked.click();
        });
      },
      { signal },
    );
  }
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
  const enhancements = new LazyCode(async () => {
    const { mountFormEnhancements } = await import('./form-enhancements.ts');
    if (!signal.aborted) mountFormEnhancements(form, rows, controller, signal);
  });
  const actions = new LazyCode(async () => {
    const { mountFormActions } = await import('./form-actions.ts');
    if (!signal.aborted) mountFormActions(form, controller, signal);
  });

  const enhanceIfUsed = () => {
    // The reader may have focused a field before this script ran.
    if (!controller.isPristine || form.contains(document.activeElement)) void enhancements.load();
  };
  for (const event of ['replace', 'merge'] as const) controller.on(event, enhanceIfUsed, signal);
  for (const type of ['focusin', 'pointerover'])
    form.addEventListener(type, () => void enhancements.load(), { signal });
  enhancements.loadOnClick(form, '[data-suggestion]', signal);
  enhanceIfUsed();

  const openLink = () => {
    if (location.hash !== '') void actions.load();
  };
  if (form.querySelector('[data-shared-link]')) {
    addEventListener('hashchange', openLink, { signal });
    openLink();
  }
  // `toggle` does not bubble, so it is observed while it is captured.
  form.addEventListener('toggle', () => void actions.load(), { signal, capture: true });
  actions.loadOnClick(form, '[data-action]', signal);
}
