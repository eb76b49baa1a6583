import { announce } from '../../lib/announce.ts';

type Direction = 'ascending' | 'descending';

/**
 * `<sortable-table>` around a table with one body and buttons (`data-sort`) as the heads of its columns, which it
 * sets to work: the first press sorts, the second goes back to the order of the page. A cell sorts by its number (`data-value`), the
 * greatest first, or by its words, in their order.
 */
class SortableTable extends HTMLElement {
  #leaving?: AbortController;
  /** As the page has them. */
  #rows: HTMLTableRowElement[] = [];

  connectedCallback() {
    const body = this.querySelector('tbody');
    if (!body) return;
    this.#leaving = new AbortController();
    this.#rows = [...body.rows];
    for (const button of this.#buttons) {
      const head = button.closest('th');
      if (!head) continue;
      button.disabled = false;
      button.addEventListener(
        'click',
        () => {
          this.#sort(body, head);
        },
        { signal: this.#leaving.signal },
      );
    }
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    for (const button of this.#buttons) button.disabled = true;
  }

  get #buttons() {
    return this.querySelectorAll<HTMLButtonElement>('button[data-sort]');
  }

  #sort(body: HTMLTableSectionElement, head: HTMLTableCellElement) {
    const wasSorted = head.ariaSort !== null;
    for (const sorted of this.querySelectorAll('[aria-sort]')) sorted.removeAttribute('aria-sort');
    if (wasSorted) {
      body.append(...this.#rows);
      announce('In the order of the page');
      return;
    }
    const column = head.cellIndex;
    const isNumber = this.#rows.some((row) => row.cells[column]?.dataset.value !== undefined);
    const direction: Direction = isNumber ? 'descending' : 'ascending';
    body.append(...this.#rows.toSorted(isNumber ? byNumber(column) : byWords(column)));
    head.ariaSort = direction;
    // An agent's monogram is not read out.
    const name = head.querySelector('[data-sort] span:not([aria-hidden])') ?? head;
    announce(`Sorted by ${name.textContent.trim()}`);
  }
}

function byNumber(column: number) {
  const value = (row: HTMLTableRowElement) => Number(row.cells[column]?.dataset.value ?? 0);
  return (a: HTMLTableRowElement, b: HTMLTableRowElement) => value(b) - value(a);
}

function byWords(column: number) {
  const words = (row: HTMLTableRowElement) => row.cells[column]?.textContent.trim() ?? '';
  const { compare } = new Intl.Collator('en');
  return (a: HTMLTableRowElement, b: HTMLTableRowElement) => compare(words(a), words(b));
}

customElements.define('sortable-table', SortableTable);
