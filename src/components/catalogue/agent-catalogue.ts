import { announce } from '../shared/announce.ts';
import { countValues, matches, readState, writeState, type FilterItem, type FilterState } from './filter.ts';

/** Pause before the number of agents is announced, in milliseconds, so that typing is not interrupted. */
const ANNOUNCE_DELAY = 600;

interface Card extends FilterItem {
  element: HTMLElement;
}

/** `<agent-catalogue>` around a filter form and cards: shows those that match, and keeps the address true. */
class AgentCatalogue extends HTMLElement {
  #leaving?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;
  #cards: Card[] = [];

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#cards = [...this.querySelectorAll<HTMLElement>('.agent-card')].map((card) => this.#readCard(card));

    const fromAddress = () => {
      this.#fill(form, readState(new URL(location.href).searchParams, this.#facets()));
      this.#apply(this.#read(form));
    };
    const fromForm = () => {
      const state = this.#read(form);
      const query = writeState(state).toString();
      history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
      this.#say(this.#apply(state));
    };
    form.addEventListener('input', fromForm, { signal });
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
      },
      { signal },
    );
    form.addEventListener(
      'reset',
      () => {
        // The fields are empty only after the event.
        queueMicrotask(fromForm);
      },
      { signal },
    );
    addEventListener('popstate', fromAddress, { signal });
    fromAddress();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    clearTimeout(this.#timer);
  }

  #readCard(element: HTMLElement): Card {
    const facets = [...this.#facets().keys()];
    const values = new Map(facets.map((facet) => [facet, (element.dataset[facet] ?? '').split('|')]));
    return { element, text: element.textContent, values };
  }

  get #boxes() {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  }

  #facets(): Map<string, Set<string>> {
    const facets = new Map<string, Set<string>>();
    for (const { name, value } of this.#boxes) facets.set(name, (facets.get(name) ?? new Set()).add(value));
    return facets;
  }

  #read(form: HTMLFormElement): FilterState {
    const data = new FormData(form);
    const chosen = new Map(
      [...this.#facets().keys()].map((facet) => [
        facet,
        new Set(data.getAll(facet).filter((value) => typeof value === 'string')),
      ]),
    );
    const text = data.get('q');
    return { text: typeof text === 'string' ? text : '', chosen };
  }

  #fill(form: HTMLFormElement, { text, chosen }: FilterState) {
    const field = form.elements.namedItem('q');
    if (field instanceof HTMLInputElement) field.value = text;
    for (const box of this.#boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
  }

  /** Shows what matches, and the counts that go with it. */
  #apply(state: FilterState): string {
    let shown = 0;
    for (const card of this.#cards) {
      const visible = matches(card, state);
      card.element.toggleAttribute('hidden', !visible);
      if (visible) shown++;
    }
    for (const facet of state.chosen.keys()) {
      const counts = countValues(this.#cards, state, facet);
      for (const box of this.#boxes.filter(({ name }) => name === facet)) {
        const count = box.closest('label')?.querySelector('[data-count]');
        if (count) count.textContent = String(counts.get(box.value) ?? 0);
      }
    }
    const message = `${String(shown)} of ${String(this.#cards.length)} agents`;
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = message;
    this.querySelector('[data-empty]')?.toggleAttribute('hidden', shown > 0);
    this.querySelector('[type=reset]')?.toggleAttribute('hidden', writeState(state).size === 0);
    return message;
  }

  #say(message: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      announce(message);
    }, ANNOUNCE_DELAY);
  }
}

customElements.define('agent-catalogue', AgentCatalogue);
