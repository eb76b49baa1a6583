import type { Hit } from '../../../search/query/result-types.ts';
import { readQuery } from '../../../search/query/query.ts';
import { unspacedIn } from '../../../search/query/words.ts';
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
 * synonym, a plural, the right spelling), and what was asked for, as far as it says something; phrases whole.
 */
export function highlightTerms({ title, excerpt }: Pick<Hit, 'title' | 'excerpt'>, query: string): string[] {
  const { phrases, symbols, words } = readQuery(query);
  const whole = [...phrases, ...symbols].map((term) => term.toLowerCase());
  const marked = [...title, ...excerpt].filter((part) => part.marked).map(({ text }) => text.trim().toLowerCase());
  // Of a word without spaces around it, only pairs of letters are asked for: what was marked is all of it.
  const asked = words.filter((word) => !(unspacedIn(word) && marked.some((term) => term.includes(word))));
  const others = [...marked, ...asked].filter((word) => !whole.some((term) => term.includes(word)));
  return [...new Set([...whole, ...others])].filter((term) => term !== '').slice(0, MOST_TERMS);
}
