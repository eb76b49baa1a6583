import { savesData } from '../lib/connection.ts';
import { onIdle } from '../lib/on-idle.ts';

/**
 * Registers the service worker (service-worker.ts), after everything that the page itself needs, and not where
 * data is to be saved. The development server has none: it would show yesterday's pages.
 */
export function registerWorker(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  onIdle(() => {
    if (savesData()) return;
    // A browser may refuse, in a private window for example; that costs only the reading offline.
    navigator.serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`).catch(() => undefined);
  });
}
