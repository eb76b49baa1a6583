/*
 * Decides how the service worker treats a request and a response. No side effects, so that unit tests need no browser.
 */

/**
 * - `page`: network first; the cached copy is used offline.
 * - `manifest` of the search index: network first. It names the build that all other index files belong to, and must be
 *   of the same build as the page.
 * - `file`: cache first, because its name changes with its content.
 * - `other`: not handled.
 */
export type RequestKind = 'page' | 'manifest' | 'file' | 'other';

/** The manifest of the search index, relative to the base path. */
export const MANIFEST = 'pagefind/search.json';

/** Folders whose file names change with the content, so that a cached file is never stale. */
const HASHED_FOLDERS = ['_astro/', 'pagefind/'];

/** Paths of files that a reader opens or downloads, other than pages. */
const files = /\.(?:json|md|png|txt|xml|zip)$/;

/** The parts of a request that decide its kind. */
type RequestParts = Pick<Request, 'method' | 'mode' | 'url'> & { headers: Pick<Headers, 'has'> };

/**
 * Classifies a request.
 * @param origin of the site
 * @param base the site's base path
 */
export function kindOfRequest(request: RequestParts, origin: string, base: string): RequestKind {
  const url = new URL(request.url);
  // A partial response must not be cached as the whole file.
  if (request.method !== 'GET' || request.headers.has('range')) return 'other';
  if (url.origin !== origin || !url.pathname.startsWith(base)) return 'other';
  const path = url.pathname.slice(base.length);
  // A file to read or to download is not a page, and must be current.
  if (request.mode === 'navigate') return files.test(path) ? 'other' : 'page';
  if (path === MANIFEST) return 'manifest';
  return HASHED_FOLDERS.some((folder) => path.startsWith(folder)) ? 'file' : 'other';
}

/** Whether a response may be cached: complete, successful, from this host, and not redirected. */
export function isCacheable({ status, type, redirected }: Pick<Response, 'status' | 'type' | 'redirected'>): boolean {
  return status === 200 && type === 'basic' && !redirected;
}

/** Returns the cache key of a page: its URL without query and fragment. */
export function pageKey(pageUrl: string): string {
  const url = new URL(pageUrl);
  url.search = '';
  url.hash = '';
  return url.href;
}
