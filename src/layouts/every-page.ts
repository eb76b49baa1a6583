/*
 * The behaviour of every page, as one cached file: separate requests would cost more than these bytes. Behaviour that
 * only some pages need is imported by its component.
 */
import '../components/code/code-block.ts';
import '../components/contents/page-contents.ts';
import '../components/copy/copy-agent.ts';
import '../components/gate/load-in-view.ts';
import '../components/handoff/form/load-on-intent.ts';
import '../components/search/dialog/search-dialog.ts';
import '../components/shell/theme-choice.ts';
import { termsIn } from '../components/search/highlight/highlight-parameter.ts';
import { recordVisit } from '../components/search/recents/record-visit.ts';
import { registerWorker } from '../offline/register.ts';

recordVisit();
registerWorker();

// Not a script of the diagram component: pages are rendered concurrently, so that Astro would place such a script after
// a different diagram in each build, and the output would not be reproducible.
if (document.querySelector('diagram-frame')) void import('../components/diagram/diagram-frame.ts');

if (document.querySelector('.rail, .tree')) {
  void import('../components/plate/related-agents.ts').then(({ markRelated }) => {
    markRelated();
  });
}

// The URL that the page was opened with: a script may have changed the address since.
const opened = performance.getEntriesByType('navigation')[0];
if (opened instanceof PerformanceNavigationTiming && termsIn(opened.name).length > 0) {
  void import('../components/search/highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(opened.name, opened.type === 'navigate');
  });
}
