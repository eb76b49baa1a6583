import type { GateController } from '../../gates/gate-controller.ts';
import { decodeTicks, encodeTicks, type SharedTicks } from '../../gates/shared-ticks.ts';
import { progressText } from '../../gates/ticks.ts';
import { announce } from '../../lib/announce.ts';
import { createElement } from '../../lib/dom.ts';
import { makeShareButton } from '../copy/share-button.ts';
import {
  readShareLink,
  removeShareLink,
  showShareLinkError,
  showShareLink,
} from '../share-link-notice/share-link-notice.ts';

/**
 * Makes the button copy a link that contains the shown ticks.
 * @param note shows why there can be no link
 */
export function mountShareButton(
  button: HTMLButtonElement,
  note: HTMLElement,
  controller: GateController,
  signal: AbortSignal,
): void {
  const fragment = () => encodeTicks(controller.items, controller.ticks);
  const showError = (message: string) => {
    note.textContent = message;
  };
  makeShareButton(button, { fragment, showError }, signal);
}

/**
 * Opens the ticks in the page's share link, now and whenever the link changes. They are shown instead of the reader's
 * own, and replace them only if the reader decides so.
 * @param undoButton gets the focus when they do
 */
export function mountSharedTicks(
  notice: HTMLElement,
  undoButton: HTMLElement,
  controller: GateController,
  signal: AbortSignal,
): void {
  const open = async () => {
    const shared = await readShareLink((fragment) => decodeTicks(fragment, controller.items), signal);
    if (!shared) return;
    if ('error' in shared) {
      controller.showShared(undefined);
      showShareLinkError(notice, shared.error);
      return;
    }
    showSharedTicks(notice, undoButton, shared, controller);
  };
  addEventListener('hashchange', () => void open(), { signal });
  void open();
}

function showSharedTicks(
  notice: HTMLElement,
  undoButton: HTMLElement,
  { ticks, unknown }: SharedTicks,
  controller: GateController,
) {
  const counts = progressText(ticks, controller.items);
  const missing = unknown === 0 ? '' : ` Ticks for items that this gate does not have: ${String(unknown)}.`;
  const content = `This link contains ticks: ${counts}.${missing}`;
  const useButton = createElement('button', { type: 'button', class: 'button' }, 'Use these ticks');
  useButton.addEventListener('click', () => {
    controller.useShared(ticks);
    notice.hidden = true;
    removeShareLink();
    announce(`Using these ticks: ${counts} ticked`);
    undoButton.focus();
  });
  showShareLink(notice, {
    isShown: () => controller.showsShared,
    show: (isShown) => {
      controller.showShared(isShown ? ticks : undefined);
    },
    describe: () => {
      if (!controller.showsShared) return `${content} You are viewing your own ticks.`;
      return content + (controller.hasSaved ? ' Your own ticks stay as they are.' : '');
    },
    toggleLabel: () => (controller.showsShared ? 'Show my own ticks' : 'Show the shared ticks'),
    action: useButton,
  });
}
