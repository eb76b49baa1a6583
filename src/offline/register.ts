import { savesData } from '../lib/connection.ts';
import { onIdle } from '../lib/on-idle.ts';

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
  });
}
