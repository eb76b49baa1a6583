import { setContext } from '../../../forms/drafts/draft-edits.ts';
import type { FormController } from '../../../forms/form-controller.ts';
import type { HandoffContext } from '../../../forms/handoff-context.ts';
import { promptText } from '../../../forms/prompt.ts';
import { createElement } from '../../../lib/dom.ts';
import { requireElement } from '../../../lib/require-element.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { makeCopyButton } from '../../copy/copy-button.ts';
import { showToCopy } from '../../copy/copy-by-hand.ts';
import { mountAgentCombobox } from './agent-combobox.ts';

/** Makes the part work that copies the filled form as a prompt: with the receiving agent, a task and known answers. */
export function mountPromptPart(part: HTMLElement, controller: FormController, signal: AbortSignal): void {
  const to = requireElement(part, 'input', '[data-to]');
  const task = requireElement(part, 'textarea', '[data-task]');
  const known = requireElement(part, 'div', '[data-known]');
  const list = requireElement(known, 'ul');
  const button = requireElement(part, 'button', '[data-copy-prompt]');
  const changed = () => {
    const context = { to: to.value, task: task.value };
    const at = new Date();
    controller.edit((drafts, id) => setContext(drafts, id, context, at));
  };
  const show = () => {
    const context: HandoffContext = controller.shown ?? {};
    const answers = context.known ?? [];
    // Assigning the same value would move the caret.
    if (to.value !== (context.to ?? '')) to.value = context.to ?? '';
    if (task.value !== (context.task ?? '')) task.value = context.task ?? '';
    known.hidden = answers.length === 0;
    list.replaceChildren(
      ...answers.map(({ question, answer }) =>
        createElement('li', {}, `${question} `, createElement('strong', {}, answer)),
      ),
    );
  };
  mountAgentCombobox(
    to,
    { suggested: (part.dataset.suggested ?? '').split(' '), rosterUrl: part.dataset.roster ?? '' },
    changed,
    signal,
  );
  task.addEventListener('input', changed, { signal });
  controller.on('update', show, signal);
  show();

  const source = {
    text: () => promptText(controller.shown ?? {}, controller.prepareText()),
    get what() {
      return controller.describeCopied('The prompt');
    },
    refused: () => showToCopy(button, source.text()),
  };
  makeCopyButton(button, source, signal);
  // In this part, the form's shortcut copies the prompt instead of the text.
  part.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
      event.preventDefault();
      button.click();
    },
    { signal },
  );
}
