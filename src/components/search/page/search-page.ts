import { SearchClient } from '../../../search/browser/search-client.ts';
import type { Facets, FoundResult, SearchResult } from '../../../search/query/result-types.ts';
import { earlyInput } from '../../../lib/early-input.ts';
import { clearRecentsByButton } from '../recents/clear-recents.ts';
import { changeRecents, readRecents, withSearch } from '../recents/recents.ts';
import { renderNothing, renderStart } from '../shared/empty-states.ts';
import { patchChildren } from '../shared/patch-children.ts';
import { renderSections } from '../shared/render-results.ts';
import { adoptResultStyles } from '../shared/result-styles.ts';
import {
  emptySearch,
  isEmpty,
  isFiltered,
  isPlainClick,
  readSearch,
  searchOfLink,
  writeSearch,
  type SearchState,
} from '../shared/search-address.ts';
import { SearchSession } from '../shared/search-session.ts';
import { renderStatus } from '../shared/status-line.ts';
import { FacetBoxes } from './facet-boxes.ts';
import { wordsOfPath } from './words-of-path.ts';

/** Hits to show at first, and to add with each "Show more". */
const PAGE_SIZE = 20;

/**
 * `<search-page>`: the search form with filters, and results below. On the search page, the search is in the address:
 * typing replaces it, each filter adds a step to the browser's history. Elsewhere (`data-query-from="path"`) it
 * searches for the words of the path, and the form leads to the search page.
 */
class SearchPage extends HTMLElement {
  #lifetime?: AbortController;
  #client?: SearchClient;
  #session?: SearchSession;
  #boxes: FacetBoxes | undefined;
  /** The facets of the whole index, for the state before anything is typed; absent until they are loaded. */
  #allFacets: Facets | undefined;
  #state: SearchState = emptySearch;
  /** The search whose results are shown, perhaps only some of them. */
  #shown: SearchState | undefined;
  #limit = PAGE_SIZE;

  connectedCallback() {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    this.#lifetime = new AbortController();
    const restoreEarlyInput = earlyInput(form);
    const { signal } = this.#lifetime;
    this.#client = new SearchClient(this.dataset.base ?? '/');
    this.#session = new SearchSession(this.#client);
    adoptResultStyles();
    const filters = this.querySelector<HTMLElement>('[data-filters]');
    if (filters) {
      const onChange = () => {
        this.#search({ ...this.#state, filters: this.#boxes?.chosen ?? emptySearch.filters }, 'pushState');
      };
      this.#boxes = new FacetBoxes(filters, onChange, signal);
      collapseWhereNarrow(this.querySelector('details'), signal);
    }

    input.addEventListener('focus', () => this.#client?.warmUp(), { signal });
    input.addEventListener(
      'input',
      () => {
        this.#search({ ...this.#state, query: input.value.trim() }, 'replaceState');
      },
      { signal },
    );
    form.addEventListener('submit', this.#onSubmit, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    const emptyState = this.querySelector<HTMLElement>('[data-empty-state]');
    if (emptyState) clearRecentsByButton(emptyState, this.#showStart, signal);
    if (this.#hasSearchInAddress) addEventListener('popstate', this.#readAddress, { signal });
    this.#readAddress();
    restoreEarlyInput();
  }

  disconnectedCallback() {
    this.#lifetime?.abort();
    this.#session?.stop();
  }

  get #hasSearchInAddress() {
    return this.dataset.queryFrom === 'parameter';
  }

  /** The address of the search page. */
  get #searchPage() {
    return this.querySelector('form')?.action ?? '';
  }

  #readAddress = () => {
    const state = this.#hasSearchInAddress
      ? readSearch(new URL(location.href).searchParams)
      : { ...emptySearch, query: wordsOfPath(location.pathname) };
    this.#writeQuery(state);
    this.#search(state);
  };

  #writeQuery({ query }: SearchState) {
    const input = this.querySelector('input');
    if (input) input.value = query;
  }

  /** @param how to write the search to the address; absent if it is there already */
  #search(state: SearchState, how?: 'pushState' | 'replaceState') {
    this.#state = state;
    this.#limit = PAGE_SIZE;
    if (how && this.#hasSearchInAddress) this.#writeAddress(how);
    this.querySelector('[data-clear]')?.toggleAttribute('hidden', !isFiltered(state.filters));
    if (isEmpty(state)) {
      this.#session?.stop();
      this.#showStart();
    } else {
      void this.#showResults(how === undefined);
    }
  }

  #writeAddress(how: 'pushState' | 'replaceState') {
    const search = writeSearch(this.#state);
    if (search === location.search) return;
    try {
      history[how](null, '', location.pathname + search);
    } catch {
      // Browsers refuse too many changes in a short time. The results are still correct.
    }
  }

  /** @param atOnce whether to show only the last result: while a page opens, better results would move the earlier ones */
  async #showResults(atOnce = false) {
    const status = this.querySelector('[data-status]');
    if (status?.textContent === '') status.textContent = 'Searching…';
    const state = this.#state;
    let last: SearchResult | undefined;
    for await (const result of this.#session?.search(state, this.#limit) ?? []) {
      if (!atOnce) this.#show(result, state);
      last = result;
    }
    if (!atOnce || !last || state !== this.#state) return;
    if (last.state === 'found') await this.#addGroups(last, state);
    if (state === this.#state) this.#show(last, state);
  }

  /** Puts the groups of a page's first results below each other, one in each frame: all at once would hold up the page. */
  async #addGroups(result: FoundResult, state: SearchState) {
    const list = this.querySelector('[data-results]');
    if (!list || list.childElementCount > 0) return;
    for (const group of renderSections(result, state, this.#searchPage)) {
      if (state !== this.#state) return;
      list.append(group);
      await new Promise(requestAnimationFrame);
    }
  }

  #showStart = () => {
    this.#fill([], [], this.#hasSearchInAddress ? renderStart(readRecents(), this.#allFacets, this.#searchPage) : []);
    if (this.#allFacets) this.#boxes?.show(this.#allFacets, emptySearch.filters);
    else if (this.#hasSearchInAddress) void this.#loadAllFacets();
  };

  async #loadAllFacets() {
    this.#allFacets = await this.#client?.allFacets();
    this.setAttribute('data-answered', '');
    if (this.#allFacets && isEmpty(this.#state)) this.#showStart();
  }

  #show(result: SearchResult, state: SearchState) {
    const isSameSearch = this.#shown === state;
    this.#shown = state;
    this.setAttribute('data-answered', '');
    const status = renderStatus(result, state, this.#searchPage);
    if (result.state === 'unavailable' && isSameSearch) {
      // There are partial results, which are better than nothing.
      this.querySelector('[data-status]')?.replaceChildren(...status);
    } else if (result.state === 'found') {
      if (result.facets) this.#boxes?.show(result.facets, state.filters);
      const hasMore = result.total > result.hits.length;
      this.#fill(status, renderSections(result, state, this.#searchPage), [], hasMore);
    } else {
      this.#fill(status, [], result.state === 'nothing' ? renderNothing(result, state, this.#searchPage) : []);
    }
  }

  #fill(status: (Node | string)[], results: HTMLElement[], emptyState: HTMLElement[], hasMore = false) {
    this.querySelector('[data-status]')?.replaceChildren(...status);
    const list = this.querySelector('[data-results]');
    if (list) patchChildren(list, results);
    this.querySelector('[data-empty-state]')?.replaceChildren(...emptyState);
    this.querySelector('[data-more]')?.toggleAttribute('hidden', !hasMore);
  }

  #onSubmit = (event: SubmitEvent) => {
    this.#saveSearch();
    if (this.#hasSearchInAddress) event.preventDefault();
  };

  #onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a');
    if (link?.closest('[data-results]')) this.#saveSearch();
    if (link?.dataset.inPlace !== undefined && this.#hasSearchInAddress && isPlainClick(event)) {
      event.preventDefault();
      this.#searchInPlace(searchOfLink(link));
    } else if (target?.closest('[data-clear]')) {
      this.#searchInPlace({ ...this.#state, filters: emptySearch.filters });
    } else if (target?.closest('[data-more]')) {
      this.#limit += PAGE_SIZE;
      void this.#showResults();
    }
  };

  #searchInPlace(state: SearchState) {
    this.#writeQuery(state);
    this.querySelector('input')?.focus();
    this.#search(state, 'pushState');
  }

  #saveSearch() {
    const { query } = this.#state;
    changeRecents((recents) => withSearch(recents, query));
  }
}

/** Collapses the filters where they are above the results. Beside them they are always open (see the styles). */
function collapseWhereNarrow(details: HTMLDetailsElement | null, signal: AbortSignal) {
  const wide = matchMedia('(width >= 64rem)');
  const matchWidth = () => details?.toggleAttribute('open', wide.matches);
  wide.addEventListener('change', matchWidth, { signal });
  matchWidth();
}

customElements.define('search-page', SearchPage);
