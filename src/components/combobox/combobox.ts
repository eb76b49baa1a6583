import { moveByKey } from './listbox-keys.ts';

/**
 * Controls the listbox of a combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). The focus stays in the
 * field, whose `aria-activedescendant` names the active option. Home and End belong to the text until the reader
 * presses an arrow key, and again once the caret is moved.
 */
export class Combobox {
  readonly #field: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #pageSize: number | undefined;
  #options: readonly HTMLElement[] = [];
  #active = -1;
  #isNavigating = false;

  /** @param pageSize options that Page Up and Page Down skip; absent if these keys do not move */
  constructor(field: HTMLInputElement, list: HTMLElement, pageSize?: number) {
    this.#field = field;
    this.#list = list;
    this.#pageSize = pageSize;
  }

  get options(): readonly HTMLElement[] {
    return this.#options;
  }

  get active(): HTMLElement | undefined {
    return this.#options[this.#active];
  }

  /** Whether the reader has moved to the active option by keyboard. */
  get isNavigating(): boolean {
    return this.#isNavigating;
  }

  /**
   * Takes over the options that the list shows now; each needs an id. Without options the list is hidden.
   * @param active index of the active option, or -1
   * @param isNavigating whether the reader has moved to it
   */
  show(options: readonly HTMLElement[], active = -1, isNavigating = false): void {
    this.#deselect();
    this.#options = options;
    this.#list.hidden = options.length === 0;
    this.#field.setAttribute('aria-expanded', String(options.length > 0));
    this.#isNavigating = isNavigating;
    this.activate(active);
  }

  /** Hides the list. Its options can be shown again by `show`. */
  hide(): void {
    this.#list.hidden = true;
    this.#field.setAttribute('aria-expanded', 'false');
    this.#isNavigating = false;
    this.activate(-1);
  }

  /** @param index of the option, or -1 for none */
  activate(index: number): void {
    this.#deselect();
    this.#active = index;
    if (this.active) {
      this.active.setAttribute('aria-selected', 'true');
      this.#field.setAttribute('aria-activedescendant', this.active.id);
    } else {
      this.#field.removeAttribute('aria-activedescendant');
    }
  }

  /** @returns whether the key moves to another option: then its default action must be prevented */
  move(key: string): boolean {
    if (key === 'ArrowLeft' || key === 'ArrowRight') this.#isNavigating = false;
    const index = moveByKey(key, this.#active, this.#options.length, {
      wraps: true,
      homeAndEnd: this.#isNavigating,
      ...(this.#pageSize !== undefined && { pageSize: this.#pageSize }),
    });
    if (index === undefined) return false;
    this.#isNavigating = true;
    this.activate(index);
    this.scrollToActive();
    return true;
  }

  scrollToActive(): void {
    this.active?.scrollIntoView({ block: 'nearest' });
    // Shows the label of the first group as well.
    if (this.#active === 0) this.#list.scrollTop = 0;
  }

  #deselect() {
    this.active?.setAttribute('aria-selected', 'false');
  }
}
