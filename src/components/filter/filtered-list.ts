import { announce } from '../../lib/announce.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { countValues, matches, readState, writeState, type FilterItem, type FilterState } from './filter-state.ts';

/** Delay before the number of items is announced, in milliseconds, so as not to interrupt typing. */
const ANNOUNCE_DELAY = 600;

/** With more matches, groups stay collapsed: the reader will narrow the filter further. */
const MAX_EXPANDED = 200;

interface Item extends FilterItem {
  element: HTMLElement;
}

/** An element around items; hidden if none of them matches. */
interface Group {
  element: HTMLElement;
  items: Item[];
  /** Whether it was expanded before the first filter. */
  open: boolean;
}

/**
 * `<filtered-list data-noun="agents">` around a form and items: shows the items that match, and updates the URL.
 *
 * - The form's check boxes and selects are the facets.
 * - An item (`data-item`) has an attribute with its values for each facet, joined by `|`. Its text is searched, except
 *   in parts that most items share (`data-unsearched`), and so are the words in `data-words`, which it does not show.
 * - After each change, a `filter` event bubbles from it.
 * - A group (`data-group`) is hidden if none of its items match. A collapsed one expands if it has matches.
 */
class FilteredList extends HTMLElement {
  #leaving?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;
  #items: Item[] = [];
  #groups: Group[] = [];

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form) return;
    const applyEarlyInput = earlyInput(form);
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const facets = [...this.#facets().keys()];
    this.#items = [...this.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
      element,
      text: `${searchedText(element)} ${element.dataset.words ?? ''}`,
      values: new Map(facets.map((facet) => [facet, (element.dataset[facet] ?? '').split('|')])),
    }));
    this.#groups = this.#readGroups();

    const showUrlState = () => {
      this.#fill(form, readState(new URL(location.href).searchParams, this.#facets()));
      this.#apply(this.#read(form));
    };
    const showFormState = () => {
      const state = this.#read(form);
      const query = writeState(state).toString();
      history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
      this.#announceLater(this.#apply(state));
    };
    form.addEventListener('input', showFormState, { signal });
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
        // The default action would restore the values from when the page loaded, and only after this event.
        event.preventDefault();
        this.#fill(form, { text: '', chosen: new Map() });
        showFormState();
        // The button, which had the focus, is hidden now.
        form.querySelector<HTMLElement>('input, select')?.focus();
      },
      { signal },
    );
    addEventListener('popstate', showUrlState, { signal });
    showUrlState();
    applyEarlyInput();
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
    return [...this.querySelectorAll<HTMLInputElement>('.filter input[type=checkbox]')];
  }

  get #selects() {
    return [...this.querySelectorAll<HTMLSelectElement>('.filter select')];
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
    // On a narrow screen the facets are collapsed; chosen values must be visible.
    form.querySelector('details:has(:checked)')?.setAttribute('open', '');
  }

  /**
   * Shows the items that match, and updates the counts.
   * @returns the status message
   */
  #apply(state: FilterState): string {
    const matching = this.#items.filter((item) => matches(item, state));
    const shown = new Set(matching);
    for (const item of this.#items) item.element.toggleAttribute('hidden', !shown.has(item));
    const isFiltered = writeState(state).size > 0;
    for (const group of this.#groups) this.#showGroup(group, shown, isFiltered);
    this.#showCounts(state);
    const message = `${String(shown.size)} of ${String(this.#items.length)} ${this.dataset.noun ?? ''}`;
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = message;
    this.querySelector('[data-empty]')?.toggleAttribute('hidden', shown.size > 0);
    this.querySelector('[type=reset]')?.toggleAttribute('hidden', !isFiltered);
    this.dispatchEvent(new Event('filter', { bubbles: true }));
    return message;
  }

  #showGroup({ element, items, open }: Group, shown: ReadonlySet<Item>, isFiltered: boolean) {
    const isEmpty = items.length > 0 && !items.some((item) => shown.has(item));
    element.toggleAttribute('hidden', isFiltered && isEmpty);
    if (element instanceof HTMLDetailsElement) {
      element.open = isFiltered ? shown.size <= MAX_EXPANDED : open;
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

  #announceLater(message: string) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      announce(message);
    }, ANNOUNCE_DELAY);
  }
}

/** Returns the text of an item without the parts that are not searched. */
function searchedText(item: HTMLElement): string {
  const parts = [...item.querySelectorAll('[data-unsearched]')];
  return parts.reduce((text, part) => text.replace(part.textContent, () => ' '), item.textContent);
}

customElements.define('filtered-list', FilteredList);
