import { kindOrder } from '../../../search/format/result-kinds.ts';
import type { Facet, Facets, SearchOutcome } from '../../../search/query/result-types.ts';
import { element } from '../../../lib/dom.ts';
import { sayCount } from './messages.ts';
import type { Recents } from '../recents/recents.ts';
import { isFiltered, noQuestion, writeQuestion, type FilterName, type Question } from './search-address.ts';

/** What the arrow keys walk through in a panel. */
export const PANEL_STEPS = 'a';

/** More suggestions of one sort would hide the next. */
const MOST_SUGGESTED = 8;

type Nothing = Extract<SearchOutcome, { state: 'nothing' }>;

/**
 * What is offered while nothing is typed: what was searched for and read on this device, and what there is.
 * @param everything absent until the index has said what there is
 * @param searchPage address of the search page
 */
export function renderStart(recents: Recents, everything: Facets | undefined, searchPage: string): HTMLElement[] {
  const { searches, pages } = recents;
  const kept = [
    ...offers(
      'Recent searches',
      searches.map((query) => [
        link(searchPage + writeQuestion({ ...noQuestion, query }), query, true),
        forgetButton(query, query),
      ]),
    ),
    ...offers(
      'Recently opened',
      pages.map(({ url, title, within }) => [
        element('a', { href: url }, title, ...(within === '' ? [] : [' ', element('small', {}, within)])),
        forgetButton(url, title),
      ]),
    ),
  ];
  const clear = element(
    'p',
    { class: 'search-device' },
    'Kept on this device only. ',
    element('button', { type: 'button', class: 'link-button', 'data-forget-all': '' }, 'Clear all'),
  );
  const suggestions: [label: string, name: FilterName, facets: readonly Facet[]][] = everything
    ? [
        ['Kinds', 'kind', inOrder(everything.kind)],
        ['Topics', 'topic', most(everything.topic)],
        ['Agents', 'agent', most(everything.agent)],
      ]
    : [];
  return [
    ...(kept.length === 0 ? [] : [element('div', { class: 'search-recents' }, ...kept, clear)]),
    ...suggestions.flatMap(([label, name, facets]) =>
      offers(
        label,
        facets.map((facet) => [
          link(
            searchPage + writeQuestion({ ...noQuestion, filters: { ...noQuestion.filters, [name]: [facet.value] } }),
            facet.label,
            true,
          ),
          ' ',
          element('small', {}, String(facet.count)),
        ]),
        'search-suggestions',
      ),
    ),
  ];
}

/** What is offered when nothing was found. */
export function renderNothing(outcome: Nothing, question: Question, searchPage: string): HTMLElement[] {
  const { spellings, withoutFilters, topics } = outcome;
  const { query } = question;
  const unquoted = query.replaceAll('"', '').trim();
  const unfiltered = { ...question, filters: noQuestion.filters };
  return [
    ...offers(
      'Did you mean',
      spellings.map((query) => [link(searchPage + writeQuestion({ ...question, query }), query, true)]),
      'search-suggestions',
    ),
    ...(query.includes('"')
      ? offers('Without quotes', [[link(searchPage + writeQuestion({ ...question, query: unquoted }), unquoted, true)]])
      : []),
    ...(withoutFilters > 0 && isFiltered(question.filters)
      ? offers('Without filters', [
          [link(searchPage + writeQuestion(unfiltered), `${sayCount(withoutFilters)} without filters`, true)],
        ])
      : []),
    ...offers(
      'Topics',
      topics.map(({ title, href }) => [element('a', { href }, title)]),
      'search-suggestions',
    ),
  ];
}

function offers(
  label: string,
  entries: readonly (readonly (Node | string)[])[],
  className = 'search-offers',
): HTMLElement[] {
  if (entries.length === 0) return [];
  return [
    element(
      'section',
      { class: className, 'aria-label': label },
      element('h2', {}, label),
      element('ul', { class: 'plain-list' }, ...entries.map((entry) => element('li', {}, ...entry))),
    ),
  ];
}

/** @param here whether it is answered where it stands */
function link(href: string, text: string, here: boolean): HTMLElement {
  return element('a', { href, 'data-here': here ? '' : undefined }, text);
}

function forgetButton(name: string, label: string): HTMLElement {
  return element('button', { type: 'button', 'data-forget': name, 'aria-label': `Remove ${label}` }, '×');
}

/** Those with the most results, by name. */
function most(facets: readonly Facet[]): Facet[] {
  return [...facets]
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    .slice(0, MOST_SUGGESTED)
    .sort((a, b) => a.label.localeCompare(b.label));
}

function inOrder(kinds: readonly Facet[]): Facet[] {
  const order: readonly string[] = kindOrder;
  return [...kinds].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
