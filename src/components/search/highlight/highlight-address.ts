import type { Hit } from '../../../search/query/result-types.ts';
import { parseQuery } from '../../../search/query/query.ts';
import { hasUnspaced } from '../../../search/query/words.ts';
import { HIGHLIGHT_PARAMETER, MAX_TERMS } from './highlight-parameter.ts';

/** Returns the address of a result, with the terms that its page highlights. */
export function highlightAddress(hit: Pick<Hit, 'url' | 'title' | 'snippet'>, query: string): string {
  const terms = highlightTerms(hit, query);
  if (terms.length === 0) return hit.url;
  const [page = '', anchor] = hit.url.split('#');
  const parameters = new URLSearchParams(terms.map((term) => [HIGHLIGHT_PARAMETER, term]));
  return `${page}?${parameters.toString()}${anchor === undefined ? '' : `#${anchor}`}`;
}

/**
 * Returns the terms to highlight for a result: what the search marked in it, because that is what actually matched (a
 * synonym, a plural, a corrected word), and the content words of the query; phrases as a whole.
 */
export function highlightTerms({ title, snippet }: Pick<Hit, 'title' | 'snippet'>, query: string): string[] {
  const { phrases, symbols, words } = parseQuery(query);
  const whole = [...phrases, ...symbols].map((term) => term.toLowerCase());
  const marked = [...title, ...snippet].filter((part) => part.marked).map(({ text }) => text.trim().toLowerCase());
  // The query has only bigrams of a word in an unspaced script; the marked text is the whole word.
  const asked = words.filter((word) => !(hasUnspaced(word) && marked.some((term) => term.includes(word))));
  const others = [...marked, ...asked].filter((word) => !whole.some((term) => term.includes(word)));
  return [...new Set([...whole, ...others])].filter((term) => term !== '').slice(0, MAX_TERMS);
}
