import { onStorageChange } from '../../lib/local-storage.ts';

/**
 * Shows what is saved for each entry of a list: now, when storage has changed, and when a filter has put other entries
 * on the page.
 * @param list contains entries that name their key in `data-store`
 * @param signal ends it
 */
export function showSaved(list: HTMLElement, show: (entry: HTMLElement) => void, signal: AbortSignal): void {
  const showAll = (changed?: unknown) => {
    for (const entry of list.querySelectorAll<HTMLElement>('[data-store]')) {
      if (typeof changed !== 'string' || changed === entry.dataset.store) show(entry);
    }
  };
  showAll();
  onStorageChange(showAll, signal);
  list.addEventListener('filter', showAll, { signal });
}
