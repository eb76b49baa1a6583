/** What the build tells the service worker, in front of its code. */
export interface Release {
  /** Changes with anything that is kept. */
  version: string;
  /** The site's base path. */
  base: string;
  /** Files to keep from the start, relative to the base path, each with its hash for Subresource Integrity. */
  files: readonly (readonly [path: string, integrity: string])[];
  /** Pages to keep from the start, relative to the base path. Hosts may change them on the way: they have no hash. */
  pages: readonly string[];
  /** The one of these that stands for pages that are not kept. */
  offlinePage: string;
}

/*
 * The part of a service worker's scope that is used. TypeScript's own types of it cannot stand beside those of
 * the page. https://w3c.github.io/ServiceWorker/
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
  /** Firefox has no navigation preload before version 99. */
  readonly registration: { readonly navigationPreload?: NavigationPreloadManager };
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly { url: string }[]>;
  };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: ExtendableEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void);
}
