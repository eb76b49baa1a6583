import { warmUp } from '../../../search/browser/start-worker.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import type { DialogSearch } from './dialog-search.ts';

/**
 * `<search-dialog>` around a `<dialog>`: opens it from any `[data-opens-search]`, by `/`, and by Control or
 * Command K. Every page contains only this. The inside (dialog-search.ts) is loaded when the pointer
 * or the focus reaches the search. Text that is typed before is searched for as soon as it has loaded.
 */
class SearchDialog extends HTMLElement {
  #lifetime?: AbortController;
  #loading: Promise<DialogSearch> | undefined;

  connectedCallback() {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('pointerover', this.#onIntent, { signal });
    document.addEventListener('focusin', this.#onIntent, { signal });
  }

  disconnectedCallback() {
    this.#lifetime?.abort();
    this.#loading = undefined;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  #onKey = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey) return;
    const withModifier = event.ctrlKey || event.metaKey;
    const isShortcut = withModifier ? event.key.toLowerCase() === 'k' : event.key === '/' && !isTyping(event.target);
    if (!isShortcut) return;
    event.preventDefault();
    void this.#open();
  };

  #onClick = (event: MouseEvent) => {
    if (event.target === this.#dialog || isIn(event.target, 'search-dialog [data-close]')) {
      // The content covers the dialog, so a click on the dialog itself is on its backdrop.
      this.#dialog?.close();
    } else if (isIn(event.target, '[data-opens-search]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // With a modifier key the link opens the search page in a new tab or window, as any link does.
      event.preventDefault();
      void this.#open();
    }
  };

  #onIntent = ({ target }: Event) => {
    if (isIn(target, '[data-opens-search]')) this.#warmUp();
  };

  #warmUp() {
    // Opening the dialog tries again, and reports a failure.
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
      if (status) status.textContent = 'Search could not be loaded. Press Enter to go to the search page.';
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
    warmUp(this.dataset.base ?? '/');
    const { DialogSearch } = await import('./dialog-search.ts');
    return new DialogSearch(this, this.#lifetime?.signal ?? AbortSignal.abort());
  }
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/**
 * Whether a key event belongs to a visible text field. Right after the dialog was closed, its hidden field has the
 * focus until the next frame.
 */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  return target.isContentEditable || target.matches('input, textarea, select');
}

customElements.define('search-dialog', SearchDialog);
