import { own, isRecord } from '../../lib/safe-json.ts';
import { loadItems, type ItemAttributes, type ListItem } from './listed-item.ts';

/** The place in the history entry where a list stores how much of it was shown, and what was in view. */
const HISTORY_KEY = 'list';

/** Items to put on the page in one frame while the reader types; more than are in view. */
const SLICE = 10;

/** The first item in view, by its index on the page, and how far its top is below that of the window, in CSS pixels. */
interface ScrollPlace {
  shown: number;
  index: number;
  offset: number;
}

/**
 * The items of a long list. The page contains the first; the others are loaded when the reader filters, sorts or asks for
 * more. Only the first matches are on the page, and a button (`data-more`) shows more of them. When the reader comes back
 * to the page, as many are shown again, at the same place.
 */
export class LongList {
  /** The number of all items. */
  readonly total: number;
  readonly #root: HTMLElement;
  readonly #list: Element;
  readonly #known: readonly HTMLElement[];
  readonly #attributes: ItemAttributes;
  #loading: Promise<ListItem[]> | undefined;
  #items: readonly ListItem[] | undefined;
  /** The number of items to show. */
  #limit: number;
  /** The number of them to show in the first frame; the others follow it. */
  #atOnce: number;
  /** The items on the page, once all are loaded. */
  #shown: ReadonlySet<ListItem> = new Set();
  #timer?: ReturnType<typeof setTimeout>;
  /** Where the reader was when they left the page; until that is in view again. */
  #place: ScrollPlace | undefined;

  /** Returns the long list of a `<filtered-list>`; `undefined` if the page contains all its items. */
  static in(root: HTMLElement, known: readonly HTMLElement[], attributes: ItemAttributes, signal: AbortSignal) {
    const list = root.querySelector('[data-list]');
    if (root.dataset.listUrl === undefined || !list) return;
    return new LongList(root, list, known, attributes, signal);
  }

  private constructor(
    root: HTMLElement,
    list: Element,
    known: readonly HTMLElement[],
    attributes: ItemAttributes,
    signal: AbortSignal,
  ) {
    this.total = Number(root.dataset.total);
    this.#root = root;
    this.#list = list;
    this.#known = known;
    this.#attributes = attributes;
    this.#place = storedPlace();
    this.#limit = Math.max(known.length, this.#place?.shown ?? 0);
    this.#atOnce = this.#limit;
    // Loads the items while the reader is about to use them.
    const prepare = () => void this.load().catch(() => undefined);
    for (const type of ['focusin', 'pointerdown']) {
      root.querySelector('.filter')?.addEventListener(type, prepare, { signal, once: true });
    }
    this.#button?.addEventListener(
      'click',
      () => {
        this.#showMore();
      },
      { signal },
    );
    addEventListener(
      'pagehide',
      () => {
        this.#storePlace();
      },
      { signal },
    );
    this.#showButton(this.total);
  }

  /** All items; `undefined` until they are loaded. */
  get items(): readonly ListItem[] | undefined {
    return this.#items;
  }

  /** Whether what the reader wants is not loaded yet. */
  isWaiting(needsAll: boolean): boolean {
    return !this.#items && (needsAll || this.#limit > this.#known.length);
  }

  /** Loads all items. Once they are loaded, it returns them again; after an error, it tries again. */
  load(): Promise<ListItem[]> {
    this.#loading ??= loadItems(this.#root.dataset.listUrl ?? '', this.#known, this.#attributes).then(
      (items) => {
        this.#items = items;
        this.#shown = new Set(items.slice(0, this.#known.length));
        this.#root.removeAttribute('data-failed');
        return items;
      },
      (error: unknown) => {
        this.#loading = undefined;
        this.#root.setAttribute('data-failed', '');
        throw error;
      },
    );
    return this.#loading;
  }

  /** Goes back to the first items, for another filter or order. */
  startAgain() {
    this.#limit = this.#known.length;
    this.#atOnce = SLICE;
    this.#place = undefined;
  }

  /**
   * Shows the first of the items that match.
   * @param report called when all of them are on the page
   */
  show(matching: readonly ListItem[], report: () => void) {
    clearTimeout(this.#timer);
    if (!this.#items) {
      report();
      return;
    }
    this.#showSlice(matching.slice(0, this.#limit), this.#atOnce, report);
    this.#showButton(matching.length);
  }

  /** Shows some of the items and those that are on the page already; then the others, slice by slice. */
  #showSlice(wanted: readonly ListItem[], count: number, report: () => void) {
    const items = wanted.filter((item, index) => index < count || this.#shown.has(item));
    this.#shown = new Set(items);
    const elements = items.map(({ element }) => element);
    const visible = new Set(elements);
    // A form on the page still needs the boxes that the reader has checked.
    const checked = this.#list.querySelectorAll<HTMLElement>('[data-item]:has(:checked)');
    const hiddenChecked = [...checked].filter((element) => !visible.has(element));
    for (const element of elements) element.hidden = false;
    for (const element of hiddenChecked) element.hidden = true;
    setChildren(this.#list, [...elements, ...hiddenChecked]);
    if (items.length < wanted.length) {
      this.#timer = setTimeout(() => {
        this.#showSlice(wanted, count + SLICE, report);
      });
      return;
    }
    this.#goToPlace();
    report();
  }

  get #button() {
    return this.#root.querySelector<HTMLButtonElement>('[data-more]');
  }

  #showButton(matches: number) {
    const button = this.#button;
    const left = matches - this.#limit;
    if (!button) return;
    button.parentElement?.toggleAttribute('hidden', left <= 0);
    button.textContent = `Show more (${String(left)} left)`;
  }

  #showMore() {
    const before = this.#limit;
    this.#limit += this.#known.length;
    this.#atOnce = this.#limit;
    this.#root.dispatchEvent(new Event('more'));
    const focusFirstNew = () => this.#list.children[before]?.querySelector<HTMLElement>('a')?.focus();
    void this.load().then(focusFirstNew, () => undefined);
  }

  #storePlace() {
    const items = [...this.#list.children];
    const index = items.findIndex((item) => item.getBoundingClientRect().bottom > 0);
    const offset = items[index]?.getBoundingClientRect().top ?? 0;
    const place: ScrollPlace = { shown: this.#limit, index, offset };
    const state: unknown = history.state;
    history.replaceState({ ...(isRecord(state) ? state : {}), [HISTORY_KEY]: place }, '');
  }

  #goToPlace() {
    const { index, offset } = this.#place ?? {};
    const item = this.#list.children[index ?? -1];
    this.#place = undefined;
    if (!item || offset === undefined) return;
    item.scrollIntoView({ behavior: 'instant', block: 'start' });
    scrollBy({ top: -offset, behavior: 'instant' });
  }
}

/** Changes the children of an element; those that stay are not laid out again. */
function setChildren(parent: Element, wanted: readonly Element[]) {
  const staying = new Set(wanted);
  for (const child of [...parent.children]) if (!staying.has(child)) child.remove();
  for (const [index, child] of wanted.entries()) {
    const before = parent.children[index] ?? null;
    if (before !== child) parent.insertBefore(child, before);
  }
}

function storedPlace(): ScrollPlace | undefined {
  const state: unknown = history.state;
  const place = isRecord(state) ? own(state, HISTORY_KEY) : undefined;
  if (!isRecord(place)) return;
  const [shown, index, offset] = ['shown', 'index', 'offset'].map((key) => Number(own(place, key)));
  return shown === undefined || index === undefined || offset === undefined ? undefined : { shown, index, offset };
}
