import { changeRecents, withPage } from './recents.ts';

/** Notes on this device that the page was opened. Indexes, which only lead elsewhere, are not worth a note. */
export function rememberPage(): void {
  const trail = [...document.querySelectorAll('.breadcrumbs a')].map(({ textContent }) => textContent.trim());
  const title = document.querySelector('h1')?.textContent.trim() ?? '';
  // Home, then the index: below it are the pages that somebody wanted.
  if (trail.length < 2 || title === '') return;
  changeRecents((recents) => withPage(recents, { url: location.pathname, title, within: trail.at(-1) ?? '' }));
}
