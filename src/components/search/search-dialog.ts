import { SearchEngine } from '../../search/engine.ts';
import { announce } from '../common/announce.ts';
import { sayOutcome } from './messages.ts';
import { renderOptions } from './render-results.ts';

const INVITATION = 'Type a word: an agent, a task, a tool.';
/** Results in the dialog; the search page shows more. */
const MOST_HITS = 20;
/** Pause after the last key before searching, in milliseconds. */
const SEARCH_DELAY = 60;
/** Pause before the number of results is announced, so that typing is not interrupted. */
const ANNOUNCE_DELAY = 600;

/**
 * `<search-dialog>` around a `<dialog>`: a combobox (ARIA Authoring Practices, editable combobox with list
 * autocomplete) over the search index. Opens from any `[data-opens-search]`, `/`, and Control or Command K.
 */
class SearchDialog extends HTMLElement {
  #leaving?: AbortController;
  #engine?: SearchEngine;
  #searchTimer?: ReturnType<typeof setTimeout>;
  #announceTimer?: ReturnType<typeof setTimeout>;
  /** Counts searches, so that a slow answer never overwrites a newer one. */
  #latest = 0;
  #active = -1;

  connectedCallback() {
    this.#engine = new SearchEngine(this.dataset.base ?? '/');
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const on = <Type extends keyof DocumentEventMap>(type: Type, handle: (event: DocumentEventMap[Type]) => void) => {
      document.addEventListener(type, handle, { signal });
    };
    on('keydown', (event) => {
      this.#onShortcut(event);
    });
    on('click', (event) => {
      this.#onOpenerClick(event);
    });
    // Loading begins when someone reaches for search, so that it is there by the time they type.
    on('pointerover', (event) => {
      this.#onReach(event);
    });
    on('focusin', (event) => {
      this.#onReach(event);
    });

    this.#input.addEventListener(
      'input',
      () => {
        this.#onInput();
      },
      { signal },
    );
    this.#input.addEventListener(
      'keydown',
      (event) => {
        this.#onKey(event);
      },
      { signal },
    );
    this.#dialog.addEventListener(
      'click',
      (event) => {
        this.#onDialogClick(event);
      },
      { signal },
    );
    this.#dialog.addEventListener(
      'close',
      () => {
        this.#latest++;
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    clearTimeout(this.#searchTimer);
    clearTimeout(this.#announceTimer);
  }

  get #dialog() {
    return this.#find('dialog', HTMLDialogElement);
  }

  get #input() {
    return this.#find('input', HTMLInputElement);
  }

  get #list() {
    return this.#find('[role=listbox]', HTMLElement);
  }

  get #options() {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role=option]')];
  }

  #find<Type extends Element>(selector: string, type: abstract new () => Type): Type {
    const found = this.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`<search-dialog> lacks ${selector}`);
    return found;
  }

  #open() {
    if (this.#dialog.open) return;
    this.#engine?.warmUp();
    this.#dialog.showModal();
    this.#input.select();
    if (this.#input.value.trim() === '') this.#show(INVITATION, []);
  }

  #onShortcut(event: KeyboardEvent) {
    const withModifier = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
    if (!withModifier && !slash) return;
    event.preventDefault();
    this.#open();
  }

  #onOpenerClick(event: MouseEvent) {
    // With a modifier the link opens the search page elsewhere, as any link does.
    if (event.ctrlKey || event.metaKey || event.shiftKey || !isOpener(event.target)) return;
    event.preventDefault();
    this.#open();
  }

  #onReach(event: Event) {
    if (isOpener(event.target)) this.#engine?.warmUp();
  }

  #onDialogClick(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : undefined;
    // A click on the dialog itself is one on its backdrop: what it shows covers all the rest.
    if (target === this.#dialog || target?.closest('[data-close], [role=option]')) this.#dialog.close();
  }

  #onInput() {
    clearTimeout(this.#searchTimer);
    const query = this.#input.value.trim();
    if (query === '') {
      this.#latest++;
      this.#show(INVITATION, []);
    } else {
      this.#searchTimer = setTimeout(() => void this.#search(query), SEARCH_DELAY);
    }
  }

  async #search(query: string) {
    const number = ++this.#latest;
    if (this.#options.length === 0) this.#show('Searching…', []);
    const outcome = await this.#engine?.search({ query, limit: MOST_HITS });
    if (!outcome || number !== this.#latest) return;
    const message = sayOutcome(outcome, query);
    this.#show(message, outcome.state === 'found' ? renderOptions(outcome.hits, 'playbook:option-') : []);
    clearTimeout(this.#announceTimer);
    this.#announceTimer = setTimeout(() => {
      announce(message);
    }, ANNOUNCE_DELAY);
  }

  #show(message: string, options: HTMLElement[]) {
    this.#find('.search-status', HTMLElement).textContent = message;
    this.#list.replaceChildren(...options);
    this.#list.scrollTop = 0;
    this.#input.setAttribute('aria-expanded', String(options.length > 0));
    this.#activate(options.length > 0 ? 0 : -1);
  }

  #activate(index: number) {
    const options = this.#options;
    options[this.#active]?.setAttribute('aria-selected', 'false');
    options.forEach((option) => {
      option.setAttribute('aria-selected', 'false');
    });
    this.#active = index;
    const option = options[index];
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.#input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.#input.removeAttribute('aria-activedescendant');
    }
  }

  #onKey(event: KeyboardEvent) {
    const count = this.#options.length;
    if (event.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') this.#activate((this.#active + 1) % count);
    else if (event.key === 'ArrowUp') this.#activate((this.#active - 1 + count) % count);
    else if (event.key === 'Enter') this.#follow(event);
    else return;
    event.preventDefault();
  }

  #follow(event: KeyboardEvent) {
    const option = this.#options[this.#active];
    if (!option) return;
    if (event.ctrlKey || event.metaKey) {
      open(option.href, '_blank', 'noopener');
    } else {
      option.click();
    }
  }
}

function isOpener(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-opens-search]') !== null;
}

/** Whether the key belongs to a field that someone writes in. */
function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

customElements.define('search-dialog', SearchDialog);
