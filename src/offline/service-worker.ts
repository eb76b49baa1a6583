import { isKeepable, kindOfRequest, pageKey } from './requests.ts';
import type { FetchEvent, Release, WorkerScope } from './worker-scope.ts';

/*
 * The service worker: search works without network after a first visit, and so do the pages that were visited.
 *
 * - What search needs is kept when the worker is installed (`files`, `pages`; the build decides which, see
 *   src/integrations/offline.ts, and states the limit). Each file is compared with the hash that the build had:
 *   what is kept is of one build, or nothing is.
 * - Pages come from the network as long as there is one, so nobody reads yesterday's. A copy is kept for later.
 * - Scripts and parts of the index have names that change with what is in them; they come from what is kept. Which
 *   build's index they are of, its manifest says: that comes from the network, too, so that a page of today does not
 *   search the index of yesterday.
 * - A new build is a new worker with a store of its own. It takes over as soon as it has everything, and deletes
 *   the stores of the builds before it. Pages that were kept are fetched anew for it.
 *
 * To be rid of it: publish a `service-worker.js` in its place that says
 *   self.addEventListener('install', () => self.skipWaiting());
 *   self.addEventListener('activate', (event) => event.waitUntil(
 *     caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))
 *       .then(() => self.registration.unregister())));
 * and leave it there: browsers ask for that address until they have seen the answer. Taking the file away is not
 * enough, because browsers then go on with the worker that they have.
 */

declare const self: WorkerScope;
/** Written in front of this script by the build. */
declare const RELEASE: Release;

const { version, base, files, pages, offlinePage } = RELEASE;

/** Another playbook may live on the same host. */
const OWN_STORES = `playbook ${base} `;
const FILES = `${OWN_STORES}${version} files`;
const PAGES = `${OWN_STORES}${version} pages`;

/** Visited pages that are kept; the oldest goes first. */
const MOST_PAGES = 100;
/** Of these, the ones that a new build fetches anew. */
const MOST_RENEWED = 20;
/** Parts of a large index that are kept because they were used, beside what is kept from the start. */
const MOST_USED_FILES = 200;

const address = (path: string) => new URL(base + path, self.location.origin).href;
const keptFiles = new Set(files.map(([path]) => path));

self.addEventListener('install', (event) => {
  event.waitUntil(install());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

self.addEventListener('fetch', (event) => {
  const kind = kindOfRequest(event.request, self.location.origin, base, keptFiles);
  if (kind === 'page') event.respondWith(answerPage(event));
  if (kind === 'manifest') event.respondWith(answerManifest(event));
  if (kind === 'file') event.respondWith(answerFile(event));
});

async function install() {
  const [fileStore, pageStore] = await Promise.all([caches.open(FILES), caches.open(PAGES)]);
  // Asks the host whether what the browser has is still right: a file of an older build would not match its hash.
  const fresh: RequestInit = { cache: 'no-cache' };
  await fileStore.addAll(files.map(([path, integrity]) => new Request(address(path), { ...fresh, integrity })));
  await pageStore.addAll(pages.map((path) => new Request(address(path), fresh)));
  const visited = [...(await openPages()), ...(await pagesOfOlderStores())];
  await Promise.all([...new Set(visited)].slice(0, MOST_RENEWED).map((page) => renew(pageStore, page)));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OWN_STORES) && name !== FILES && name !== PAGES);
  await Promise.all(older.map((name) => caches.delete(name)));
  // While the worker is being started, the browser asks the network already.
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

/** Pages that are open, the one that registered the worker among them: nothing has kept them so far. */
async function openPages(): Promise<string[]> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return open.map(({ url }) => pageKey(url)).filter((url) => url.startsWith(address('')));
}

/** Pages that older builds have kept, newest first. */
async function pagesOfOlderStores(): Promise<string[]> {
  const names = (await caches.keys()).filter(
    (name) => name.startsWith(OWN_STORES) && name.endsWith(' pages') && name !== PAGES,
  );
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests
    .flat()
    .map(({ url }) => url)
    .reverse();
}

async function renew(store: Cache, page: string) {
  try {
    const response = await fetch(page);
    if (isKeepable(response)) await store.put(page, response);
  } catch {
    // It is kept when it is visited again.
  }
}

async function answerPage(event: FetchEvent): Promise<Response> {
  const key = pageKey(event.request.url);
  const store = await caches.open(PAGES);
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request));
    if (isKeepable(response)) event.waitUntil(keep(store, key, response.clone(), MOST_PAGES + pages.length));
    return response;
  } catch (error) {
    // Without network nobody leads from /agents/x to /agents/x/.
    const kept =
      (await store.match(key)) ?? (await store.match(`${key}/`)) ?? (await store.match(address(offlinePage)));
    if (kept) return kept;
    throw error;
  }
}

/** The kept one is of the build that is kept, and stays: of a later build nothing else may be here. */
async function answerManifest({ request }: FetchEvent): Promise<Response> {
  const kept = await (await caches.open(FILES)).match(pageKey(request.url));
  try {
    const response = await fetch(request);
    return response.ok ? response : (kept ?? response);
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function answerFile(event: FetchEvent): Promise<Response> {
  const store = await caches.open(FILES);
  // The index is asked for with the time in its address, so that nothing on the way answers instead.
  const kept = await store.match(event.request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(event.request);
  if (isKeepable(response)) {
    event.waitUntil(keep(store, pageKey(event.request.url), response.clone(), MOST_USED_FILES + files.length));
  }
  return response;
}

/** Keeps an answer, and no more than there is room for. What is kept from the start is never given up. */
async function keep(store: Cache, key: string, response: Response, most: number) {
  await store.put(key, response);
  const kept = (await store.keys()).map(({ url }) => url);
  const fixed = new Set([...files.map(([path]) => path), ...pages].map(address));
  const oldest = kept.filter((url) => !fixed.has(url)).slice(0, Math.max(0, kept.length - most));
  await Promise.all(oldest.map((url) => store.delete(url)));
}
