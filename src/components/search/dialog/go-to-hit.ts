import { HIGHLIGHT_PARAMETER, termsIn } from '../highlight/highlight-parameter.ts';

/**
 * Follows a link to a result on the current page: scrolls to its anchor and highlights its words, without loading
 * the page again. Does nothing for other links.
 */
export function goToHit(event: MouseEvent, link: HTMLAnchorElement): void {
  if (link.origin + link.pathname !== location.origin + location.pathname) return;
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.delete(HIGHLIGHT_PARAMETER);
  for (const term of termsIn(link.href)) address.searchParams.append(HIGHLIGHT_PARAMETER, term);
  // Setting the anchor scrolls; the parameters can be changed without loading the page only by replaceState.
  location.hash = link.hash;
  // If the address already has this anchor, setting it does not scroll.
  document.querySelector(':target')?.scrollIntoView();
  address.hash = link.hash;
  history.replaceState(history.state, '', address);
  void import('../highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(location.href, true);
  });
}
