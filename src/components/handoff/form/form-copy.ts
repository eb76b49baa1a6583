import type { FormController } from '../../../forms/form-controller.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { makeCopyButton } from '../../copy/copy-button.ts';
import type { Preview } from './preview.ts';

/**
 * Makes the button copy the form's text, and Ctrl or ⌘ with Enter press it from anywhere in the form. If the browser
 * refuses its clipboard, the text is selected in the preview.
 */
export function mountFormCopy(
  form: HTMLElement,
  button: HTMLButtonElement,
  preview: Preview,
  controller: FormController,
  signal: AbortSignal,
): void {
  const source = {
    text: () => controller.prepareText(),
    get what() {
      return controller.describeCopied('The text');
    },
    async refused() {
      const { selectToCopy } = await import('./form-actions.ts');
      return selectToCopy(preview, controller);
    },
  };
  makeCopyButton(button, source, signal);
  form.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, defaultPrevented } = event;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      button.click();
    },
    { signal },
  );
}
