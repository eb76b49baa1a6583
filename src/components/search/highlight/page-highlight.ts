import { createElement } from '../../../lib/dom.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { findWords, wordsPattern } from './find-words.ts';
import { termsIn, withoutTerms } from './highlight-parameter.ts';
import styles from './page-highlight.css?inline';

/** The name of the highlight in the styles: `::highlight(playbook-words)`. */
const NAME = 'playbook-words';

/** Position to which a match outside the window is scrolled, as a share of the window's height. */
const READING_POSITION = 0.3;

/** Ends the current highlight. */
let current: AbortController | undefined;

/**
 * Highlights the terms in an address, and shows a bar with a button to dismiss them. The page itself does not change
 * (https://drafts.csswg.org/css-highlight-api-1/), so that copying, printing and scripts are not affected. Browsers
 * without this API show no highlight.
 * @param address at which the page was opened
 * @param scrolls whether to scroll to the first match, unless it is visible
 */
export function highlightPage(address: string, scrolls: boolean): void {
  current?.abort();
  const main = document.querySelector('main');
  if (!main || !('highlights' in CSS)) return;
  const terms = termsIn(address);
  const ranges = findWords(main, terms);
  if (ranges.length === 0) return;
  adoptStyles();
  CSS.highlights.set(NAME, new Highlight(...ranges));

  current = new AbortController();
  const { signal } = current;
  const bar = renderBar(termsAmong(terms, ranges), dismiss);
  main.before(bar);
  signal.addEventListener('abort', () => {
    CSS.highlights.delete(NAME);
    bar.remove();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (isComposing(event)) return;
      // An open dialog closes first.
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) dismiss();
    },
    { signal },
  );
  // After back or forward within the page, the address may have no terms any more.
  addEventListener(
    'popstate',
    () => {
      if (termsIn(location.href).length === 0) current?.abort();
    },
    { signal },
  );
  if (scrolls)
    whenSettled(() => {
      scrollToRange(firstBelowAnchor(ranges));
    });
}

/** Returns the terms that are on the page: a variant of the query may have matched instead of the query. */
function termsAmong(terms: readonly string[], ranges: readonly Range[]): string[] {
  const found = [...new Set(ranges.map((range) => range.toString().toLowerCase()))];
  return terms.filter((term) => found.some((words) => wordsPattern([term])?.test(words)));
}

function dismiss() {
  const hadFocus = document.activeElement?.closest('[data-highlight-bar]') != null;
  current?.abort();
  history.replaceState(history.state, '', withoutTerms(location.href));
  // The focused button is gone.
  if (hadFocus) document.querySelector('main')?.focus({ preventScroll: true });
}

function renderBar(terms: readonly string[], onDismiss: () => void): HTMLElement {
  const button = createElement('button', { type: 'button', class: 'button' }, 'Dismiss');
  button.addEventListener('click', onDismiss);
  return createElement(
    'section',
    { class: 'highlight-bar no-print', 'aria-label': 'Highlighted words', 'data-highlight-bar': '' },
    createElement('p', {}, 'Highlighted: ', createElement('strong', {}, terms.join(', '))),
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

/** Waits until the browser itself no longer scrolls to the anchor, which it may do again until the page is loaded. */
function whenSettled(callback: () => void) {
  const onNextFrame = () => requestAnimationFrame(callback);
  if (document.readyState === 'complete') onNextFrame();
  else addEventListener('load', onNextFrame, { once: true });
}

/** Returns the first match in the section that the address points to; on the page, if it points to none. */
function firstBelowAnchor(ranges: readonly Range[]): Range | undefined {
  const rendered = ranges.filter((range) => range.getClientRects().length > 0);
  const anchor = document.querySelector(':target');
  if (!anchor) return rendered[0];
  const end = nextSection(anchor);
  return rendered.find(
    ({ startContainer }) =>
      isAtOrAfter(startContainer, anchor) && (end === undefined || !isAtOrAfter(startContainer, end)),
  );
}

function isAtOrAfter(node: Node, reference: Node): boolean {
  const { DOCUMENT_POSITION_FOLLOWING } = Node;
  return (reference.compareDocumentPosition(node) & DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Returns the heading that ends a section: the next one at its own or a higher level. */
function nextSection(anchor: Element): Element | undefined {
  const own = anchor.matches('h1, h2, h3, h4, h5, h6') ? anchor : anchor.querySelector('h1, h2, h3, h4, h5, h6');
  if (!own) return undefined;
  return [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].find(
    (heading) => heading.localName <= own.localName && heading !== own && isAtOrAfter(heading, own),
  );
}

function scrollToRange(range: Range | undefined) {
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight * READING_POSITION, behavior: 'instant' });
}
