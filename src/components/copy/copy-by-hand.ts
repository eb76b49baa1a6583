import { createElement } from '../../lib/dom.ts';

/** Says how to copy a text that is selected. */
export const copyByHand = 'The browser refused to copy. The text is selected: copy it with Control or Command C.';

/**
 * Shows a text below its copy button, selected, because the browser has refused to copy it.
 * @returns an announcement that says how to copy it
 */
export function showToCopy(button: HTMLElement, text: string): string {
  const area = createElement('textarea', { class: 'field', rows: '4', readonly: '', 'aria-label': 'Text to copy' });
  area.value = text;
  showBelow(button, createElement('p', {}, copyByHand), area);
  area.focus();
  area.select();
  return copyByHand;
}

/**
 * Shows below a copy button how to copy by hand, because the browser has refused to copy.
 * @returns the same words, as an announcement
 */
export function showHowToCopy(button: HTMLElement, words: string): string {
  showBelow(button, createElement('p', {}, words));
  return words;
}

function showBelow(button: HTMLElement, ...content: HTMLElement[]): void {
  const row = button.parentElement ?? button;
  const next = row.nextElementSibling;
  const frame = next?.matches('.copy-by-hand') ? next : createElement('div', { class: 'copy-by-hand no-print' });
  frame.replaceChildren(...content);
  row.after(frame);
}
