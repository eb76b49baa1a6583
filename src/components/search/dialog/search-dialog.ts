import { preloadIndex } from '../../../search/browser/manifest.ts';
import { isFast } from '../../../lib/connection.ts';
import { onIdle } from '../../../lib/on-idle.ts';
import type { DialogSearch } from './dialog-search.ts';

/**
 * `<search-dialog>` around a `<dialog>`: opens it from any `[data-opens-search]`, by `/`, and by Control or
 * Command K. That is all that every page needs. What happens inside (dialog-search.ts, with the engine) is
 * loaded when someone reaches for search, or beforehand where the connection is fast; what is typed until then
 * is searched as soon as it is there.
 */
class SearchDialog extends HTMLElement {
  #leaving?: AbortController;
  #loading: Promise<DialogSearch> | undefined;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    document.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('pointerover', this.#onReach, { signal });
    document.addEventListener('focusin', this.#onReach, { signal });
    onIdle(() => {
      if (isFast()) this.#warmUp();
    }, signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.#loading = undefined;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.altKey) return;
    const withModifier = event.ctrlKey || event.metaKey;
    const isShortcut = withModifier ? event.key.toLowerCase() === 'k' : event.key === '/' && !isTyping(event.target);
    if (!isShortcut) return;
    event.preventDefault();
    void this.#open();
  };

  #onClick = (event: MouseEvent) => {
    if (event.target === this.#dialog || isIn(event.target, 'search-dialog [data-close]')) {
      // What the dialog shows covers it: a click on the dialog itself is one on its backdrop.
      this.#dialog?.close();
    } else if (isIn(event.target, '[data-opens-search]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // With a modifier the link opens the search page elsewhere, as any link does.
      event.preventDefault();
      void this.#open();
    }
  };

  #onReach = ({ target }: Event) => {
    if (isIn(target, '[data-opens-search]')) this.#warmUp();
  };

  #warmUp() {
    // Should it fail, opening tries again, and says so.
    this.#load().catch(() => undefined);
  }

  async #open() {
    if (this.#dialog?.open === true) return;
    this.#dialog?.showModal();
    this.querySelector('input')?.select();
    try {
      (await this.#load()).begin();
    } catch {
      const status = this.querySelector('[data-status]');
      if (status) status.textContent = 'Search could not be loaded. Enter leads to the search page.';
    }
  }

  #load(): Promise<DialogSearch> {
    this.#loading ??= this.#attach().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #attach() {
    preloadIndex(this.dataset.base ?? '/');
    const { DialogSearch } = await import('./dialog-search.ts');
    return new DialogSearch(this, this.#leaving?.signal ?? AbortSignal.abort());
  }
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/**
 * Whether a key pressed there belongs to a field that someone writes in. One that is hidden has the focus until
 * the next frame: the dialog's own, right after it was closed.
 */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

customElements.define('search-dialog', SearchDialog);
