import { resultKinds } from '../../../search/format/result-kinds.ts';
import type { FoundResult, Hit, TextPart } from '../../../search/query/result-types.ts';
import { createElement } from '../../../lib/dom.ts';
import { highlightAddress } from '../highlight/highlight-address.ts';
import { groupHits, type HitGroup } from './group-hits.ts';
import { writeSearch, type SearchState } from './search-address.ts';

/** Maximum number of hits of one kind in the dialog, so that the next kind is visible. */
const MAX_OPTIONS = 3;

/** An option is not a tab stop: the focus stays in the field. */
const optionAttributes = { role: 'option', tabindex: '-1' };

/** The key of the "more" link; those of hits are their addresses. */
const MORE_KEY = 'more';
/** Agents to compare: readers hesitate between the first ones. */
const COMPARED_HITS = 3;
/** The key of the link to a comparison. */
const COMPARE_KEY = 'compare';

/**
 * Renders hits as options of a listbox, in groups by kind. The last option of a group leads to its further results.
 * Every element has a key for `patchChildren`.
 * @param searchPage address of the search page
 */
export function renderOptions(result: FoundResult, state: SearchState, searchPage: string): HTMLElement[] {
  return groupHits(result.hits, result.facets?.kind ?? [], MAX_OPTIONS).map((group) => {
    const id = `playbook:results-${group.kind}`;
    return createElement(
      'div',
      { 'data-key': group.kind, role: 'group', 'aria-labelledby': id, class: 'result-group' },
      createElement('div', { 'data-key': 'label', id, class: 'result-kind' }, ...renderGroupLabel(group)),
      ...group.hits.map((hit) => renderHit(hit, optionAttributes)),
      ...(group.more > 0 ? [renderMore(group, state, searchPage, optionAttributes)] : []),
    );
  });
}

/**
 * Renders hits as lists of links under headings.
 * @param searchPage address of the search page
 */
export function renderSections(result: FoundResult, state: SearchState, searchPage: string): HTMLElement[] {
  return groupHits(result.hits, result.facets?.kind ?? [], result.hits.length).map((group) =>
    createElement(
      'section',
      { 'data-key': group.kind, class: 'result-group' },
      createElement('h2', { 'data-key': 'label', class: 'result-kind' }, ...renderGroupLabel(group)),
      createElement(
        'ul',
        { 'data-key': 'list', class: 'plain-list' },
        ...group.hits.map((hit) => createElement('li', { 'data-key': hit.url }, renderHit(hit, {}))),
        ...(group.more > 0
          ? [
              createElement(
                'li',
                { 'data-key': MORE_KEY },
                renderMore(group, state, searchPage, { 'data-in-place': '' }),
              ),
            ]
          : []),
        ...(group.kind === 'agent' && group.hits.length > 1
          ? [
              createElement(
                'li',
                { 'data-key': COMPARE_KEY },
                renderCompare(group.hits.slice(0, COMPARED_HITS), searchPage),
              ),
            ]
          : []),
      ),
    ),
  );
}

function renderGroupLabel({ label, hits, more }: HitGroup): (Node | string)[] {
  return [`${label} `, createElement('span', { class: 'result-count' }, String(hits.length + more))];
}

function renderMore(
  { kind, label, more }: HitGroup,
  { query, filters }: SearchState,
  searchPage: string,
  attributes: Record<string, string>,
): HTMLElement {
  return createElement(
    'a',
    {
      ...attributes,
      'data-key': MORE_KEY,
      class: 'result result-more',
      href: searchPage + writeSearch({ query, filters: { ...filters, kind: [kind] } }),
    },
    `${String(more)} more in ${label}`,
  );
}

/** Renders a link that compares the agents of the first hits. */
function renderCompare(hits: readonly Hit[], searchPage: string): HTMLElement {
  const ids = hits.map(({ url }) => /\/agents\/([^/#?]+)/.exec(url)?.[1] ?? '');
  const comparePage = new URL('../compare/', new URL(searchPage, location.href)).pathname;
  const names = new Intl.ListFormat('en-GB').format(hits.map(({ agent }) => agent?.name ?? ''));
  return createElement(
    'a',
    { class: 'result result-more', href: `${comparePage}?agents=${ids.join(',')}` },
    `Compare ${names}`,
  );
}

function renderHit(hit: Hit, attributes: Record<string, string>): HTMLElement {
  const { agent, kind } = hit;
  const owners = agent && kind !== 'agent' ? [describeOwners(agent.name, hit.others)] : [];
  const trail = [...owners, ...hit.trail].join(' › ');
  return createElement(
    'a',
    {
      ...attributes,
      'data-key': hit.url,
      class: 'result',
      href: highlightAddress(hit),
      'data-accent': agent?.accent,
    },
    createElement(
      'span',
      { class: agent ? 'agent-mark' : 'agent-mark result-no-agent', 'aria-hidden': 'true' },
      agent?.monogram ?? '',
    ),
    createElement(
      'span',
      { class: 'result-text' },
      createElement(
        'span',
        { class: 'result-title' },
        ...hit.title.map(renderPart),
        ' ',
        createElement('span', { class: 'visually-hidden' }, resultKinds[kind].one),
      ),
      ...(trail === '' ? [] : [' ', createElement('span', { class: 'result-trail' }, trail)]),
      ' ',
      // Also while it is empty: its space is reserved.
      createElement('span', { class: 'result-snippet' }, ...hit.snippet.map(renderPart)),
    ),
  );
}

/** "rust-pro and 12 more agents" */
function describeOwners(name: string, others: number): string {
  return others === 0 ? name : `${name} and ${String(others)} more ${others === 1 ? 'agent' : 'agents'}`;
}

/** Renders a part of a text, marked if it matches the query. */
export function renderPart({ text, marked }: TextPart): Node | string {
  return marked ? createElement('mark', {}, text) : text;
}
