import markStyles from '../../agent/agent-mark.css?inline';
import emptyStateStyles from './empty-states.css?inline';
import facetStyles from './facets.css?inline';
import resultStyles from './results.css?inline';

/** Adds the styles of results to the page. They are loaded with the search, so that no page contains them before. */
export function adoptResultStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markStyles + facetStyles + emptyStateStyles + resultStyles);
  document.adoptedStyleSheets.push(sheet);
}
