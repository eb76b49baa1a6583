/** The URL parameter for a term that the page highlights; repeated for each term. */
export const HIGHLIGHT_PARAMETER = 'highlight';

/** Maximum number of terms to highlight: more would colour the whole page. */
export const MAX_TERMS = 8;

/** Returns the terms that an address asks its page to highlight. */
export function termsIn(address: string): string[] {
  const terms = new URL(address).searchParams.getAll(HIGHLIGHT_PARAMETER);
  return [...new Set(terms.map((term) => term.trim()))].filter((term) => term !== '').slice(0, MAX_TERMS);
}

/** Returns an address without terms to highlight. */
export function withoutTerms(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(HIGHLIGHT_PARAMETER);
  return url.href;
}
