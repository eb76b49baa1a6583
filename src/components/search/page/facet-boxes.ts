import type { Facet, Facets, Filters } from '../../../search/query/result-types.ts';
import { createElement } from '../../../lib/dom.ts';
import { filterNames, type FilterName } from '../shared/search-address.ts';

export const facetLegends = { kind: 'Kind', agent: 'Agent', topic: 'Topic' } as const satisfies Record<
  FilterName,
  string
>;

/** Filters as groups of checkboxes. */
export class FacetBoxes {
  readonly #groups: Record<FilterName, { frame: HTMLElement; values: HTMLElement }>;

  /** @param onChange called when the reader changes a filter */
  constructor(container: HTMLElement, onChange: () => void, signal: AbortSignal) {
    const group = (name: FilterName) => {
      const values = createElement('div', { class: 'facet-values' });
      const legend = createElement('legend', {}, facetLegends[name]);
      return { frame: createElement('fieldset', { class: 'facet' }, legend, values), values };
    };
    this.#groups = { kind: group('kind'), agent: group('agent'), topic: group('topic') };
    container.replaceChildren(...filterNames.map((name) => this.#groups[name].frame));
    container.addEventListener('change', onChange, { signal });
  }

  get chosen(): Filters {
    const values = (name: FilterName) =>
      this.#boxes(name)
        .filter(({ checked }) => checked)
        .map(({ value }) => value);
    return { kind: values('kind'), agent: values('agent'), topic: values('topic') };
  }

  /** Returns the group of one filter. */
  frame(name: FilterName): HTMLElement {
    return this.#groups[name].frame;
  }

  /** Shows the values of each filter, with counts. Chosen values are always included, even if no result has them. */
  show(facets: Facets, chosen: Filters): void {
    for (const name of filterNames) {
      const { values } = this.#groups[name];
      const available = new Map(facets[name].map((facet) => [facet.value, facet]));
      const unavailable = chosen[name].filter((value) => !available.has(value));
      const wanted = [
        ...unavailable.map((value) => ({ value, label: this.labelOf(name, value), count: 0 })),
        ...facets[name],
      ];
      // While the reader is choosing, checkboxes must neither lose the focus nor move.
      if (values.matches(':focus-within')) this.#updateCounts(name, available);
      else values.replaceChildren(...wanted.map((facet) => box(name, facet, chosen[name].includes(facet.value))));
    }
  }

  #updateCounts(name: FilterName, available: ReadonlyMap<string, Facet>) {
    for (const { value, parentElement: label } of this.#boxes(name)) {
      const count = label?.querySelector('[data-count]');
      if (count) count.textContent = String(available.get(value)?.count ?? 0);
    }
  }

  /** Returns the label of a value; the value itself if it has not been shown. */
  labelOf(name: FilterName, value: string): string {
    const label = this.#boxes(name)
      .find((box) => box.value === value)
      ?.parentElement?.querySelector('[data-label]');
    return label?.textContent ?? value;
  }

  #boxes(name: FilterName): HTMLInputElement[] {
    return [...this.#groups[name].values.querySelectorAll('input')];
  }
}

function box(name: FilterName, { value, label, count }: Facet, checked: boolean): HTMLElement {
  const input = createElement('input', { type: 'checkbox', name, value, autocomplete: 'off' });
  input.checked = checked;
  return createElement(
    'label',
    {},
    input,
    createElement('span', { 'data-label': '' }, label),
    ' ',
    createElement('span', { class: 'facet-count', 'data-count': '' }, String(count)),
  );
}
