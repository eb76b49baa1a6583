/*
 * Loads the scripts of the forms on a page: at once if the page shows them; on an agent's page, when the reader chooses
 * to fill one in.
 */
import { loadForm } from './load-form.ts';

for (const form of document.querySelectorAll('.handoff-form')) loadForm(form);

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-fill-in]') : null;
  // With a modifier key, the form's own page opens in a new tab or window.
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void import('./open-in-place.ts').then(
    ({ toggleForm }) => toggleForm(link),
    () => {
      location.assign(link.href);
    },
  );
});
