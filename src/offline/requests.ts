/**
 * What the service worker does with a request: `page`, from the network and kept for when there is none; `manifest`
 * of the index, from the network, because it names the build that all other files are read from: that of the page,
 * which is from there, too; `file`, one whose name changes with what is in it, or that is kept from the start: kept
 * first; `other`: nothing.
 */
export type RequestKind = 'page' | 'manifest' | 'file' | 'other';

const MANIFEST = 'pagefind/search.json';

/** Folders of files that can be kept as soon as they are used: their names say what is in them. */
const KEPT_FOLDERS = ['_astro/', 'pagefind/'];

/** What of a request decides. */
type Asked = Pick<Request, 'method' | 'mode' | 'url'> & { headers: Pick<Headers, 'has'> };

/**
 * @param origin of the site
 * @param base its base path
 * @param kept paths of files that are kept from the start, relative to the base path
 */
export function kindOfRequest(request: Asked, origin: string, base: string, kept: ReadonlySet<string>): RequestKind {
  const url = new URL(request.url);
  // A part of a file would later be taken for the whole.
  if (request.method !== 'GET' || request.headers.has('range')) return 'other';
  if (url.origin !== origin || !url.pathname.startsWith(base)) return 'other';
  const path = url.pathname.slice(base.length);
  if (request.mode === 'navigate') return 'page';
  if (path === MANIFEST) return 'manifest';
  return kept.has(path) || KEPT_FOLDERS.some((folder) => path.startsWith(folder)) ? 'file' : 'other';
}

/** Whether an answer can stand for all later ones: whole, from this host, from this address, and no error. */
export function isKeepable({ status, type, redirected }: Pick<Response, 'status' | 'type' | 'redirected'>): boolean {
  return status === 200 && type === 'basic' && !redirected;
}

/** The address under which a page is kept: the same page, whatever its query and anchor. */
export function pageKey(address: string): string {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url.href;
}
