import type { GateController } from '../../gates/gate-controller.ts';
import type { TickItem } from '../../gates/ticks.ts';
import { announce } from '../../lib/announce.ts';

/** An item of a gate on the page. */
export interface GateItem extends TickItem {
  markdown: string;
  box: HTMLInputElement;
  /** Printed instead of the box. */
  sign: Element | null;
}

/** Reads the items of a gate from its markup. */
export function readItems(list: HTMLElement): GateItem[] {
  return [...list.querySelectorAll<HTMLElement>('[data-item]')].flatMap((item) => {
    const box = item.querySelector('input');
    const { item: key = '', markdown = '' } = item.dataset;
    return box ? [{ key, markdown, box, done: box.defaultChecked, sign: item.querySelector('[data-sign]') }] : [];
  });
}

/** Connects the boxes of a gate to its ticks. */
export function mountItems(
  list: HTMLElement,
  items: readonly GateItem[],
  controller: GateController,
  signal: AbortSignal,
): void {
  const show = () => {
    for (const item of items) {
      item.box.checked = controller.isTicked(item);
      item.box.disabled = controller.showsShared;
      if (item.sign) item.sign.textContent = item.box.checked ? '☑' : '☐';
    }
  };
  const change = ({ target }: Event) => {
    const item = items.find(({ box }) => box === target);
    if (!item) return;
    controller.tick(item, item.box.checked);
    const { done, total } = controller.progress;
    if (done === total) announce(`All ${String(total)} ticked`);
  };
  list.addEventListener('change', change, { signal });
  controller.on('update', show, signal);
  show();
}
