import { removeStored, writeStored, readStored } from '../../../lib/local-storage.ts';

/** Where it is kept what was searched for and read on this device. It never leaves the device. */
const RECENTS_KEY = 'playbook:recent';

/** More would be a history, not a help. */
const MOST_SEARCHES = 5;
const MOST_PAGES = 5;

/** A page that was opened. */
export interface RecentPage {
  /** With the base path, without a query. */
  url: string;
  title: string;
  /** The page above it: "Gates". Empty if there is none. */
  within: string;
}

/** Newest first. */
export interface Recents {
  searches: readonly string[];
  pages: readonly RecentPage[];
}

export const noRecents: Recents = { searches: [], pages: [] };

/** Reads what was kept; whatever is not what `writeRecents` writes is left out. */
export function readRecents(text: string): Recents {
  const kept = parse(text);
  if (!isRecord(kept)) return noRecents;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    searches: list(kept.searches)
      .filter((query) => typeof query === 'string')
      .slice(0, MOST_SEARCHES),
    pages: list(kept.pages).filter(isPage).slice(0, MOST_PAGES),
  };
}

/** Recents as text to keep; the inverse of `readRecents`. */
export function writeRecents({ searches, pages }: Recents): string {
  return JSON.stringify({ searches, pages });
}

/** With a search as the newest. Writing it differently (case, spaces) does not make it another one. */
export function withSearch(recents: Recents, query: string): Recents {
  const written = query.trim().replace(/\s+/g, ' ');
  if (written === '') return recents;
  const others = recents.searches.filter((other) => other.toLowerCase() !== written.toLowerCase());
  return { ...recents, searches: [written, ...others].slice(0, MOST_SEARCHES) };
}

/** With a page as the newest. */
export function withPage(recents: Recents, page: RecentPage): Recents {
  const others = recents.pages.filter(({ url }) => url !== page.url);
  return { ...recents, pages: [page, ...others].slice(0, MOST_PAGES) };
}

/** Without one search or page, named by its query or its address. */
export function without(recents: Recents, name: string): Recents {
  return {
    searches: recents.searches.filter((query) => query !== name),
    pages: recents.pages.filter(({ url }) => url !== name),
  };
}

/** What this device keeps; nothing if its store is blocked or holds something else. */
export function keptRecents(): Recents {
  const kept = readStored(RECENTS_KEY);
  return kept.worked && kept.text !== null ? readRecents(kept.text) : noRecents;
}

/**
 * Changes what this device keeps.
 * @returns whether it did; a store may be blocked or full, which costs only the keeping
 */
export function changeRecents(change: (recents: Recents) => Recents): boolean {
  const recents = change(keptRecents());
  const isEmpty = recents.searches.length === 0 && recents.pages.length === 0;
  return isEmpty ? removeStored(RECENTS_KEY) : writeStored(RECENTS_KEY, writeRecents(recents));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Another script may have written there: only an address of this host, and no script, becomes a link. */
function isPage(value: unknown): value is RecentPage {
  return (
    isRecord(value) &&
    typeof value.url === 'string' &&
    /^\/(?![/\\])/.test(value.url) &&
    typeof value.title === 'string' &&
    typeof value.within === 'string'
  );
}
