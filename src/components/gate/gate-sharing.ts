import { isShareLink } from '../../lib/share-link.ts';
import { announce } from '../../lib/announce.ts';
import { element } from '../../lib/dom.ts';
import { makeShareButton } from '../copy/share-button.ts';
import type { GateChecklist } from './gate-checklist.ts';
import { decodeTicks, encodeTicks, type SharedTicks } from '../../gates/shared-ticks.ts';
import { progressText } from '../../gates/ticks.ts';

/** Makes the button copy a link to what the gate shows. */
export function makeShare(gate: GateChecklist, button: HTMLButtonElement): void {
  const say = (problem: string) => {
    const note = gate.querySelector('[data-note]');
    if (note) note.textContent = problem;
  };
  makeShareButton(button, { fragment: () => encodeTicks(gate.items, gate.ticks), say }, gate.signal);
}

/** Shows what the page's link has brought, beside what is kept on this device. */
export async function openLink(gate: GateChecklist): Promise<void> {
  const { hash } = location;
  if (!isShareLink(hash)) return;
  const shared = await decodeTicks(hash, gate.items);
  // A later link is on its way, or the gate has left.
  if (hash !== location.hash || gate.signal.aborted) return;
  const notice = gate.querySelector<HTMLElement>('[data-notice]');
  if (!notice) return;
  notice.hidden = false;
  if ('problem' in shared) {
    gate.showShared(undefined);
    notice.replaceChildren(element('p', {}, shared.problem));
    announce(shared.problem);
  } else {
    showNotice(gate, notice, shared);
  }
}

function showNotice(gate: GateChecklist, notice: HTMLElement, { ticks, unknown }: SharedTicks): void {
  const brought = `This link has brought ticks: ${progressText(ticks, gate.items)}.`;
  const gone = unknown === 0 ? '' : ` Ticks of items that the gate does not have here: ${String(unknown)}.`;
  const words = element('p', {});
  const other = element('button', { type: 'button', class: 'button' });
  const take = element('button', { type: 'button', class: 'button' }, 'Take them over');
  let isShown = true;
  const show = () => {
    gate.showShared(isShown ? ticks : undefined);
    const kept = gate.hasOwn ? ' Your own are kept as they are.' : '';
    words.textContent = brought + gone + (isShown ? kept : ' You see your own.');
    other.textContent = isShown ? 'Show my own' : 'Show the shared ones';
    announce(words.textContent);
  };
  other.addEventListener('click', () => {
    isShown = !isShown;
    show();
  });
  take.addEventListener('click', () => {
    gate.takeOver(ticks);
    notice.hidden = true;
    // Read again, the link would hide what is ticked from now on.
    history.replaceState(history.state, '', location.pathname + location.search);
    announce(`Taken over: ${progressText(ticks, gate.items)} ticked`);
    gate.querySelector<HTMLElement>('[data-reset]')?.focus();
  });
  show();
  notice.replaceChildren(words, element('div', {}, take, other));
}
