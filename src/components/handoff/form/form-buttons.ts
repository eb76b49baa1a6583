import { makeCopyButton } from '../../copy/copy-button.ts';
import type { HandoffForm } from './handoff-form.ts';

/** What can be done with a form besides copying it: loaded when somebody asks for it. */
export const more = () => import('./form-more.ts');

/** Makes the buttons of a form work, and the shortcut that copies from anywhere in it. */
export function makeFormButtons(form: HandoffForm): void {
  const { signal } = form;
  const copy = form.find('button', '[data-copy]');
  const source = {
    text: () => form.takeText(),
    get what() {
      return form.told('The text');
    },
    async refused() {
      form.selectText();
      const { copyByHand } = await more();
      form.note(copyByHand);
      return copyByHand;
    },
  };
  makeCopyButton(copy, source, signal);
  form.addEventListener(
    'keydown',
    (event) => {
      const { key, ctrlKey, metaKey, defaultPrevented } = event;
      if (key !== 'Enter' || !(ctrlKey || metaKey) || defaultPrevented) return;
      event.preventDefault();
      copy.click();
    },
    { signal },
  );
  form.addEventListener(
    'click',
    ({ target }) => {
      const pressed = target instanceof Element && target.closest<HTMLElement>('[data-action]');
      if (pressed)
        void more().then(({ act }) => {
          act(form, pressed);
        });
    },
    { signal },
  );
  for (const prompt of form.querySelectorAll<HTMLDetailsElement>('[data-prompt]')) {
    const open = () => {
      void more().then(({ openPrompt }) => {
        openPrompt(form, prompt);
      });
    };
    prompt.addEventListener('toggle', open, { signal, once: true });
  }
}
