import { announce } from '../../lib/announce.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { filterItems, readState, writeState, type FilterResult, type FilterState } from './filter-state.ts';
import { readItem, sortItems, type ItemAttributes, type ListItem } from './listed-item.ts';
import { LongList } from './long-list.ts';

/** Delay before the number of items is announced, in milliseconds, so as not to interrupt typing. */
const ANNOUNCE_DELAY = 600;

/** With more matches, groups stay collapsed: the reader will narrow the filter further. */
const MAX_EXPANDED = 200;

/** The parameter of the URL with the order of the items. */
const SORT = 'sort';

/** An element around items; hidden if none of them matches. */
interface Group {
  element: HTMLElement;
  items: ListItem[];
  /** Whether it was expanded before the first filter. */
  open: boolean;
}

/**
 * `<filtered-list data-noun="agents">` around a form and items: shows the items that match, and updates the URL.
 *
 * - The form's check boxes and selects are the facets.
 * - An item (`data-item`) has an attribute with its values for each facet, joined by `|`. Its text is searched, except
 *   in parts that most items share (`data-unsearched`), and so are the words in `data-words`, which it does not show.
 * - A select (`data-sort`) sorts the items of its list (`data-list`) by an attribute.
 * - After each change, once all items are shown, a `filter` event bubbles from it.
 * - A group (`data-group`) is hidden if none of its items match. A collapsed one expands if it has matches.
 * - If `data-list-url` is the address of a file with all items, the page contains only the first: see `LongList`.
 */
class FilteredList extends HTMLElement {
  #leaving?: AbortController;
  #frame = 0;
  #addressTimer?: ReturnType<typeof setTimeout>;
  #announceTimer?: ReturnType<typeof setTimeout>;
  #attributes: ItemAttributes = { facets: [], orders: [] };
  /** In the order of the page. */
  #items: readonly ListItem[] = [];
  #sorted: { by: string; items: readonly ListItem[] } = { by: '', items: [] };
  /** The order of the items on the page. */
  #shownOrder: readonly ListItem[] = [];
  /** The check boxes, each with the element that shows how many items it would show. */
  #boxes: readonly { box: HTMLInputElement; count: Element | null | undefined }[] = [];
  #groups: Group[] = [];
  #long: LongList | undefined;

  connectedCallback() {
    const form = this.querySelector<HTMLFormElement>('form.filter');
    if (!form) return;
    const applyEarlyInput = earlyInput(form);
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map((box) => ({
      box,
      count: box.closest('label')?.querySelector('[data-count]'),
    }));
    this.#attributes = {
      facets: [...this.#facets().keys()],
      orders: [...(this.#sort?.options ?? [])].map(({ value }) => value).filter((value) => value !== ''),
    };
    const elements = [...this.querySelectorAll<HTMLElement>('[data-item]')];
    this.#setItems(elements.map((element) => readItem(element, this.#attributes)));
    this.#shownOrder = this.#items;
    this.#groups = this.#readGroups();
    this.#long = LongList.in(this, elements, this.#attributes, signal);

    const showUrlState = () => {
      const parameters = new URL(location.href).searchParams;
      this.#fill(form, readState(parameters, this.#facets()));
      const sort = this.#sort;
      const by = parameters.get(SORT) ?? '';
      if (sort) sort.value = this.#attributes.orders.includes(by) ? by : '';
      this.#apply(form);
    };
    const change = ({ target }: Event) => {
      const isTyping = target === form.elements.namedItem('q');
      this.#long?.startAgain();
      cancelAnimationFrame(this.#frame);
      // Only before the next frame: the browser lays out the field for each key, and would lay out the list twice.
      this.#frame = requestAnimationFrame(() => {
        this.#change(form, isTyping);
      });
    };
    form.addEventListener('input', change, { signal });
    this.#sort?.addEventListener('change', change, { signal });
    this.addEventListener('more', () => this.#apply(form), { signal });
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
        change(event);
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
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#addressTimer);
    clearTimeout(this.#announceTimer);
  }

  #setItems(items: readonly ListItem[]) {
    this.#items = items;
    this.#sorted = { by: '', items };
  }

  #readGroups(): Group[] {
    const groups = new Map<Element, Group>();
    for (const element of this.querySelectorAll<HTMLElement>('[data-group]')) {
      groups.set(element, { element, items: [], open: element instanceof HTMLDetailsElement && element.open });
    }
    for (const item of groups.size === 0 ? [] : this.#items) {
      for (let around = item.element.closest('[data-group]'); around;) {
        groups.get(around)?.items.push(item);
        around = around.parentElement?.closest('[data-group]') ?? null;
      }
    }
    return [...groups.values()];
  }

  get #selects() {
    return [...this.querySelectorAll<HTMLSelectElement>('.filter select')];
  }

  get #sort() {
    return this.querySelector<HTMLSelectElement>('select[data-sort]');
  }

  #facets(): Map<string, Set<string>> {
    const facets = new Map<string, Set<string>>();
    for (const { box } of this.#boxes) facets.set(box.name, (facets.get(box.name) ?? new Set()).add(box.value));
    for (const { name, options } of this.#selects) {
      facets.set(name, new Set([...options].map(({ value }) => value).filter((value) => value !== '')));
    }
    return facets;
  }

  #read(form: HTMLFormElement): FilterState {
    const data = new FormData(form);
    const chosen = new Map(
      this.#attributes.facets.map((facet) => [
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
    for (const { box } of this.#boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
    for (const select of this.#selects) select.value = [...(chosen.get(select.name) ?? [])][0] ?? '';
    // On a narrow screen the facets are collapsed; chosen values must be visible.
    form.querySelector('details:has(:checked)')?.setAttribute('open', '');
  }

  /** Shows what the reader has chosen, and puts it into the URL. */
  #change(form: HTMLFormElement, isTyping: boolean) {
    clearTimeout(this.#addressTimer);
    // A key press need not wait for the address, which takes long to write.
    if (isTyping)
      this.#addressTimer = setTimeout(() => {
        this.#writeAddress(form);
      });
    else this.#writeAddress(form);
    const status = this.#apply(form);
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      announce(status);
    }, ANNOUNCE_DELAY);
  }

  #writeAddress(form: HTMLFormElement) {
    const parameters = writeState(this.#read(form));
    const by = this.#sort?.value ?? '';
    if (by !== '') parameters.set(SORT, by);
    const query = parameters.toString();
    history.replaceState(history.state, '', query === '' ? location.pathname : `?${query}`);
  }

  /**
   * Shows the items that match the form, in the chosen order, and updates the counts.
   * @returns the status message
   */
  #apply(form: HTMLFormElement): string {
    const state = this.#read(form);
    const isFiltered = writeState(state).size > 0;
    const by = this.#sort?.value ?? '';
    this.querySelector('[type=reset]')?.toggleAttribute('hidden', !isFiltered);
    if (this.#long?.isWaiting(isFiltered || by !== '')) {
      void this.#long.load().then(
        () => {
          this.#apply(form);
        },
        () => this.#say('The list cannot be loaded. Check your connection.'),
      );
      return this.#say('Loading …');
    }
    // They may have been loaded before the reader filtered or sorted for the first time.
    const { items: all = this.#items } = this.#long ?? {};
    if (all !== this.#items) this.#setItems(all);

    if (this.#sorted.by !== by) this.#sorted = { by, items: by === '' ? this.#items : sortItems(this.#items, by) };
    const { matching, counts } = filterItems(this.#sorted.items, state);
    if (!this.#long) this.#showItems(matching);
    const shown = new Set(matching);
    for (const group of this.#groups) this.#showGroup(group, shown, isFiltered);
    const total = this.#long?.total ?? this.#items.length;
    const found = isFiltered ? matching.length : total;
    if (!this.#long || this.#items.length === total) this.#showCounts(counts);
    this.querySelector('[data-empty]')?.toggleAttribute('hidden', found > 0);
    const report = () => this.dispatchEvent(new Event('filter', { bubbles: true }));
    if (this.#long) this.#long.show(matching, report);
    else report();
    return this.#say(`${String(found)} of ${String(total)} ${this.dataset.noun ?? ''}`);
  }

  #showItems(matching: readonly ListItem[]) {
    const shown = new Set(matching);
    for (const item of this.#items) item.element.toggleAttribute('hidden', !shown.has(item));
    if (this.#shownOrder === this.#sorted.items) return;
    this.#shownOrder = this.#sorted.items;
    this.querySelector('[data-list]')?.append(...this.#shownOrder.map(({ element }) => element));
  }

  #showGroup({ element, items, open }: Group, shown: ReadonlySet<ListItem>, isFiltered: boolean) {
    const isEmpty = items.length > 0 && !items.some((item) => shown.has(item));
    element.toggleAttribute('hidden', isFiltered && isEmpty);
    if (element instanceof HTMLDetailsElement) {
      element.open = isFiltered ? shown.size <= MAX_EXPANDED : open;
    }
  }

  #showCounts(counts: FilterResult<ListItem>['counts']) {
    for (const { box, count } of this.#boxes) {
      const text = String(counts.get(box.name)?.get(box.value) ?? 0);
      if (count && count.textContent !== text) count.textContent = text;
    }
  }

  #say(message: string): string {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = message;
    return message;
  }
}

customElements.define('filtered-list', FilteredList);
