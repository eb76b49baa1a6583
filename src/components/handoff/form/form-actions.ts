import { encodeSharedDraft } from '../../../forms/shared-draft.ts';
import type { FormController } from '../../../forms/form-controller.ts';
import { announce } from '../../../lib/announce.ts';
import { copyByHand } from '../../copy/copy-by-hand.ts';
import { makeShareButton } from '../../copy/share-button.ts';
import { mountPromptPart } from '../prompt/prompt-part.ts';
import { mountSharedDraftNotice } from '../share/shared-draft-notice.ts';
import type { Preview } from './preview.ts';

/**
 * Mounts the other actions of a filled form: download, print, share, make a prompt of it, and
 * open a link that another reader has shared.
 * @param form the element around the form's markup; in a compact form, some parts are missing
 */
export function mountFormActions(form: HTMLElement, controller: FormController, signal: AbortSignal): void {
  const find = (action: string) => form.querySelector<HTMLButtonElement>(`[data-action=${action}]`);
  find('download')?.addEventListener(
    'click',
    () => {
      download(controller, form.dataset.download ?? 'handoff.txt');
    },
    { signal },
  );
  find('print')?.addEventListener(
    'click',
    () => {
      print();
    },
    { signal },
  );
  const shareButton = find('share');
  if (shareButton) mountShareButton(shareButton, controller, signal);
  const prompt = form.querySelector<HTMLDetailsElement>('[data-prompt]');
  if (prompt) mountPromptPart(prompt, controller, signal);
  const notice = form.querySelector<HTMLElement>('[data-share-link]');
  if (!notice) return;
  const showContext = () => {
    if (prompt) prompt.open = true;
  };
  mountSharedDraftNotice(notice, showContext, controller, signal);
}

/**
 * Selects the text, because the browser has refused to copy it.
 * @returns an announcement that says how to copy it
 */
export function selectToCopy(preview: Preview, controller: FormController): string {
  controller.update();
  preview.select();
  controller.showNote(copyByHand);
  return copyByHand;
}

function download(controller: FormController, fileName: string) {
  const text = controller.prepareText();
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
  announce(`${controller.describeCopied(fileName)} downloaded`);
}

function mountShareButton(button: HTMLButtonElement, controller: FormController, signal: AbortSignal) {
  const fragment = () => {
    const { form, values, shown } = controller;
    const { to, task, known, name } = shown ?? {};
    return encodeSharedDraft({ kind: form.kind, values, to, task, known, name });
  };
  const showError = (message: string) => {
    controller.showNote(message);
  };
  makeShareButton(button, { fragment, showError }, signal);
}
