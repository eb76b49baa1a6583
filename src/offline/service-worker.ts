import { isCacheable, kindOfRequest, pageKey } from './requests.ts';
import type { BuildInfo, FetchEvent, WorkerScope } from './worker-scope.ts';

/*
 * The service worker: after a first visit, search and the visited pages work offline.
 *
 * - Installation precaches the files that search needs (`files` and `pages`; src/integrations/offline.ts chooses them
 *   and states the size limit). Each file is compared with its hash from the build, so that either all precached files
 *   are of the same build or installation fails.
 * - Pages are fetched from the network first, so that readers never see an outdated page while online. A copy is cached.
 * - Scripts and index files have names that change with their content, so they are served from the cache first. The
 *   manifest of the search index says which build's index files a page needs. It is fetched from the network first, so
 *   that a new page does not search an old index.
 * - Each build has a worker with its own caches. A new worker takes over as soon as it has precached everything, and
 *   then deletes the caches of older builds. Cached pages are fetched again for it.
 *
 * To remove the service worker from a site, replace `service-worker.js` with
 *   self.addEventListener('install', () => self.skipWaiting());
 *   self.addEventListener('activate', (event) => event.waitUntil(
 *     caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
 *       .then(() => self.registration.unregister())));
 * and leave that file in place: each browser removes its worker when it next fetches the file. Deleting the file is not
 * enough, because browsers then continue to use the worker that they have.
 */

declare const self: WorkerScope;
/** The build writes this constant in front of the script. */
declare const BUILD: BuildInfo;

const { version, base, files, pages, offlinePage } = BUILD;

/** Contains the base path, because several playbooks may share a host. */
const CACHE_PREFIX = `playbook ${base} `;
const FILE_CACHE = `${CACHE_PREFIX}${version} files`;
const PAGE_CACHE = `${CACHE_PREFIX}${version} pages`;

/** Largest number of visited pages in the cache; the oldest is removed first. */
const MAX_CACHED_PAGES = 100;
/** Largest number of cached pages that are fetched again for a new build. */
const MAX_REFRESHED_PAGES = 20;
/** Largest number of files that are cached when they are used, in addition to the precached ones. */
const MAX_CACHED_FILES = 200;

const urlOf = (path: string) => new URL(base + path, self.location.origin).href;
const precachedFiles = new Set(files.map(([path]) => path));

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const kind = kindOfRequest(event.request, self.location.origin, base, precachedFiles);
  if (kind === 'page') event.respondWith(respondWithPage(event));
  if (kind === 'manifest') event.respondWith(respondWithManifest(event));
  if (kind === 'file') event.respondWith(respondWithFile(event));
});

async function install() {
  const [fileCache, pageCache] = await Promise.all([caches.open(FILE_CACHE), caches.open(PAGE_CACHE)]);
  // Revalidates the browser's HTTP cache: a file of an older build would not match its hash.
  const revalidate: RequestInit = { cache: 'no-cache' };
  await fileCache.addAll(files.map(([path, integrity]) => new Request(urlOf(path), { ...revalidate, integrity })));
  await pageCache.addAll(pages.map((path) => new Request(urlOf(path), revalidate)));
  const visited = [...(await openPages()), ...(await pagesInOlderCaches())];
  await Promise.all([...new Set(visited)].slice(0, MAX_REFRESHED_PAGES).map((page) => refresh(pageCache, page)));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== FILE_CACHE && name !== PAGE_CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  // The browser requests a page while it starts the worker, instead of afterwards.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Returns the pages that are open, including the one that registered the worker: no worker has cached them yet. */
async function openPages(): Promise<string[]> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open.map(({ url }) => pageKey(url)).filter((url) => url.startsWith(urlOf('')));
}

/** Returns the pages that workers of older builds have cached, newest first. */
async function pagesInOlderCaches(): Promise<string[]> {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(CACHE_PREFIX) && name.endsWith(' pages') && name !== PAGE_CACHE,
  );
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests
    .flat()
    .map(({ url }) => url)
    .reverse();
}

async function refresh(cache: Cache, page: string) {
  try {
    const response = await fetch(page);
    if (isCacheable(response)) await cache.put(page, response);
  } catch {
    // The page is cached on the next visit instead.
  }
}

async function respondWithPage(event: FetchEvent): Promise<Response> {
  const key = pageKey(event.request.url);
  const cache = await caches.open(PAGE_CACHE);
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isCacheable(response)) {
      event.waitUntil(addToCache(cache, key, response.clone(), MAX_CACHED_PAGES + pages.length));
    }
    return response;
  } catch (error) {
    // Offline, no host redirects from /agents/x to /agents/x/.
    const cached =
      (await cache.match(key)) ?? (await cache.match(`${key}/`)) ?? (await cache.match(urlOf(offlinePage)));
    if (cached) return cached;
    throw error;
  }
}

/** The cached manifest belongs to the cached index and is never replaced: other files of a newer index may be missing. */
async function respondWithManifest({ request }: FetchEvent): Promise<Response> {
  const cached = await (await caches.open(FILE_CACHE)).match(pageKey(request.url));
  try {
    const response = await fetch(request);
    return response.ok ? response : (cached ?? response);
  } catch (error) {
    if (cached) return cached;
    throw error;
  }
}

async function respondWithFile(event: FetchEvent): Promise<Response> {
  const cache = await caches.open(FILE_CACHE);
  // Pagefind adds the time to the URLs of its index, to bypass other caches.
  const cached = await cache.match(event.request, { ignoreSearch: true });
  if (cached) return cached;
  const response = await fetch(event.request);
  if (isCacheable(response)) {
    event.waitUntil(addToCache(cache, pageKey(event.request.url), response.clone(), MAX_CACHED_FILES + files.length));
  }
  return response;
}

/**
 * Caches a response, and removes the oldest ones beyond the limit. Precached files and pages are never removed.
 * @param limit largest number of responses in the cache, precached ones included
 */
async function addToCache(cache: Cache, key: string, response: Response, limit: number) {
  await cache.put(key, response);
  const cached = (await cache.keys()).map(({ url }) => url);
  const precached = new Set([...files.map(([path]) => path), ...pages].map(urlOf));
  const oldest = cached.filter((url) => !precached.has(url)).slice(0, Math.max(0, cached.length - limit));
  await Promise.all(oldest.map((url) => cache.delete(url)));
}
