import { element } from '../../../lib/dom.ts';
import { findWords, wordsPattern } from './find-words.ts';
import { termsIn, withoutTerms } from './highlight-parameter.ts';
import styles from './page-highlight.css?inline';

/** The name of the highlight in the styles: `::highlight(playbook-words)`. */
const NAME = 'playbook-words';

/** How far down the window a word comes to stand that was out of sight. */
const READING_PLACE = 0.3;

/** Ends what is highlighted now. */
let showing: AbortController | undefined;

/**
 * Highlights the words that an address asks for, and says so in a bar that can be dismissed. The page itself
 * stays as it is (https://drafts.csswg.org/css-highlight-api-1/): copying, printing and scripts notice nothing.
 * Browsers that cannot do so show the page without.
 * @param address where the page was opened
 * @param goesThere whether to scroll to the first word, unless it is in sight
 */
export function highlightPage(address: string, goesThere: boolean): void {
  showing?.abort();
  const main = document.querySelector('main');
  if (!main || !('highlights' in CSS)) return;
  const terms = termsIn(address);
  const ranges = findWords(main, terms);
  if (ranges.length === 0) return;
  adoptStyles();
  CSS.highlights.set(NAME, new Highlight(...ranges));

  showing = new AbortController();
  const { signal } = showing;
  const bar = renderBar(termsAmong(terms, ranges), dismiss);
  main.before(bar);
  signal.addEventListener('abort', () => {
    CSS.highlights.delete(NAME);
    bar.remove();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      // Whatever else is open closes first.
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) dismiss();
    },
    { signal },
  );
  // Back and forward within the page: the address says whether it is still to be highlighted.
  addEventListener(
    'popstate',
    () => {
      if (termsIn(location.href).length === 0) showing?.abort();
    },
    { signal },
  );
  if (goesThere)
    whenSettled(() => {
      goTo(firstBelowAnchor(ranges));
    });
}

/** The terms that are on the page: of a question in other words, only some may be. */
function termsAmong(terms: readonly string[], ranges: readonly Range[]): string[] {
  const found = [...new Set(ranges.map((range) => range.toString().toLowerCase()))];
  return terms.filter((term) => found.some((words) => wordsPattern([term])?.test(words)));
}

function dismiss() {
  const hadFocus = document.activeElement?.closest('[data-highlight-bar]') != null;
  showing?.abort();
  history.replaceState(history.state, '', withoutTerms(location.href));
  // The button is gone; the page it belonged to is not.
  if (hadFocus) document.querySelector('main')?.focus({ preventScroll: true });
}

function renderBar(terms: readonly string[], onDismiss: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'button' }, 'Dismiss');
  button.addEventListener('click', onDismiss);
  return element(
    'section',
    { class: 'highlight-bar no-print', 'aria-label': 'Highlighted words', 'data-highlight-bar': '' },
    element('p', {}, 'Highlighted: ', element('strong', {}, terms.join(', '))),
    button,
  );
}

let hasStyles = false;

function adoptStyles() {
  if (hasStyles) return;
  hasStyles = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
}

/** The browser itself goes to the anchor of an address, and until the page is loaded perhaps again. */
function whenSettled(callback: () => void) {
  const soon = () => requestAnimationFrame(callback);
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

/** The first place in the section that the address leads to; in the page, if it leads to no section. */
function firstBelowAnchor(ranges: readonly Range[]): Range | undefined {
  const seen = ranges.filter((range) => range.getClientRects().length > 0);
  const anchor = document.querySelector(':target');
  if (!anchor) return seen[0];
  const end = nextSection(anchor);
  return seen.find(
    ({ startContainer }) =>
      isAtOrAfter(startContainer, anchor) && (end === undefined || !isAtOrAfter(startContainer, end)),
  );
}

function isAtOrAfter(node: Node, reference: Node): boolean {
  const { DOCUMENT_POSITION_FOLLOWING } = Node;
  return (reference.compareDocumentPosition(node) & DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Where a section ends: at the next heading that is no deeper than its own. */
function nextSection(anchor: Element): Element | undefined {
  const own = anchor.matches('h1, h2, h3, h4, h5, h6') ? anchor : anchor.querySelector('h1, h2, h3, h4, h5, h6');
  if (!own) return undefined;
  return [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].find(
    (heading) => heading.localName <= own.localName && heading !== own && isAtOrAfter(heading, own),
  );
}

function goTo(range: Range | undefined) {
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight * READING_PLACE, behavior: 'instant' });
}
