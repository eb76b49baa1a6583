import type { Hit } from '../../search/outcome.ts';
import { HIGHLIGHT_PARAMETER, MOST_TERMS } from './highlight-parameter.ts';

/** The address of a result, with the words that its page highlights. */
export function highlightAddress(hit: Pick<Hit, 'url' | 'title' | 'excerpt'>, query: string): string {
  const terms = highlightTerms(hit, query);
  if (terms.length === 0) return hit.url;
  const [page = '', anchor] = hit.url.split('#');
  const parameters = new URLSearchParams(terms.map((term) => [HIGHLIGHT_PARAMETER, term]));
  return `${page}?${parameters.toString()}${anchor === undefined ? '' : `#${anchor}`}`;
}

/**
 * What to highlight for a result: what the search marked in it, because that tells best what was found (a
 * synonym, a plural, the right spelling), and phrases whole. Where nothing is marked, the query's own words.
 */
export function highlightTerms({ title, excerpt }: Pick<Hit, 'title' | 'excerpt'>, query: string): string[] {
  const phrases = [...query.matchAll(/"([^"]+)"/g)].map(([, phrase = '']) => phrase.trim().toLowerCase());
  const marked = [...title, ...excerpt].filter((part) => part.marked).map(({ text }) => text.trim().toLowerCase());
  const words = marked.length > 0 ? marked : phrases.length > 0 ? [] : query.toLowerCase().split(/\s+/);
  const others = words.filter((word) => !phrases.some((phrase) => phrase.includes(word)));
  return [...new Set([...phrases, ...others])].filter((term) => term !== '').slice(0, MOST_TERMS);
}
