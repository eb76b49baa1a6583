import type { Facet, Facets, Filters } from '../../search/outcome.ts';
import { element } from '../common/dom.ts';
import { filterNames, type FilterName } from './search-address.ts';

/** What a select says while it restricts nothing. */
const unrestricted = { kind: 'Any kind', agent: 'Any agent', topic: 'Any topic' } as const satisfies Record<
  FilterName,
  string
>;

/** More values than this belong on the search page. */
const MOST_VALUES = 100;

/** Filters in little room: one select each, for one value. */
export class FacetSelects {
  readonly #selects: Record<FilterName, HTMLSelectElement>;
  #shown = '';

  /** @param onChange called when someone has chosen */
  constructor(container: HTMLElement, onChange: () => void, signal: AbortSignal) {
    const select = (name: FilterName) =>
      element(
        'select',
        { name, 'aria-label': `Filter by ${name}`, autocomplete: 'off' },
        new Option(unrestricted[name], ''),
      );
    this.#selects = { kind: select('kind'), agent: select('agent'), topic: select('topic') };
    container.replaceChildren(...filterNames.map((name) => this.#selects[name]));
    container.addEventListener('change', onChange, { signal });
  }

  get chosen(): Filters {
    const values = (name: FilterName) => [this.#selects[name].value].filter((value) => value !== '');
    return { kind: values('kind'), agent: values('agent'), topic: values('topic') };
  }

  set chosen(filters: Filters) {
    for (const name of filterNames) {
      const select = this.#selects[name];
      const value = filters[name][0] ?? '';
      // What the present results have not may still be asked for.
      if (value !== '' && ![...select.options].some((option) => option.value === value))
        select.add(new Option(value, value));
      select.value = value;
      select.toggleAttribute('data-chosen', value !== '');
    }
    this.#shown = '';
  }

  /** Shows what there is to choose from, with counts. */
  show(facets: Facets, chosen: Filters): void {
    const shown = JSON.stringify([facets, chosen]);
    // Mostly nothing changed, and making a thousand options anew would take longer than the search.
    if (shown === this.#shown) return;
    for (const name of filterNames) {
      const values = withChosen(facets[name].slice(0, MOST_VALUES), chosen[name][0]);
      this.#selects[name].replaceChildren(
        new Option(unrestricted[name], ''),
        ...values.map(({ value, label, count }) => new Option(`${label} (${String(count)})`, value)),
      );
    }
    this.chosen = chosen;
    this.#shown = shown;
  }
}

function withChosen(facets: readonly Facet[], chosen: string | undefined): readonly Facet[] {
  return chosen === undefined || facets.some(({ value }) => value === chosen)
    ? facets
    : [{ value: chosen, label: chosen, count: 0 }, ...facets];
}
