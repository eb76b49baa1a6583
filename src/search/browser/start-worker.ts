import { requestManifest } from './manifest.ts';
import type { ManifestMessage, StartMessage, WarmUpMessage } from './search-messages.ts';

/*
 * Small, because it is part of every page.
 */

let running: Worker | undefined;

/**
 * Starts loading the search, because it is likely to be used.
 * @param base the site's base path
 */
export function warmUp(base: string): void {
  startWorker(base).postMessage({ warmUp: true } satisfies WarmUpMessage);
}

/**
 * Starts the worker that searches, unless it is running already. The manifest is requested here, at the same time as the
 * worker: on slow connections, requests in sequence cost more than bytes.
 * @param base the site's base path
 */
export function startWorker(base: string): Worker {
  if (running) return running;
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  running = worker;
  // A worker that could not be loaded: the next search tries again.
  worker.addEventListener('error', () => {
    if (running === worker) running = undefined;
  });
  worker.postMessage({ base } satisfies StartMessage);
  void loadManifest(base).then((manifest) => {
    worker.postMessage({ manifest } satisfies ManifestMessage, manifest ? [manifest] : []);
  });
  return worker;
}

/** Loads the manifest without reading it, which takes time in a large site; `undefined` if it cannot be loaded. */
async function loadManifest(base: string): Promise<ArrayBuffer | undefined> {
  try {
    return await (await requestManifest(base)).arrayBuffer();
  } catch {
    return undefined;
  }
}
