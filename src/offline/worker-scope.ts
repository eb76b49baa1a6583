/** Describes one build to the service worker. The build writes it as a constant in front of the worker's code. */
export interface BuildInfo {
  /** Changes whenever a precached file or page changes. */
  version: string;
  /** The site's base path. */
  base: string;
  /** Files to precache, relative to the base path, each with its hash for Subresource Integrity. */
  files: readonly (readonly [path: string, integrity: string])[];
  /** Pages to precache, relative to the base path. They have no hash, because hosts may modify pages. */
  pages: readonly string[];
  /** The precached page that is shown instead of pages that are not cached. */
  offlinePage: string;
}

/*
 * The part of a service worker's scope that is used. TypeScript's own types for it conflict with those of the page.
 * https://w3c.github.io/ServiceWorker/
 */

export interface ExtendableEvent extends Event {
  waitUntil: (promise: Promise<unknown>) => void;
}

export interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith: (response: Promise<Response>) => void;
}

export interface WorkerScope {
  readonly location: Location;
  /** Firefox supports navigation preload from version 99. */
  readonly registration: { readonly navigationPreload?: NavigationPreloadManager };
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly { url: string }[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: ExtendableEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void);
}
