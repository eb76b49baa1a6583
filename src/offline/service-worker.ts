import type { SearchStatus } from './messages.ts';
import { isCacheable, kindOfRequest, MANIFEST, pageKey } from './requests.ts';
import type { BuildInfo, FetchEvent, MessageEventOfWorker, SearchFiles, WorkerScope } from './worker-scope.ts';

/*
 * The service worker: visited pages work offline, and search does once it has been saved.
 *
 * - Installation caches the open pages and the offline page, and nothing else: a first visit must not cost a phone's
 *   data for what its reader may never use.
 * - A page asks to save the search (offline-search.ts). Each file is compared with its hash from the build, so that either
 *   everything is saved and of the same build, or nothing is.
 * - Pages are fetched from the network first, so that readers never see an outdated page while online. A copy is cached.
 * - Scripts and index files have names that change with their content, so they are served from the cache first. The
 *   manifest of the search index says which build's index files a page needs. It is fetched from the network first, so
 *   that a new page does not search an old index.
 * - Each build has a worker with its own caches. If the search was saved, a new worker saves its own before it takes
 *   over; if it cannot, it does not take over. Cached pages are fetched again for it. Then it deletes the caches of older builds.
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

const { version, base, offlinePage, searchFiles, searchSize } = BUILD;

/** Contains the base path, because several playbooks may share a host. */
const CACHE_PREFIX = `playbook ${base} `;
const FILE_CACHE = `${CACHE_PREFIX}${version} files`;
const PAGE_CACHE = `${CACHE_PREFIX}${version} pages`;
/** Contains everything that search needs, or nothing. */
const SEARCH_CACHE = `${CACHE_PREFIX}${version} search`;

/** Largest number of visited pages in the cache; the oldest is removed first. */
const MAX_CACHED_PAGES = 100;
/** Largest number of cached pages that are fetched again for a new build. */
const MAX_REFRESHED_PAGES = 20;
/** Largest number of files that are cached when they are used. */
const MAX_CACHED_FILES = 200;

const urlOf = (path: string) => new URL(base + path, self.location.origin).href;
/** Makes the browser compare its HTTP cache with the server: a file of an older build would not match its hash. */
const REVALIDATE: RequestInit = { cache: 'no-cache' };

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const kind = kindOfRequest(event.request, self.location.origin, base);
  if (kind === 'page') event.respondWith(respondWithPage(event));
  if (kind === 'manifest') event.respondWith(respondWithManifest(event));
  if (kind === 'file') event.respondWith(respondWithFile(event));
});

self.addEventListener('message', (event) => {
  event.waitUntil(event.data === 'visited' ? addVisited(event) : answer(event));
});

async function install() {
  const cache = await caches.open(PAGE_CACHE);
  await cache.add(new Request(urlOf(offlinePage), REVALIDATE));
  const names = (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
  const savedSearches = names.filter((name) => name.endsWith(' search'));
  const saved = await Promise.all(savedSearches.map((cacheName) => caches.match(urlOf(MANIFEST), { cacheName })));
  if (saved.some((manifest) => manifest)) await saveSearch();
  const older = names.filter((name) => name.endsWith(' pages') && name !== PAGE_CACHE);
  const visited = [...(await openPages()), ...(await pagesIn(older))];
  // On the first visit, the browser has just loaded the page.
  const request: RequestInit = older.length === 0 ? { cache: 'force-cache' } : REVALIDATE;
  await Promise.all([...new Set(visited)].slice(0, MAX_REFRESHED_PAGES).map((page) => refresh(cache, page, request)));
  await self.skipWaiting();
}

/** Takes over a page that was requested before the worker was active, and caches it (register.ts). */
async function addVisited({ source }: MessageEventOfWorker) {
  await self.clients.claim();
  const page = source && pageKey(source.url);
  if (page && !(await caches.match(page, { cacheName: PAGE_CACHE })))
    await refresh(await caches.open(PAGE_CACHE), page);
}

/** Answers a request of a page (offline-search.ts). */
async function answer({ data, ports }: MessageEventOfWorker) {
  // If saving fails, the answer says so.
  if (data === 'save' && !(await isSearchSaved())) await saveSearch().catch(() => undefined);
  const status: SearchStatus = { isSaved: await isSearchSaved(), size: searchSize };
  ports[0]?.postMessage(status);
}

async function isSearchSaved(): Promise<boolean> {
  return (await savedForSearch(urlOf(MANIFEST))) !== undefined;
}

/**
 * Saves everything that search needs.
 * @throws if a file is missing or of another build; then nothing is saved
 */
async function saveSearch() {
  const request = (path: string, integrity = '') => new Request(urlOf(path), { ...REVALIDATE, integrity });
  const list = await fetch(request(...searchFiles));
  const { files, pages } = (await list.json()) as SearchFiles;
  const cache = await caches.open(SEARCH_CACHE);
  // Caches all of them or none.
  await cache.addAll([...files.map(([path, hash]) => request(path, hash)), ...pages.map((page) => request(page))]);
}

async function activate() {
  const names = await caches.keys();
  const current = [FILE_CACHE, PAGE_CACHE, SEARCH_CACHE];
  const older = names.filter((name) => name.startsWith(CACHE_PREFIX) && !current.includes(name));
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

/** Returns the pages in these caches, newest first. */
async function pagesIn(names: readonly string[]): Promise<string[]> {
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests
    .flat()
    .map(({ url }) => url)
    .reverse();
}

async function refresh(cache: Cache, page: string, request = REVALIDATE) {
  try {
    const response = await fetch(page, request);
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
      event.waitUntil(addToCache(cache, key, response.clone(), MAX_CACHED_PAGES));
    }
    return response;
  } catch (error) {
    // Offline, no host redirects from /agents/x to /agents/x/.
    const cached =
      (await cache.match(key)) ??
      (await cache.match(`${key}/`)) ??
      (await savedForSearch(key)) ??
      (await cache.match(urlOf(offlinePage)));
    if (cached) return cached;
    throw error;
  }
}

/** The saved manifest belongs to the saved index and is never replaced: other files of a newer index may be missing. */
async function respondWithManifest({ request }: FetchEvent): Promise<Response> {
  try {
    const response = await fetch(request);
    return response.ok ? response : ((await savedForSearch(request.url)) ?? response);
  } catch (error) {
    const saved = await savedForSearch(request.url);
    if (saved) return saved;
    throw error;
  }
}

async function respondWithFile(event: FetchEvent): Promise<Response> {
  // Pagefind adds the time to the URLs of its index, to bypass other caches.
  const key = pageKey(event.request.url);
  const cache = await caches.open(FILE_CACHE);
  const cached = (await cache.match(key)) ?? (await savedForSearch(key));
  if (cached) return cached;
  const response = await fetch(event.request);
  if (isCacheable(response)) event.waitUntil(addToCache(cache, key, response.clone(), MAX_CACHED_FILES));
  return response;
}

/** Returns the response for a URL, if the search needs it and is saved. */
function savedForSearch(url: string): Promise<Response | undefined> {
  return caches.match(pageKey(url), { cacheName: SEARCH_CACHE });
}

/**
 * Caches a response, and removes the oldest ones beyond the limit, except the offline page.
 * @param limit largest number of responses in the cache
 */
async function addToCache(cache: Cache, key: string, response: Response, limit: number) {
  await cache.put(key, response);
  const cached = (await cache.keys()).map(({ url }) => url);
  const removable = cached.filter((url) => url !== urlOf(offlinePage));
  await Promise.all(removable.slice(0, Math.max(0, cached.length - limit)).map((url) => cache.delete(url)));
}
