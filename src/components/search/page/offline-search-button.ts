import { askAboutSearch } from '../../../offline/offline-search.ts';
import type { SearchStatus } from '../../../offline/messages.ts';

/**
 * `<offline-search>`: a button that saves the search for offline use, and says whether it is saved. It stays empty on a
 * site or in a browser without a service worker.
 */
class OfflineSearch extends HTMLElement {
  #button = document.createElement('button');
  #status = document.createElement('p');

  connectedCallback() {
    if (!('serviceWorker' in navigator) || this.hasChildNodes()) return;
    this.#button.type = 'button';
    this.#button.className = 'button';
    this.#button.addEventListener('click', () => void this.#save());
    this.#status.role = 'status';
    void askAboutSearch('status').then((status) => {
      this.append(this.#button, this.#status);
      this.#show(status, '');
    });
  }

  async #save() {
    if (this.#button.ariaDisabled !== null) return;
    this.#status.textContent = 'Saving…';
    // Not disabled, so that it does not lose the focus.
    this.#button.ariaDisabled = 'true';
    const status = await askAboutSearch('save');
    this.#button.ariaDisabled = null;
    this.#show(status, 'The search could not be saved. Reload the page and try again.');
  }

  /** @param otherwise the text if the search is not saved */
  #show({ isSaved, size }: SearchStatus, otherwise: string) {
    this.#button.hidden = isSaved;
    this.#button.textContent = `Save search for offline use (${formatSize(size)})`;
    this.#status.textContent = isSaved ? 'Search is saved on this device and works offline.' : otherwise;
  }
}

/** Formats a size in bytes: `236 kB`, `1.4 MB`. */
function formatSize(bytes: number): string {
  const kilobytes = bytes / 1000;
  return kilobytes < 1000 ? `${String(Math.ceil(kilobytes))} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

customElements.define('offline-search', OfflineSearch);
