import { resultKinds } from '../../../search/format/result-kinds.ts';
import type { ExcerptPart, Hit, SearchOutcome } from '../../../search/query/result-types.ts';
import { element } from '../../../lib/dom.ts';
import { groupHits, type HitGroup } from './group-hits.ts';
import { highlightAddress } from '../highlight/highlight-address.ts';
import { writeQuestion, type Question } from './search-address.ts';

/** Results of one kind in the dialog, so that the next kind is in sight. */
const MOST_OPTIONS = 3;

/** Until it is walked to; the focus stays in the field. */
const OPTION = { role: 'option', tabindex: '-1' };

/** Among the keys of results, which are addresses. */
const MORE = 'more';

type Found = Extract<SearchOutcome, { state: 'found' }>;

/**
 * Results as options of a listbox, in groups by what they are, the first few of each; the last option of a
 * group leads to the rest of it. Each has a key that it keeps from one answer to the next.
 * @param searchPage address of the search page
 */
export function renderOptions(outcome: Found, question: Question, searchPage: string): HTMLElement[] {
  return groupHits(outcome.hits, outcome.facets?.kind ?? [], MOST_OPTIONS).map((group) => {
    const id = `playbook:results-${group.kind}`;
    return element(
      'div',
      { 'data-key': group.kind, role: 'group', 'aria-labelledby': id, class: 'result-group' },
      element('div', { 'data-key': 'label', id, class: 'result-kind' }, ...groupLabel(group)),
      ...group.hits.map((hit) => renderHit(hit, outcome.corrected ?? question.query, OPTION)),
      ...(group.more > 0 ? [moreOf(group, question, searchPage, OPTION)] : []),
    );
  });
}

/**
 * Results as lists of links under headings: a page to read.
 * @param searchPage address of the search page
 */
export function renderSections(outcome: Found, question: Question, searchPage: string): HTMLElement[] {
  return groupHits(outcome.hits, outcome.facets?.kind ?? [], outcome.hits.length).map((group) =>
    element(
      'section',
      { 'data-key': group.kind, class: 'result-group' },
      element('h2', { 'data-key': 'label', class: 'result-kind' }, ...groupLabel(group)),
      element(
        'ul',
        { 'data-key': 'list', class: 'plain-list' },
        ...group.hits.map((hit) =>
          element('li', { 'data-key': hit.url }, renderHit(hit, outcome.corrected ?? question.query, {})),
        ),
        ...(group.more > 0
          ? [element('li', { 'data-key': MORE }, moreOf(group, question, searchPage, { 'data-here': '' }))]
          : []),
      ),
    ),
  );
}

function groupLabel({ label, hits, more }: HitGroup): (Node | string)[] {
  return [`${label} `, element('span', { class: 'result-count' }, String(hits.length + more))];
}

function moreOf(
  { kind, label, more }: HitGroup,
  { query, filters }: Question,
  searchPage: string,
  attributes: Record<string, string>,
): HTMLElement {
  return element(
    'a',
    {
      ...attributes,
      'data-key': MORE,
      class: 'result result-more',
      href: searchPage + writeQuestion({ query, filters: { ...filters, kind: [kind] } }),
    },
    `${String(more)} more in ${label}`,
  );
}

function renderHit(hit: Hit, query: string, attributes: Record<string, string>): HTMLElement {
  const { agent, kind } = hit;
  const trail = [...(agent && kind !== 'agent' ? [owners(agent.name, hit.others)] : []), ...hit.trail].join(' › ');
  return element(
    'a',
    {
      ...attributes,
      'data-key': hit.url,
      class: 'result',
      href: highlightAddress(hit, query),
      'data-accent': agent?.accent,
    },
    element(
      'span',
      { class: agent ? 'agent-mark' : 'agent-mark result-no-agent', 'aria-hidden': 'true' },
      agent?.monogram ?? '',
    ),
    element(
      'span',
      { class: 'result-words' },
      element(
        'span',
        { class: 'result-title' },
        ...hit.title.map(renderPart),
        ' ',
        element('span', { class: 'visually-hidden' }, resultKinds[kind].one),
      ),
      ...(trail === '' ? [] : [' ', element('span', { class: 'result-trail' }, trail)]),
      ...(hit.excerpt.length === 0
        ? []
        : [' ', element('span', { class: 'result-excerpt' }, ...hit.excerpt.map(renderPart))]),
    ),
  );
}

/** "rust-pro and 12 more agents" */
function owners(name: string, others: number): string {
  return others === 0 ? name : `${name} and ${String(others)} more ${others === 1 ? 'agent' : 'agents'}`;
}

function renderPart({ text, marked }: ExcerptPart): Node | string {
  return marked ? element('mark', {}, text) : text;
}
