import type { Query } from './query.ts';
import type { Hit } from './result-types.ts';
import { hasUnspaced } from './words.ts';

/**
 * Returns the terms that the page of a result highlights: what the search marked in it, because that is what actually
 * matched (a synonym, a plural, a corrected word), and the content words of the query; phrases as a whole.
 */
export function highlightTerms(
  { title, snippet }: Pick<Hit, 'title' | 'snippet'>,
  { phrases, symbols, words }: Query,
): string[] {
  const whole = [...phrases, ...symbols].map((term) => term.toLowerCase());
  const marked = [...title, ...snippet].filter((part) => part.marked).map(({ text }) => text.trim().toLowerCase());
  // The query has only bigrams of a word in an unspaced script; the marked text is the whole word.
  const asked = words.filter((word) => !(hasUnspaced(word) && marked.some((term) => term.includes(word))));
  const others = [...marked, ...asked].filter((word) => !whole.some((term) => term.includes(word)));
  return [...new Set([...whole, ...others])].filter((term) => term !== '');
}
