import { encodeShared, type Shared } from '../../forms/share.ts';
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
    let made: ReturnType<typeof linkTo> | undefined;
    const text = async () => {
      form.note('');
      made = linkTo(form);
      const link = await made;
      if (typeof link !== 'string') throw new Error(link.problem);
      return link;
    };
    const refused = async () => {
      const link = (await made) ?? '';
      if (typeof link === 'string') return showToCopy(button, link);
      form.note(link.problem);
      return link.problem;
    };
    makeCopyButton(button, { text, what: 'The link', refused }, form.signal);
    button.click();
  },
};

/** Does what a button with `data-action` is for. */
export function act(form: HandoffForm, button: HTMLElement): void {
  if (button instanceof HTMLButtonElement) actions[button.dataset.action ?? '']?.(form, button);
}

/** A link that brings the form as it is filled; or why there can be none. */
async function linkTo({ form, values, handover, shared, drafts }: HandoffForm): Promise<string | { problem: string }> {
  const name = (shared ?? drafts.shown)?.name;
  const { to, task, known } = handover;
  const sent: Shared = {
    kind: form.kind,
    values,
    ...(to === undefined ? {} : { to }),
    ...(task === undefined ? {} : { task }),
    ...(known === undefined ? {} : { known }),
    ...(name === undefined ? {} : { name }),
  };
  const fragment = await encodeShared(sent);
  return typeof fragment === 'string' ? new URL(`#${fragment}`, location.href).href : fragment;
}
