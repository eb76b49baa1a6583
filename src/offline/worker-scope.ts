/** Describes one build to the service worker. The build writes it as a constant in front of the worker's code. */
export interface BuildInfo {
  /** Changes whenever the worker, the search or the offline page changes. */
  version: string;
  /** The site's base path. */
  base: string;
  /** The page that is shown instead of pages that are not cached, relative to the base path. */
  offlinePage: string;
  /** The file with the `SearchFiles`, relative to the base path, and its hash for Subresource Integrity. */
  searchFiles: readonly [path: string, integrity: string];
  /** The size of the files that offline search needs, in bytes as sent. */
  searchSize: number;
}

/** The files that must be saved so that search works offline; paths are relative to the base path. */
export interface SearchFiles {
  /** Each with its hash for Subresource Integrity. */
  files: readonly (readonly [path: string, integrity: string])[];
  /** They have no hash, because hosts may modify pages. */
  pages: readonly string[];
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

export interface MessageEventOfWorker extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
  /** The page that sent the message. */
  readonly source: { readonly url: string } | null;
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
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void) &
    ((type: 'message', listener: (event: MessageEventOfWorker) => void) => void);
}
