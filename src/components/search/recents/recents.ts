import { removeStored, writeStored, readStored } from '../../../lib/local-storage.ts';
import { isRecord, parseJson } from '../../../lib/safe-json.ts';

/** The storage key of recent searches and pages. They never leave the device. */
const RECENTS_KEY = 'playbook:recent';

const MAX_SEARCHES = 5;
const MAX_PAGES = 5;

/** A page that was opened. */
interface RecentPage {
  /** With the base path, without a query. */
  url: string;
  title: string;
  /** Title of the page above it, such as "Gates"; empty if there is none. */
  within: string;
}

/** Newest first. */
export interface Recents {
  searches: readonly string[];
  pages: readonly RecentPage[];
}

export const noRecents: Recents = { searches: [], pages: [] };

/** Parses stored recents. Leaves out everything that `formatRecents` does not write. */
export function parseRecents(text: string): Recents {
  const stored = parseJson(text);
  if (!isRecord(stored)) return noRecents;
  const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
  return {
    searches: list(stored.searches)
      .filter((query) => typeof query === 'string')
      .slice(0, MAX_SEARCHES),
    pages: list(stored.pages).filter(isRecentPage).slice(0, MAX_PAGES),
  };
}

/** Formats recents for storage; the inverse of `parseRecents`. */
export function formatRecents({ searches, pages }: Recents): string {
  return JSON.stringify({ searches, pages });
}

/** Adds a search as the newest. It replaces one that differs only in case or spaces. */
export function withSearch(recents: Recents, query: string): Recents {
  const normalized = query.trim().replace(/\s+/g, ' ');
  if (normalized === '') return recents;
  const others = recents.searches.filter((other) => other.toLowerCase() !== normalized.toLowerCase());
  return { ...recents, searches: [normalized, ...others].slice(0, MAX_SEARCHES) };
}

/** Adds a page as the newest. */
export function withPage(recents: Recents, page: RecentPage): Recents {
  const others = recents.pages.filter(({ url }) => url !== page.url);
  return { ...recents, pages: [page, ...others].slice(0, MAX_PAGES) };
}

/** Removes a search, by its query, or a page, by its address. */
export function without(recents: Recents, name: string): Recents {
  return {
    searches: recents.searches.filter((query) => query !== name),
    pages: recents.pages.filter(({ url }) => url !== name),
  };
}

/** Reads the recents of this device; none if storage is blocked or contains something else. */
export function readRecents(): Recents {
  const stored = readStored(RECENTS_KEY);
  return stored.worked && stored.text !== null ? parseRecents(stored.text) : noRecents;
}

/** @returns whether the change was saved; storage may be blocked or full */
export function changeRecents(change: (recents: Recents) => Recents): boolean {
  const recents = change(readRecents());
  const isEmpty = recents.searches.length === 0 && recents.pages.length === 0;
  return isEmpty ? removeStored(RECENTS_KEY) : writeStored(RECENTS_KEY, formatRecents(recents));
}

/** Other scripts can write to storage too: only a path on this site may become a link. */
function isRecentPage(value: unknown): value is RecentPage {
  return (
    isRecord(value) &&
    typeof value.url === 'string' &&
    /^\/(?![/\\])/.test(value.url) &&
    typeof value.title === 'string' &&
    typeof value.within === 'string'
  );
}
