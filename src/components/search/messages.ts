import type { SearchOutcome } from '../../search/engine.ts';

/** One sentence about the outcome of a search, to be shown and announced. */
export function sayOutcome(outcome: SearchOutcome, query: string): string {
  switch (outcome.state) {
    case 'found':
      return outcome.total === 1 ? '1 result' : `${String(outcome.total)} results`;
    case 'nothing':
      return `Nothing found for “${query}”. Try fewer or other words.`;
    case 'unavailable':
      return import.meta.env.DEV
        ? 'There is no search index yet. Run “npm run build” once: the development server then answers from it.'
        : 'The search index could not be loaded. Check the connection and try again.';
  }
}
