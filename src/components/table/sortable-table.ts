import { announce } from '../../lib/announce.ts';

type Direction = 'ascending' | 'descending';

/**
 * `<sortable-table>` around a table with one body and buttons (`data-sort`) in its column headers, which it enables.
 * The first press sorts by the column, the second restores the original order. Cells with a number (`data-value`) sort
 * from high to low, others by their text.
 */
class SortableTable extends HTMLElement {
  #leaving?: AbortController;
  /** In the original order. */
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
      announce('Original order');
      return;
    }
    const column = head.cellIndex;
    const isNumber = this.#rows.some((row) => row.cells[column]?.dataset.value !== undefined);
    const direction: Direction = isNumber ? 'descending' : 'ascending';
    body.append(...this.#rows.toSorted(isNumber ? byNumber(column) : byText(column)));
    head.ariaSort = direction;
    // Without the agent's monogram, which is hidden from screen readers.
    const name = head.querySelector('[data-sort] span:not([aria-hidden])') ?? head;
    announce(`Sorted by ${name.textContent.trim()}`);
  }
}

function byNumber(column: number) {
  const value = (row: HTMLTableRowElement) => Number(row.cells[column]?.dataset.value ?? 0);
  return (a: HTMLTableRowElement, b: HTMLTableRowElement) => value(b) - value(a);
}

function byText(column: number) {
  const text = (row: HTMLTableRowElement) => row.cells[column]?.textContent.trim() ?? '';
  const { compare } = new Intl.Collator('en');
  return (a: HTMLTableRowElement, b: HTMLTableRowElement) => compare(text(a), text(b));
}

customElements.define('sortable-table', SortableTable);
