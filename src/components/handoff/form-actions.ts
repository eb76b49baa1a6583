import { encodeShared } from '../../forms/share.ts';
import { makeCopyButton } from '../copy/copy-button.ts';
import { announce } from '../common/announce.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';
import type { HandoffForm } from './handoff-form.ts';

const actions: Record<string, (form: HandoffForm, button: HTMLButtonElement) => void> = {
  download(form) {
    const { download = 'handoff.txt' } = form.dataset;
    const address = URL.createObjectURL(new Blob([form.text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = download;
    link.click();
    URL.revokeObjectURL(address);
    announce(`${download} downloaded`);
  },
  print() {
    print();
  },
  share(form, button) {
    delete button.dataset.action;
    let problem = '';
    let link = '';
    const text = async () => {
      form.say('');
      const { kind } = form.form;
      const { to, task, known } = form.handover;
      const name = (form.shared ?? form.drafts.shown)?.name;
      const shared = { kind, values: form.values, to, task, known, name };
      const made = await encodeShared(shared as Parameters<typeof encodeShared>[0]);
      problem = typeof made === 'string' ? '' : made.problem;
      if (typeof made !== 'string') throw new Error(made.problem);
      link = new URL(`#${made}`, location.href).href;
      return link;
    };
    const refused = () => {
      if (problem === '') return showToCopy(button, link);
      form.say(problem);
      return problem;
    };
    makeCopyButton(button, { text, what: 'The link', refused }, form.signal);
    button.click();
  },
};

/** Does what a button with `data-action` is for. */
export function act(form: HandoffForm, button: HTMLElement): void {
  if (button instanceof HTMLButtonElement) actions[button.dataset.action ?? '']?.(form, button);
}
