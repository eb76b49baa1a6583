import { setHandover } from '../../../forms/drafts/draft-edits.ts';
import { promptText } from '../../../forms/prompt.ts';
import { element } from '../../../lib/dom.ts';
import { makeCopyButton } from '../../copy/copy-button.ts';
import { showToCopy } from '../../copy/copy-by-hand.ts';
import { makeAgentChoice } from './agent-combobox.ts';
import type { HandoffForm } from '../form/handoff-form.ts';

/** Makes the part work that copies the filled form as a prompt: for an agent, with a task and what is known. */
export function openPrompt(form: HandoffForm, part: HTMLElement): void {
  const { signal } = form;
  const to = form.find('input', '[data-to]');
  const task = form.find('textarea', '[data-task]');
  const button = form.find('button', '[data-copy-prompt]');
  const changed = () => {
    const handover = { to: to.value, task: task.value };
    const at = new Date();
    form.edit((drafts, id) => setHandover(drafts, id, handover, at));
  };
  const show = () => {
    const { to: whom = '', task: what = '', known = [] } = form.handover;
    if (to.value !== whom) to.value = whom;
    if (task.value !== what) task.value = what;
    const frame = form.find('[data-known]');
    frame.hidden = known.length === 0;
    frame
      .querySelector('ul')
      ?.replaceChildren(
        ...known.map(({ question, answer }) => element('li', {}, `${question} `, element('strong', {}, answer))),
      );
  };
  makeAgentChoice(
    to,
    { suggested: (part.dataset.suggested ?? '').split(' '), roster: part.dataset.roster ?? '' },
    changed,
    signal,
  );
  task.addEventListener('input', changed, { signal });
  form.addEventListener('refresh', show, { signal });
  const source = {
    text: () => promptText(form.handover, form.takeText()),
    get what() {
      return form.told('The prompt');
    },
    refused: () => showToCopy(button, source.text()),
  };
  makeCopyButton(button, source, signal);
  // Here the shortcut copies what stands here.
  part.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      button.click();
    },
    { signal },
  );
  show();
}
