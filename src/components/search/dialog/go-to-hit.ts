import { HIGHLIGHT_PARAMETER, termsIn } from '../highlight/highlight-parameter.ts';

/**
 * Follows a link to a result within the page that is open: goes to its anchor and highlights its words, without
 * loading the page anew. Links elsewhere are left to the browser.
 */
export function goToHit(event: MouseEvent, link: HTMLAnchorElement): void {
  if (link.origin + link.pathname !== location.origin + location.pathname) return;
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.delete(HIGHLIGHT_PARAMETER);
  for (const term of termsIn(link.href)) address.searchParams.append(HIGHLIGHT_PARAMETER, term);
  // By the anchor, because only that scrolls; the words can only be added without loading.
  location.hash = link.hash;
  // Gone to before, the anchor is where the address already is.
  document.querySelector(':target')?.scrollIntoView();
  address.hash = link.hash;
  history.replaceState(history.state, '', address);
  void import('../highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(location.href, true);
  });
}
