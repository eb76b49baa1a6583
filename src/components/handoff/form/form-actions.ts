import { encodeShared } from '../../../forms/shared-form.ts';
import { announce } from '../../../lib/announce.ts';
import { makeShareButton } from '../../copy/share-button.ts';
import type { HandoffForm } from './handoff-form.ts';

const actions: Record<string, (form: HandoffForm, button: HTMLButtonElement) => void> = {
  download(form) {
    const { download = 'handoff.txt' } = form.dataset;
    const address = URL.createObjectURL(new Blob([form.takeText()], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = download;
    link.click();
    URL.revokeObjectURL(address);
    announce(`${form.told(download)} downloaded`);
  },
  print() {
    print();
  },
  share(form, button) {
    delete button.dataset.action;
    const say = (problem: string) => {
      form.note(problem);
    };
    makeShareButton(button, { fragment: () => encode(form), say }, form.signal);
    button.click();
  },
};

/** Does what a button with `data-action` is for. */
export function act(form: HandoffForm, button: HTMLElement): void {
  if (button instanceof HTMLButtonElement) actions[button.dataset.action ?? '']?.(form, button);
}

/** The form as it is filled, for a link. */
function encode({ form, values, handover: { to, task, known }, shared, drafts }: HandoffForm) {
  return encodeShared({ kind: form.kind, values, to, task, known, name: (shared ?? drafts.shown)?.name });
}
