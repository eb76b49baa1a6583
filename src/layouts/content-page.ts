/* The behaviour of pages with content from agents' files: one file, loaded only by them. */
import '../components/contents/page-contents.ts';
import '../components/copy/copy-agent.ts';
import '../components/delegation/delegation-picture.ts';
import '../components/gate/load-in-view.ts';
import { mountLongCode } from '../components/code/long-code.ts';
import { markRelated } from '../components/element/related-agents.ts';

/** Adds the behaviour of elements and long code to the page. */
export function mountContent(): void {
  mountLongCode();
  markRelated();
  // Not scripts of their components: pages are rendered concurrently, so that Astro would place such a script after a
  // different component in each build, and the output would not be reproducible.
  if (document.querySelector('diagram-frame')) void import('../components/diagram/diagram-frame.ts');
  document.addEventListener('click', openForm);
}

/** Opens the form that a link leads to in place. */
function openForm(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-fill-in]') : null;
  // With a modifier key, the form's own page opens in a new tab or window.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const follow = () => {
    location.assign(link.href);
  };
  void import('../components/handoff/form/open-in-place.ts').then(({ toggleForm }) => toggleForm(link), follow);
}
