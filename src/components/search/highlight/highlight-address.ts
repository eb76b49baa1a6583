import type { Hit } from '../../../search/query/result-types.ts';
import { HIGHLIGHT_PARAMETER, MAX_TERMS } from './highlight-parameter.ts';

/** Returns the address of a result, with the terms that its page highlights. */
export function highlightAddress({ url, terms }: Pick<Hit, 'url' | 'terms'>): string {
  if (terms.length === 0) return url;
  const [page = '', anchor] = url.split('#');
  const parameters = new URLSearchParams(terms.slice(0, MAX_TERMS).map((term) => [HIGHLIGHT_PARAMETER, term]));
  return `${page}?${parameters.toString()}${anchor === undefined ? '' : `#${anchor}`}`;
}
