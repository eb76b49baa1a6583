import { announce } from '../../lib/announce.ts';

/** `<sort-cards>`: sorts the cards of the catalogue by a size, the largest first, or restores their order. */
class SortCards extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const select = this.querySelector('select');
    const cards = [...(this.closest('.catalogue')?.querySelectorAll<HTMLElement>('.agent-card') ?? [])];
    const last = cards.at(-1)?.nextSibling ?? null;
    const sort = () => {
      const size = (card: HTMLElement) => Number(card.dataset[select?.value ?? '']);
      const sorted = select?.value === '' ? cards : cards.toSorted((a, b) => size(b) - size(a));
      for (const card of sorted) card.parentElement?.insertBefore(card, last);
      announce(`Sorted by ${select?.selectedOptions[0]?.text ?? ''}.`);
    };
    select?.addEventListener('change', sort, { signal: this.#leaving.signal });
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

customElements.define('sort-cards', SortCards);
