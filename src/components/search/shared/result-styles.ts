import markStyles from '../../agent/agent-mark.css?inline';
import facetStyles from './facets.css?inline';
import offerStyles from './empty-states.css?inline';
import styles from './results.css?inline';

/** Results come with the styles that they need, so that no page carries these before someone searches. */
export function adoptResultStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markStyles + facetStyles + offerStyles + styles);
  document.adoptedStyleSheets.push(sheet);
}
