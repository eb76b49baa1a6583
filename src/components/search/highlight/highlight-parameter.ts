/** Names in an address the words that its page is to highlight, one each time. */
export const HIGHLIGHT_PARAMETER = 'highlight';

/** More words than these would make a whole page yellow. */
export const MOST_TERMS = 8;

/** The words that an address asks its page to highlight. */
export function termsIn(address: string): string[] {
  const terms = new URL(address).searchParams.getAll(HIGHLIGHT_PARAMETER);
  return [...new Set(terms.map((term) => term.trim()))].filter((term) => term !== '').slice(0, MOST_TERMS);
}

/** The same address without words to highlight. */
export function withoutTerms(address: string): string {
  const url = new URL(address);
  url.searchParams.delete(HIGHLIGHT_PARAMETER);
  return url.href;
}
