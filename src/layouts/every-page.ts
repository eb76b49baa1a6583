/*
 * The behaviour of every page, as one cached file: separate requests would cost more than these bytes. Behaviour that
 * only some pages need is imported by its component.
 */
import '../components/code/code-block.ts';
import '../components/search/dialog/search-dialog.ts';
import '../components/shell/theme-choice.ts';
import { loadForm } from '../components/handoff/form/load-form.ts';
import { termsIn } from '../components/search/highlight/highlight-parameter.ts';
import { recordVisit } from '../components/search/recents/record-visit.ts';
import { registerWorker } from '../offline/register.ts';

recordVisit();
registerWorker();

for (const form of document.querySelectorAll('.handoff-form')) loadForm(form);

document.querySelector<HTMLButtonElement>('.copy-page')?.addEventListener(
  'click',
  ({ currentTarget }) => {
    const button = currentTarget;
    if (button instanceof HTMLButtonElement) {
      void import('../components/copy/copy-page.ts').then(({ copyPage }) => {
        copyPage(button);
      });
    }
  },
  { once: true },
);

if (document.querySelector('copy-agent, .plate, .code-long, diagram-frame, delegation-picture')) {
  void import('./content-page.ts').then(({ mountContent }) => {
    mountContent();
  });
}

// The URL that the page was opened with: a script may have changed the address since.
const opened = performance.getEntriesByType('navigation')[0];
if (opened instanceof PerformanceNavigationTiming && termsIn(opened.name).length > 0) {
  void import('../components/search/highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(opened.name, opened.type === 'navigate');
  });
}
