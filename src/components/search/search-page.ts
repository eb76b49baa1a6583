import { SearchEngine, type SearchOutcome } from '../../search/engine.ts';
import { announce } from '../common/announce.ts';
import { sayOutcome } from './messages.ts';
import { renderList } from './render-results.ts';

/** Agents shown at first, and by each "Show more". */
const PAGE_SIZE = 20;
/** Pause after the last key before searching, in milliseconds. */
const SEARCH_DELAY = 150;

/** `<search-page>`: the search form with its results below, and the query in the address. */
class SearchPage extends HTMLElement {
  #leaving?: AbortController;
  #engine?: SearchEngine;
  #timer?: ReturnType<typeof setTimeout>;
  #latest = 0;
  #limit = PAGE_SIZE;

  connectedCallback() {
    const input = this.querySelector('input');
    if (!input) return;
    this.#engine = new SearchEngine(this.dataset.base ?? '/');
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;

    input.value = this.#firstQuery();
    if (input.value !== '') void this.#search(input.value);
    // Whoever opens this page came to search.
    else if (this.#keepsAddress) this.#engine.warmUp();

    input.addEventListener(
      'focus',
      () => {
        this.#engine?.warmUp();
      },
      { signal },
    );
    input.addEventListener(
      'input',
      () => {
        clearTimeout(this.#timer);
        this.#limit = PAGE_SIZE;
        this.#timer = setTimeout(() => void this.#search(input.value), SEARCH_DELAY);
      },
      { signal },
    );
    this.querySelector('form')?.addEventListener(
      'submit',
      (event) => {
        if (!this.#keepsAddress) return;
        event.preventDefault();
        void this.#search(input.value);
      },
      { signal },
    );
    this.querySelector('[data-more]')?.addEventListener(
      'click',
      () => {
        this.#limit += PAGE_SIZE;
        void this.#search(input.value);
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    clearTimeout(this.#timer);
  }

  /** On the search page the address follows the query; elsewhere the form leads to the search page. */
  get #keepsAddress() {
    return this.dataset.queryFrom === 'parameter';
  }

  #firstQuery(): string {
    if (this.#keepsAddress) return new URL(location.href).searchParams.get('q') ?? '';
    const last = location.pathname.split('/').findLast((part) => part !== '') ?? '';
    return safelyDecoded(last)
      .replace(/\.\w+$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim();
  }

  async #search(written: string) {
    const query = written.trim();
    const number = ++this.#latest;
    if (this.#keepsAddress) {
      const address = new URL(location.href);
      if (query === '') address.searchParams.delete('q');
      else address.searchParams.set('q', query);
      history.replaceState(history.state, '', address);
    }
    if (query === '') {
      this.#show('', undefined);
      return;
    }
    this.#say('Searching…');
    const outcome = await this.#engine?.search({ query, limit: this.#limit });
    if (!outcome || number !== this.#latest) return;
    this.#show(sayOutcome(outcome, query), outcome);
  }

  #show(message: string, outcome: SearchOutcome | undefined) {
    this.#say(message);
    if (message !== '') announce(message);
    const found = outcome?.state === 'found' ? outcome : undefined;
    this.querySelector('[data-results]')?.replaceChildren(...(found ? [renderList(found.hits)] : []));
    this.querySelector('[data-more]')?.toggleAttribute('hidden', !found || found.total <= found.hits.length);
  }

  #say(message: string) {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = message;
  }
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('search-page', SearchPage);
