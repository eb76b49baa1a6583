import { parseJson } from '../../lib/safe-json.ts';
import type { FilterItem } from './filter-state.ts';
import { fromItemColumns, type ItemColumns } from './item-columns.ts';

/** An item of a filtered list. */
export interface ListItem extends FilterItem {
  /** Its element on the page; of a long list, it is created when it is first shown. */
  readonly element: HTMLElement;
  /** Its value for each order that the list can be sorted by. */
  order: ReadonlyMap<string, string>;
}

/** The names of the `data-` attributes that a list reads from its items. */
export interface ItemAttributes {
  facets: readonly string[];
  orders: readonly string[];
}

/** Items to read at a time: the page stays responsive between two slices. */
const SLICE = 200;

/** Reads an item from its element. */
export function readItem(element: HTMLElement, attributes: ItemAttributes): ListItem {
  return { element, ...contentOf(element, attributes) };
}

/**
 * Loads all items of a long list.
 * @param known the elements of its first items, which are on the page already
 * @throws if the file cannot be loaded
 */
export async function loadItems(
  url: string,
  known: readonly HTMLElement[],
  attributes: ItemAttributes,
): Promise<ListItem[]> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} cannot be loaded (${String(response.status)}).`);
  const htmls = fromItemColumns(parseJson(await response.text()) as ItemColumns);
  const items: ListItem[] = known.map((element) => readItem(element, attributes));
  for (let at = items.length; at < htmls.length; at += SLICE) {
    const slice = htmls.slice(at, at + SLICE);
    const elements = parse(slice.join(''));
    items.push(...slice.map((html, index) => new StoredItem(html, contentOf(elements[index], attributes))));
    await new Promise((resume) => setTimeout(resume));
  }
  return items;
}

/** An item without an element. A thousand elements that are not shown would take much memory. */
class StoredItem implements ListItem {
  readonly text: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly order: ReadonlyMap<string, string>;
  readonly #html: string;
  #element: HTMLElement | undefined;

  constructor(html: string, { text, values, order }: Omit<ListItem, 'element'>) {
    this.#html = html;
    this.text = text;
    this.values = values;
    this.order = order;
  }

  get element(): HTMLElement {
    this.#element ??= document.importNode(parse(this.#html)[0] ?? document.createElement('div'), true);
    return this.#element;
  }
}

/** Parses HTML that the build has rendered, with everything from agents' files escaped, as on the page itself. */
function parse(html: string): HTMLElement[] {
  const template = document.createElement('template');
  template.innerHTML = html;
  return [...template.content.children].filter((child) => child instanceof HTMLElement);
}

function contentOf(element: HTMLElement | undefined, { facets, orders }: ItemAttributes): Omit<ListItem, 'element'> {
  const { dataset = {} } = element ?? {};
  return {
    text: `${element ? searchedText(element) : ''} ${dataset.words ?? ''}`.toLowerCase(),
    values: new Map(facets.map((facet) => [facet, (dataset[facet] ?? '').split('|')])),
    order: new Map(orders.map((order) => [order, dataset[order] ?? ''])),
  };
}

/** Returns the text of an item without the parts that are not searched. */
function searchedText(item: HTMLElement): string {
  const parts = [...item.querySelectorAll('[data-unsearched]')];
  return parts.reduce((text, part) => text.replace(part.textContent, () => ' '), item.textContent);
}

/** Sorts items by a value: numbers from high to low, texts from A to Z. Equal items keep their order. */
export function sortItems(items: readonly ListItem[], order: string): ListItem[] {
  const valueOf = (item: ListItem) => item.order.get(order) ?? '';
  const isNumber = items.every((item) => /^\d+$/.test(valueOf(item)));
  const { compare } = new Intl.Collator('en', { numeric: true });
  return items.toSorted((a, b) =>
    isNumber ? Number(valueOf(b)) - Number(valueOf(a)) : compare(valueOf(a), valueOf(b)),
  );
}
