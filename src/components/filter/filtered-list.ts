import { announce } from '../../lib/announce.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { countValues, matches, readState, writeState, type FilterItem, type FilterState } from './filter.ts';

/** Pause before the number of items is announced, in milliseconds, so that typing is not interrupted. */
const ANNOUNCE_DELAY = 600;

/** More matches than this stay folded: whoever has that many narrows the filter further. */
const MOST_UNFOLDED = 200;

interface Item extends FilterItem {
  element: HTMLElement;
}

/** What holds items; hidden with the last of them. */
interface Group {
  element: HTMLElement;
  items: Item[];
  /** Whether it was unfolded before anybody filtered. */
  open: boolean;
}

/**
 * `<filtered-list data-noun="agents">` around a form and items (`data-item`, with a value list a facet, joined
 * by `|`, and `data-words` by which it is found though it does not show them): shows those that match, and keeps the address true. Facets are check boxes and selects of the form.
 * Groups (`data-group`) vanish with their last item; a folded one unfolds for what it holds.
 */
class FilteredList extends HTMLElement {
  #leaving?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;
  #items: Item[] = [];
  #groups: Group[] = [];

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    const repeatEarly = earlyInput(form);
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const facets = [...this.#facets().keys()];
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
      element,
      text: `${element.textContent} ${element.dataset.words ?? ''}`,
      values: new Map(facets.map((facet) => [facet, (element.dataset[facet] ?? '').split('|')])),
    }));
    this.#groups = this.#readGroups();

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
      (event) => {
        // By itself the browser would go back to what it restored, and only after the event.
        event.preventDefault();
        this.#fill(form, { text: '', chosen: new Map() });
        fromForm();
        // The button is gone now.
        form.querySelector<HTMLElement>('input, select')?.focus();
      },
      { signal },
    );
    addEventListener('popstate', fromAddress, { signal });
    fromAddress();
    repeatEarly();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    clearTimeout(this.#timer);
  }

  #readGroups(): Group[] {
    const groups = new Map<Element, Group>();
    for (const element of this.querySelectorAll<HTMLElement>('[data-group]')) {
      groups.set(element, { element, items: [], open: element instanceof HTMLDetailsElement && element.open });
    }
    for (const item of this.#items) {
      for (let around = item.element.closest('[data-group]'); around;) {
        groups.get(around)?.items.push(item);
        around = around.parentElement?.closest('[data-group]') ?? null;
      }
    }
    return [...groups.values()];
  }

  get #boxes() {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  }

  get #selects() {
    return [...this.querySelectorAll('select')];
  }

  #facets(): Map<string, Set<string>> {
    const facets = new Map<string, Set<string>>();
    for (const { name, value } of this.#boxes) facets.set(name, (facets.get(name) ?? new Set()).add(value));
    for (const { name, options } of this.#selects) {
      facets.set(name, new Set([...options].map(({ value }) => value).filter((value) => value !== '')));
    }
    return facets;
  }

  #read(form: HTMLFormElement): FilterState {
    const data = new FormData(form);
    const chosen = new Map(
      [...this.#facets().keys()].map((facet) => [
        facet,
        new Set(data.getAll(facet).filter((value): value is string => typeof value === 'string' && value !== '')),
      ]),
    );
    const text = data.get('q');
    return { text: typeof text === 'string' ? text : '', chosen };
  }

  #fill(form: HTMLFormElement, { text, chosen }: FilterState) {
    const field = form.elements.namedItem('q');
    if (field instanceof HTMLInputElement) field.value = text;
    for (const box of this.#boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
    for (const select of this.#selects) select.value = [...(chosen.get(select.name) ?? [])][0] ?? '';
    // What is chosen is seen, also where there is little room.
    form.querySelector('details:has(:checked)')?.setAttribute('open', '');
  }

  /** Shows what matches, and the counts that go with it. */
  #apply(state: FilterState): string {
    const found = this.#items.filter((item) => matches(item, state));
    const shown = new Set(found);
    for (const item of this.#items) item.element.toggleAttribute('hidden', !shown.has(item));
    const isFiltered = writeState(state).size > 0;
    for (const group of this.#groups) this.#showGroup(group, shown, isFiltered);
    this.#showCounts(state);
    const message = `${String(shown.size)} of ${String(this.#items.length)} ${this.dataset.noun ?? ''}`;
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = message;
    this.querySelector('[data-empty]')?.toggleAttribute('hidden', shown.size > 0);
    this.querySelector('[type=reset]')?.toggleAttribute('hidden', !isFiltered);
    return message;
  }

  #showGroup({ element, items, open }: Group, shown: ReadonlySet<Item>, isFiltered: boolean) {
    const isEmpty = items.length > 0 && !items.some((item) => shown.has(item));
    element.toggleAttribute('hidden', isFiltered && isEmpty);
    if (element instanceof HTMLDetailsElement) {
      element.open = isFiltered ? shown.size <= MOST_UNFOLDED : open;
    }
  }

  #showCounts(state: FilterState) {
    for (const facet of new Set(this.#boxes.map(({ name }) => name))) {
      const counts = countValues(this.#items, state, facet);
      for (const box of this.#boxes.filter(({ name }) => name === facet)) {
        const count = box.closest('label')?.querySelector('[data-count]');
        if (count) count.textContent = String(counts.get(box.value) ?? 0);
      }
    }
  }

  #say(message: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      announce(message);
    }, ANNOUNCE_DELAY);
  }
}

customElements.define('filtered-list', FilteredList);
