import type { FormController } from '../../../forms/form-controller.ts';
import { countFilled } from '../../../forms/model/form.ts';
import { decodeSharedDraft, type SharedDraft } from '../../../forms/shared-draft.ts';
import { isShareLink } from '../../../lib/share-link.ts';
import {
  readShareLink,
  removeShareLink,
  showShareLinkError,
  showShareLink,
} from '../../share-link-notice/share-link-notice.ts';

/**
 * Opens the draft in the page's share link, now and whenever the link changes. The draft is shown instead of the
 * reader's own, but replaces nothing that is stored.
 * @param showContext shows the agent, the task and the known answers of a draft that has any
 */
export function mountSharedDraftNotice(
  notice: HTMLElement,
  showContext: () => void,
  controller: FormController,
  signal: AbortSignal,
): void {
  const open = async () => {
    const shared = await readShareLink(decodeSharedDraft, signal);
    if (!shared) return;
    if ('error' in shared) {
      controller.showShared(undefined);
      showShareLinkError(notice, shared.error);
      return;
    }
    showSharedDraft(notice, shared, controller);
    if (shared.to !== undefined || shared.task !== undefined || shared.known) showContext();
  };
  const hideWithoutLink = () => {
    if (!controller.shared && !isShareLink(location.hash)) notice.hidden = true;
  };
  controller.on('adopt', removeShareLink, signal);
  controller.on('update', hideWithoutLink, signal);
  addEventListener('hashchange', () => void open(), { signal });
  void open();
}

function showSharedDraft(notice: HTMLElement, shared: SharedDraft, controller: FormController) {
  const { filled, total } = countFilled(controller.form, shared.values);
  const name = shared.name === undefined ? '' : ` “${shared.name}”`;
  const hasOwn = controller.drafts.shown !== undefined;
  const content = `This link contains a draft${name}, ${String(filled)} of ${String(total)} filled.`;
  showShareLink(notice, {
    isShown: () => controller.shared !== undefined,
    show: (isShown) => {
      controller.showShared(isShown ? shared : undefined);
    },
    describe: () => {
      if (!controller.shared) return `${content} You are viewing your own draft.`;
      return `${content} When you change it, it is saved as a new draft${hasOwn ? '; your own draft stays as it is' : ''}.`;
    },
    toggleLabel: () => {
      if (!controller.shared) return 'Show the shared draft';
      return hasOwn ? 'Show my own draft' : 'Start from an empty form';
    },
  });
}
