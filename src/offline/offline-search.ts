import { isSlow, savesData } from '../lib/connection.ts';
import { onIdle } from '../lib/on-idle.ts';
import type { SearchRequest, SearchStatus } from './messages.ts';

/** Largest search that is saved without being asked for, in bytes as sent. */
const MAX_SIZE_UNASKED = 500_000;

/**
 * Asks the service worker about offline search.
 * @returns its answer; never resolves on a site or in a browser without a service worker
 */
export async function askAboutSearch(request: SearchRequest): Promise<SearchStatus> {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<SearchStatus>) => {
      port1.close();
      resolve(data);
    };
    active?.postMessage(request, [port2]);
  });
}

let isPlanned = false;

/**
 * Saves the search for offline use when the browser is idle. Call it after a search that found something: readers who do not
 * search should not pay for it. Does nothing if the search is large, the connection is slow or the reader saves data.
 */
export function saveSearchOnIdle(): void {
  if (isPlanned || !('serviceWorker' in navigator) || savesData() || isSlow()) return;
  isPlanned = true;
  onIdle(() => void saveSearchIfSmall());
}

async function saveSearchIfSmall() {
  const { isSaved, size } = await askAboutSearch('status');
  if (!isSaved && size <= MAX_SIZE_UNASKED) await askAboutSearch('save');
}
