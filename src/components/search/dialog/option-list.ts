import { keepChildren } from '../shared/patch-children.ts';

/** What Page Up and Page Down pass over. */
const PAGE = 5;

/**
 * The listbox of a combobox, whose focus stays in the field: one option is active, the first one at first.
 * Options may stand in groups; moving passes from one group into the next.
 */
export class OptionList {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  #options: HTMLAnchorElement[] = [];
  #active = -1;
  /** Gives each option an id of its own: one that stays keeps it, and is not taken for another. */
  #nextId = 0;
  /** Whether somebody walks through the options, so that Home and End mean these. */
  #isWalking = false;

  constructor(input: HTMLInputElement, list: HTMLElement) {
    this.#input = input;
    this.#list = list;
  }

  get isEmpty(): boolean {
    return this.#options.length === 0;
  }

  get active(): HTMLAnchorElement | undefined {
    return this.#options[this.#active];
  }

  /**
   * Shows groups of options instead of those that there were; what is in both stays as it is.
   * @param groups see `keepChildren`
   * @param isSame whether they answer the same question, in more detail: the one walked to stays active
   */
  show(groups: readonly HTMLElement[], isSame: boolean): void {
    this.#isWalking &&= isSame;
    const walkedTo = this.#isWalking ? this.active : undefined;
    if (this.active) this.active.ariaSelected = 'false';
    keepChildren(this.#list, groups);
    this.#list.hidden = groups.length === 0;
    if (!isSame) this.#list.scrollTop = 0;
    this.#options = [...this.#list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
    for (const option of this.#options) option.id ||= `playbook:option-${String(this.#nextId++)}`;
    this.#input.setAttribute('aria-expanded', String(!this.isEmpty));
    this.#active = -1;
    this.#activate(Math.max(0, walkedTo ? this.#options.indexOf(walkedTo) : 0));
    if (walkedTo && walkedTo === this.active) walkedTo.scrollIntoView({ block: 'nearest' });
  }

  /** @returns whether the key moves to another option, and did */
  move(key: string): boolean {
    const last = this.#options.length - 1;
    if (last < 0) return false;
    switch (key) {
      case 'ArrowDown':
        this.#walkTo(this.#active === last ? 0 : this.#active + 1);
        return true;
      case 'ArrowUp':
        this.#walkTo(this.#active <= 0 ? last : this.#active - 1);
        return true;
      case 'PageDown':
        this.#walkTo(Math.min(this.#active + PAGE, last));
        return true;
      case 'PageUp':
        this.#walkTo(Math.max(this.#active - PAGE, 0));
        return true;
      case 'Home':
      case 'End':
        if (!this.#isWalking) return false;
        this.#walkTo(key === 'Home' ? 0 : last);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.#isWalking = false;
        return false;
      default:
        return false;
    }
  }

  #walkTo(index: number) {
    this.#isWalking = true;
    this.#activate(index);
    // With the first one its group's name comes into sight.
    if (index === 0) this.#list.scrollTop = 0;
    else this.active?.scrollIntoView({ block: 'nearest' });
  }

  #activate(index: number) {
    if (this.active) this.active.ariaSelected = 'false';
    this.#active = index;
    if (this.active) {
      this.active.ariaSelected = 'true';
      this.#input.setAttribute('aria-activedescendant', this.active.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }
}
