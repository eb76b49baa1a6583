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
import { onIdle } from '../lib/on-idle.ts';
import { repeatEarlyClicks } from '../lib/repeat-early-clicks.ts';
import { registerWorker } from '../offline/register.ts';

repeatEarlyClicks();
recordVisit();
registerWorker();

for (const form of document.querySelectorAll('.handoff-form')) loadForm(form);

/** Loads behaviour for an element when it is used for the first time. */
function onFirst(type: 'click' | 'toggle', selector: string, use: (element: HTMLElement) => Promise<void>): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.addEventListener(type, () => void use(element), { once: true });
}

onFirst('click', '.copy-page', async (button) => {
  const { copyPage } = await import('../components/copy/copy-page.ts');
  if (button instanceof HTMLButtonElement) copyPage(button);
});

onFirst('toggle', '.use-in', async () => {
  await import('./content-page.ts');
});

if (
  document.querySelector('copy-agent:not(.use-in *), .element-frame, .code-long, diagram-frame, delegation-picture')
) {
  // The page itself comes first, on a slow line and a slow processor. A click on a button is repeated.
  onIdle(() => {
    void import('./content-page.ts').then(({ mountContent }) => {
      mountContent();
    });
  });
}

// The URL that the page was opened with: a script may have changed the address since.
const opened = performance.getEntriesByType('navigation')[0];
if (opened instanceof PerformanceNavigationTiming && termsIn(opened.name).length > 0) {
  void import('../components/search/highlight/page-highlight.ts').then(({ highlightPage }) => {
    highlightPage(opened.name, opened.type === 'navigate');
  });
}
