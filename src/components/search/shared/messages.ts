import type { SearchOutcome } from '../../../search/query/result-types.ts';
import { isFiltered, type Question } from './search-address.ts';

/** One sentence about the outcome of a search, to be shown and announced. */
export function sayOutcome(outcome: SearchOutcome, { query, filters }: Question): string {
  switch (outcome.state) {
    case 'found': {
      const count = sayCount(outcome.total);
      return outcome.corrected === undefined ? count : `${count} for “${outcome.corrected}”`;
    }
    case 'nothing': {
      const what = query === '' ? 'Nothing found' : `Nothing found for “${query}”`;
      return isFiltered(filters) ? `${what} with these filters.` : `${what}.`;
    }
    case 'unavailable':
      return import.meta.env.DEV
        ? 'There is no search index. The terminal of the development server says why.'
        : 'The search index could not be loaded. Check the connection and try again.';
  }
}

/** `1 result`, `3 results`. */
export function sayCount(count: number): string {
  return count === 1 ? '1 result' : `${String(count)} results`;
}
