import type { SearchResult } from '../../../search/query/result-types.ts';
import { isFiltered, type SearchState } from './search-address.ts';

/** Describes the result of a search in one sentence, to show and to announce. */
export function describeResult(result: SearchResult, { query, filters }: SearchState): string {
  switch (result.state) {
    case 'found': {
      const count = formatCount(result.total);
      return result.corrected === undefined ? count : `${count} for “${result.corrected}”`;
    }
    case 'nothing': {
      const nothing = query === '' ? 'Nothing found' : `Nothing found for “${query}”`;
      return isFiltered(filters) ? `${nothing} with these filters.` : `${nothing}.`;
    }
    case 'unavailable':
      return import.meta.env.DEV
        ? 'There is no search index. See the terminal of the development server.'
        : 'The search index could not be loaded. Check the connection and try again.';
  }
}

/** Formats a number of results: `1 result`, `3 results`. */
export function formatCount(count: number): string {
  return count === 1 ? '1 result' : `${String(count)} results`;
}
