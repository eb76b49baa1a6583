import { kindOrder } from '../../../search/format/result-kinds.ts';
import type { Facet, Facets, NothingResult } from '../../../search/query/result-types.ts';
import { createElement } from '../../../lib/dom.ts';
import type { Recents } from '../recents/recents.ts';
import { formatCount } from './result-text.ts';
import { emptySearch, isFiltered, writeSearch, type FilterName, type SearchState } from './search-address.ts';

/** The links of an empty state that the arrow keys move between. */
export const EMPTY_STATE_LINKS = 'a';

/** Maximum number of values of a facet to list. */
const MAX_FACET_LINKS = 8;

/**
 * Renders the state before anything is typed: recent searches and pages, and the facets of the index.
 * @param facets absent until the index is loaded
 * @param searchPage address of the search page
 */
export function renderStart(recents: Recents, facets: Facets | undefined, searchPage: string): HTMLElement[] {
  return [...renderRecents(recents, searchPage), ...(facets ? renderFacets(facets, searchPage) : [])];
}

function renderRecents({ searches, pages }: Recents, searchPage: string): HTMLElement[] {
  const sections = [
    ...renderSection(
      'Recent searches',
      searches.map((query) => [
        searchLink(searchPage + writeSearch({ ...emptySearch, query }), query),
        removeButton(query, query),
      ]),
    ),
    ...renderSection(
      'Recently opened',
      pages.map(({ url, title, within }) => [
        createElement('a', { href: url }, title, ...(within === '' ? [] : [' ', createElement('small', {}, within)])),
        removeButton(url, title),
      ]),
    ),
  ];
  if (sections.length === 0) return [];
  const note = createElement(
    'p',
    { class: 'recents-note' },
    'Saved on this device only. ',
    createElement('button', { type: 'button', class: 'link-button', 'data-remove-all': '' }, 'Clear all'),
  );
  return [createElement('div', { class: 'recents' }, ...sections, note)];
}

function renderFacets(facets: Facets, searchPage: string): HTMLElement[] {
  const groups: [label: string, name: FilterName, facets: readonly Facet[]][] = [
    ['Kinds', 'kind', sortByKind(facets.kind)],
    ['Topics', 'topic', mostFrequent(facets.topic)],
    ['Agents', 'agent', mostFrequent(facets.agent)],
  ];
  return groups.flatMap(([label, name, group]) =>
    renderSection(
      label,
      group.map(({ value, label: text, count }) => [
        searchLink(
          searchPage + writeSearch({ ...emptySearch, filters: { ...emptySearch.filters, [name]: [value] } }),
          text,
        ),
        ' ',
        createElement('small', {}, String(count)),
      ]),
      'empty-state-choices',
    ),
  );
}

/** Renders the state in which nothing was found: other searches to try. */
export function renderNothing(result: NothingResult, state: SearchState, searchPage: string): HTMLElement[] {
  const { corrections, withoutFilters, topics } = result;
  const unquoted = state.query.replaceAll('"', '').trim();
  const linkTo = (other: SearchState, text: string) => searchLink(searchPage + writeSearch(other), text);
  return [
    ...renderSection(
      'Did you mean',
      corrections.map((query) => [linkTo({ ...state, query }, query)]),
      'empty-state-choices',
    ),
    ...(state.query.includes('"')
      ? renderSection('Without quotes', [[linkTo({ ...state, query: unquoted }, unquoted)]])
      : []),
    ...(withoutFilters > 0 && isFiltered(state.filters)
      ? renderSection('Without filters', [
          [linkTo({ ...state, filters: emptySearch.filters }, `${formatCount(withoutFilters)} without filters`)],
        ])
      : []),
    ...renderSection(
      'Topics',
      topics.map(({ title, href }) => [createElement('a', { href }, title)]),
      'empty-state-choices',
    ),
  ];
}

function renderSection(
  label: string,
  entries: readonly (readonly (Node | string)[])[],
  className = 'empty-state-links',
): HTMLElement[] {
  if (entries.length === 0) return [];
  return [
    createElement(
      'section',
      { class: className, 'aria-label': label },
      createElement('h2', {}, label),
      createElement('ul', { class: 'plain-list' }, ...entries.map((entry) => createElement('li', {}, ...entry))),
    ),
  ];
}

/** Links to the search page; the script shows the results in place instead. */
function searchLink(href: string, text: string): HTMLElement {
  return createElement('a', { href, 'data-in-place': '' }, text);
}

function removeButton(name: string, label: string): HTMLElement {
  return createElement('button', { type: 'button', 'data-remove': name, 'aria-label': `Remove ${label}` }, '×');
}

/** Returns the facets with the most results, sorted by label. */
function mostFrequent(facets: readonly Facet[]): Facet[] {
  return [...facets]
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, MAX_FACET_LINKS)
    .sort((a, b) => a.label.localeCompare(b.label));
}

function sortByKind(kinds: readonly Facet[]): Facet[] {
  const order: readonly string[] = kindOrder;
  return [...kinds].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
