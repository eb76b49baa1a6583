import type { Facets, Filters } from '../../../search/query/result-types.ts';
import { createElement } from '../../../lib/dom.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { FacetBoxes, facetLegends } from '../page/facet-boxes.ts';
import { filterNames, type FilterName } from '../shared/search-address.ts';

/** A button, and the checkboxes that it opens. */
interface Menu {
  button: HTMLButtonElement;
  frame: HTMLElement;
}

/**
 * Filters as menus, to save space: each is a button that opens its checkboxes. Down opens a menu and moves through its
 * checkboxes; Escape, and a click or focus elsewhere, closes it.
 */
export class FacetMenus {
  readonly #boxes: FacetBoxes;
  readonly #menus: Record<FilterName, Menu>;

  /** @param onChange called when the reader changes a filter */
  constructor(container: HTMLElement, onChange: () => void, signal: AbortSignal) {
    this.#boxes = new FacetBoxes(container, onChange, signal);
    const menu = (name: FilterName): Menu => {
      const frame = this.#boxes.frame(name);
      const button = createElement('button', { type: 'button', class: 'facet-button', 'aria-expanded': 'false' });
      frame.hidden = true;
      const wrapper = createElement('div', { class: 'facet-menu' });
      frame.replaceWith(wrapper);
      wrapper.append(button, frame);
      button.addEventListener(
        'click',
        () => {
          this.#open(frame.hidden ? name : undefined);
        },
        { signal },
      );
      wrapper.addEventListener(
        'keydown',
        (event) => {
          this.#onKey(event, name);
        },
        { signal },
      );
      return { button, frame };
    };
    this.#menus = { kind: menu('kind'), agent: menu('agent'), topic: menu('topic') };
    const closeUnlessInside = ({ target }: Event) => {
      if (target instanceof Node && !container.contains(target)) this.#open(undefined);
    };
    document.addEventListener('pointerdown', closeUnlessInside, { signal });
    document.addEventListener('focusin', closeUnlessInside, { signal });
    this.#labelButtons(this.chosen);
  }

  get chosen(): Filters {
    return this.#boxes.chosen;
  }

  /** Shows the values of each filter, with counts. */
  show(facets: Facets, chosen: Filters): void {
    this.#boxes.show(facets, chosen);
    this.#labelButtons(chosen);
  }

  #open(opened: FilterName | undefined) {
    for (const name of filterNames) {
      const { button, frame } = this.#menus[name];
      frame.hidden = name !== opened;
      button.ariaExpanded = String(name === opened);
    }
  }

  #onKey(event: KeyboardEvent, name: FilterName) {
    if (isComposing(event)) return;
    const { button, frame } = this.#menus[name];
    if (event.key === 'Escape' && !frame.hidden) {
      this.#open(undefined);
      button.focus();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.#open(name);
      const boxes = [...frame.querySelectorAll('input')];
      const index = boxes.findIndex((box) => box === event.target);
      (boxes[index + (event.key === 'ArrowDown' ? 1 : -1)] ?? button).focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Names the chosen values on each button. */
  #labelButtons(chosen: Filters) {
    for (const name of filterNames) {
      const { button } = this.#menus[name];
      const [first, ...others] = chosen[name].map((value) => this.#boxes.labelOf(name, value));
      const more = others.length === 0 ? '' : ` + ${String(others.length)}`;
      button.textContent = first === undefined ? facetLegends[name] : `${facetLegends[name]}: ${first}${more}`;
      button.toggleAttribute('data-chosen', first !== undefined);
    }
  }
}
