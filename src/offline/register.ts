import { savesData } from '../lib/connection.ts';
import { onIdle } from '../lib/on-idle.ts';
import type { PageMessage } from './messages.ts';

/**
 * Registers the service worker (service-worker.ts) once the page has loaded, unless the reader asked to save data. The
 * development server has no service worker: it would show outdated pages.
 */
export function registerWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  onIdle(() => {
    if (savesData()) return;
    // A browser may refuse, for example in a private window. Then the site does not work offline, and nothing else fails.
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`).catch(() => undefined);
    void reportVisit();
  });
}

/**
 * Reports a page that no worker delivered. A worker that becomes active while a page is on its way from the network has
 * not seen that page, even if it controls it afterwards.
 */
async function reportVisit() {
  const { active } = await navigator.serviceWorker.ready;
  if (!isFromWorker()) active?.postMessage('visited' satisfies PageMessage);
}

function isFromWorker(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  // Zero if the request did not go through a worker.
  return navigation instanceof PerformanceNavigationTiming && navigation.workerStart > 0;
}
