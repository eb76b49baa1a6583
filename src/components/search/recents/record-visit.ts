import { changeRecents, withPage } from './recents.ts';

/** Adds this page to the recently opened ones on this device, unless it is an index page. */
export function recordVisit(): void {
  const trail = [...document.querySelectorAll('.breadcrumbs a')].map(({ textContent }) => textContent.trim());
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  // The trail of an index page is only the home page.
  if (trail.length < 2 || title === '') return;
  changeRecents((recents) => withPage(recents, { url: location.pathname, title, within: trail.at(-1) ?? '' }));
}
