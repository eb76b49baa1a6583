import { GateController, type UndoableChange } from '../../gates/gate-controller.ts';
import { ticksAsMarkdown } from '../../gates/ticks.ts';
import { announce } from '../../lib/announce.ts';
import { requireElement } from '../../lib/require-element.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { onStorageChange } from '../../lib/local-storage.ts';
import { makeCopyButton } from '../copy/copy-button.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';
import { mountSaveStatus } from '../save-status/save-status.ts';
import { mountUndoButton } from '../undo-button/undo-button.ts';
import { mountItems, readItems, type GateItem } from './gate-items.ts';

const wording = {
  nothing: 'Your ticks are saved on this device.',
  unreadable: 'The ticks saved on this device cannot be read, so the list starts as in the file.',
  refused: 'Not saved: browser storage is blocked or full. Your ticks last until you leave this page.',
} as const;

const undoWording: Readonly<Record<UndoableChange, { label: string; announcement: string }>> = {
  reset: { label: 'Undo reset', announcement: 'Reset undone' },
  'use-shared': { label: 'Undo using these ticks', announcement: 'Your own ticks restored' },
};

/**
 * `<gate-checklist>` around a list with boxes (`GatePage.astro`, `CompactGate.astro`): saves the reader's ticks. On the
 * gate's own page it also copies and shares them.
 */
class GateChecklist extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const { store = '', title = '' } = this.dataset;
    const list = requireElement(this, 'ul', '.gate-items');
    const items = readItems(list);
    const controller = new GateController(items, store);
    const restoreEarlyTicks = earlyInput(list);
    mountItems(list, items, controller, signal);
    mountProgress(
      requireElement(this, 'progress'),
      requireElement(this, 'span', '[data-progress]'),
      controller,
      signal,
    );
    mountStatus(requireElement(this, 'p', '[data-save-status]'), controller, signal);
    mountReset(requireElement(this, 'button', '[data-reset]'), controller, signal);
    const copyButton = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (copyButton) mountCopy(copyButton, title, items, controller, signal);
    const shareButton = this.querySelector<HTMLButtonElement>('[data-share]');
    if (shareButton) this.#loadSharing(shareButton, controller, signal);
    onStorageChange((key) => {
      if (key === undefined || key === controller.storeKey) controller.load();
    }, signal);
    restoreEarlyTicks();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }

  /** Loads the code for sharing when the reader shares ticks, or opens a link. Most readers do neither. */
  #loadSharing(button: HTMLButtonElement, controller: GateController, signal: AbortSignal) {
    const note = requireElement(this, 'p', '[data-note]');
    const notice = requireElement(this, 'div', '[data-share-link]');
    const reset = requireElement(this, 'button', '[data-reset]');
    let sharing: Promise<void> | undefined;
    const load = () =>
      (sharing ??= import('./gate-sharing.ts').then(({ mountShareButton, mountSharedTicks }) => {
        if (signal.aborted) return;
        mountShareButton(button, note, controller, signal);
        mountSharedTicks(notice, reset, controller, signal);
      }));
    const loadAndShare = () => {
      if (sharing) return;
      void load().then(() => {
        button.click();
      });
    };
    const openLink = () => {
      if (location.hash !== '') void load();
    };
    button.addEventListener('click', loadAndShare, { signal });
    addEventListener('hashchange', openLink, { signal });
    openLink();
  }
}

function mountProgress(bar: HTMLProgressElement, counts: HTMLElement, controller: GateController, signal: AbortSignal) {
  const show = () => {
    bar.value = controller.progress.done;
    counts.textContent = controller.progressText;
  };
  controller.on('update', show, signal);
  show();
}

function mountStatus(line: HTMLElement, controller: GateController, signal: AbortSignal) {
  mountSaveStatus(line, () => controller, controller, wording, signal);
  const update = () => {
    line.hidden = controller.showsShared;
  };
  const refuse = () => {
    announce(wording.refused);
  };
  controller.on('update', update, signal);
  controller.on('refuse', refuse, signal);
}

function mountReset(button: HTMLButtonElement, controller: GateController, signal: AbortSignal) {
  const update = () => {
    button.hidden = controller.showsShared || (!controller.undoable && !controller.hasSaved);
  };
  controller.on('update', update, signal);
  update();
  const describe = (wasSaved: boolean, what: string) =>
    wasSaved ? `${what}: ${controller.progressText} ticked` : undefined;
  const action = {
    act: () => describe(controller.reset(), 'Reset'),
    undo: () => {
      const { undoable } = controller;
      return undoable && describe(controller.undo(), undoWording[undoable].announcement);
    },
    undoLabel: () => controller.undoable && undoWording[controller.undoable].label,
  };
  mountUndoButton(button, action, controller, signal);
}

function mountCopy(
  button: HTMLButtonElement,
  title: string,
  items: readonly GateItem[],
  controller: GateController,
  signal: AbortSignal,
) {
  const text = () => ticksAsMarkdown(title, items, controller.ticks);
  makeCopyButton(button, { text, what: 'The list', refused: () => showToCopy(button, text()) }, signal);
}

customElements.define('gate-checklist', GateChecklist);
