/*
 * The behaviour of every page, as one file that the browser keeps: a request costs more than these bytes. What
 * only some pages need is loaded by the components that need it.
 */
import '../components/code/code-block.ts';
import '../components/contents/page-contents.ts';
import '../components/copy/copy-agent.ts';
import '../components/handoff/form/load-on-intent.ts';
import '../components/search/dialog/search-dialog.ts';
import '../components/shell/theme-choice.ts';
import { termsIn } from '../components/search/highlight/highlight-parameter.ts';
import { recordVisit } from '../components/search/recents/record-visit.ts';
import { registerWorker } from '../offline/register.ts';

recordVisit();
registerWorker();

// Diagrams are drawn while their pages are written, several at once: a script of theirs would stand after
// whichever came first, and no two builds would be the same.
if (document.querySelector('diagram-frame')) void import('../components/diagram/diagram-frame.ts');

// Where the page was opened, because a script of the page may have changed its address since.
const opened = performance.getEntriesByType('navigation')[0];
if (opened instanceof PerformanceNavigationTiming && termsIn(opened.name).length > 0) {
  void import('../components/search/highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(opened.name, opened.type === 'navigate');
  });
}
