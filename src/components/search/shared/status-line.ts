import type { SearchResult } from '../../../search/query/result-types.ts';
import { createElement } from '../../../lib/dom.ts';
import { describeResult, formatCount } from './result-text.ts';
import { writeSearch, type SearchState } from './search-address.ts';

/**
 * Renders the line above the results. If the query was corrected, it links to a search for the query as typed, in
 * quotes.
 * @param searchPage address of the search page
 */
export function renderStatus(result: SearchResult, state: SearchState, searchPage: string): (Node | string)[] {
  if (result.state === 'found' && result.isPartial) return [`${formatCount(result.total)} so far`];
  if (result.state !== 'found' || result.corrected === undefined) return [describeResult(result, state)];
  const { query, filters } = state;
  const exactSearch = searchPage + writeSearch({ query: `"${query.replaceAll('"', '')}"`, filters });
  return [
    `${formatCount(result.total)} for `,
    createElement('strong', {}, result.corrected),
    '. ',
    createElement('a', { href: exactSearch, 'data-in-place': '' }, `Search for “${query}” instead`),
  ];
}
