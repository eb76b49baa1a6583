import { Combobox } from '../../combobox/combobox.ts';
import { patchChildren } from '../shared/patch-children.ts';

/** Options that Page Up and Page Down skip. */
const PAGE_SIZE = 5;

/**
 * The results in the search dialog: the listbox of a combobox whose first option is active at first. The options are
 * in groups; the arrow keys pass from one group to the next.
 */
export class OptionList {
  readonly #list: HTMLElement;
  readonly #combobox: Combobox;
  /** Whether the list may not show its beginning. */
  #isScrolled = false;
  /** Number in the id of the next new option. A reused option has an id already. */
  #nextId = 0;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#list = list;
    this.#combobox = new Combobox(input, list, PAGE_SIZE);
    list.addEventListener('scroll', () => (this.#isScrolled = list.scrollTop > 0), { passive: true });
  }

  get isEmpty(): boolean {
    return this.#combobox.options.length === 0;
  }

  get active(): HTMLAnchorElement | undefined {
    const { active } = this.#combobox;
    return active instanceof HTMLAnchorElement ? active : undefined;
  }

  /**
   * Shows other groups of options. Options in both stay the same elements.
   * @param groups see `patchChildren`
   * @param isSameSearch whether they are a better result of the same search: then the option that the reader has
   *   moved to stays active
   */
  show(groups: readonly HTMLElement[], isSameSearch: boolean): void {
    const navigatedTo = isSameSearch && this.#combobox.isNavigating ? this.active : undefined;
    patchChildren(this.#list, groups);
    // Only if need be, because it lays out the list, which is about to change again.
    if (this.#isScrolled && !isSameSearch) {
      this.#list.scrollTop = 0;
      this.#isScrolled = false;
    }
    const options = [...this.#list.querySelectorAll<HTMLElement>('[role=option]')];
    for (const option of options) option.id ||= `playbook:option-${String(this.#nextId++)}`;
    const index = navigatedTo ? options.indexOf(navigatedTo) : -1;
    this.#combobox.show(options, options.length === 0 ? -1 : Math.max(0, index), navigatedTo !== undefined);
    if (index !== -1) navigatedTo?.scrollIntoView({ block: 'nearest' });
  }

  /** @returns whether the key moves to another option */
  move(key: string): boolean {
    return this.#combobox.move(key);
  }
}
