import { SearchClient } from '../../../search/browser/search-client.ts';
import type { Facets, SearchResult } from '../../../search/query/result-types.ts';
import { isComposing } from '../../../lib/is-composing.ts';
import { clearRecentsByButton } from '../recents/clear-recents.ts';
import { changeRecents, readRecents, withSearch } from '../recents/recents.ts';
import { EMPTY_STATE_LINKS, renderNothing, renderStart } from '../shared/empty-states.ts';
import { renderOptions } from '../shared/render-results.ts';
import { adoptResultStyles } from '../shared/result-styles.ts';
import {
  emptySearch,
  isEmpty,
  isPlainClick,
  searchOfLink,
  writeSearch,
  type SearchState,
} from '../shared/search-address.ts';
import { SearchSession } from '../shared/search-session.ts';
import { renderStatus } from '../shared/status-line.ts';
import { FacetMenus } from './facet-menus.ts';
import { goToHit } from './go-to-hit.ts';
import { OptionList } from './option-list.ts';
import { fitVisualViewport } from './visual-viewport.ts';

/** Maximum number of hits to request; the search page shows more. */
const MAX_HITS = 30;

/**
 * The inside of the search dialog: a combobox over the search index (ARIA Authoring Practices, editable combobox with
 * list autocomplete), filters, and an empty state while nothing is typed or found.
 *
 * The keys, with the focus in the field (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/):
 * - Down and Up move through all results across groups, and wrap.
 * - Home and End move in the text; once an arrow key was pressed, in the results.
 * - Enter opens the active result, Control or Command Enter in a new tab; without results, the search page.
 * - Tab moves to the filters; Escape closes.
 * - Without results, Down moves into the empty state, where Up and Down move between its links.
 */
export class DialogSearch {
  readonly #host: HTMLElement;
  readonly #client: SearchClient;
  readonly #session: SearchSession;
  readonly #filters: FacetMenus;
  readonly #options: OptionList;
  /** The facets of the whole index, for the state before anything is typed; absent until they are loaded. */
  #allFacets: Facets | undefined;
  #state: SearchState = emptySearch;
  /** The search whose results are shown. */
  #shown: SearchState | undefined;

  /**
   * @param host the `<search-dialog>`
   * @param signal removes all listeners
   */
  constructor(host: HTMLElement, signal: AbortSignal) {
    this.#host = host;
    this.#client = new SearchClient(host.dataset.base ?? '/');
    adoptResultStyles();
    this.#session = new SearchSession(this.#client);
    this.#options = new OptionList(this.#input, this.#find('[role=listbox]', HTMLElement));
    const onFilter = () => {
      this.#search({ ...this.#state, filters: this.#filters.chosen });
    };
    this.#filters = new FacetMenus(this.#find('[data-filters]', HTMLElement), onFilter, signal);

    this.#input.addEventListener('input', this.#searchTyped, { signal });
    this.#input.addEventListener('keydown', this.#onKey, { signal });
    this.#emptyState.addEventListener('keydown', this.#onEmptyStateKey, { signal });
    this.#dialog.addEventListener('click', this.#onClick, { signal });
    this.#dialog.addEventListener('submit', this.#onSubmit, { signal });
    this.#dialog.addEventListener('close', this.#onClose, { signal });
    signal.addEventListener('abort', () => {
      this.#session.stop();
    });
    clearRecentsByButton(this.#emptyState, this.#searchTyped, signal);
    fitVisualViewport(this.#dialog, signal);
  }

  /** Must be called after the dialog was opened. Searches for text that was typed before this script was loaded. */
  begin(): void {
    const query = this.#input.value.trim();
    if (this.#shown?.query !== query) this.#searchTyped();
  }

  get #dialog() {
    return this.#find('dialog', HTMLDialogElement);
  }

  get #input() {
    return this.#find('input', HTMLInputElement);
  }

  get #emptyState() {
    return this.#find('[data-empty-state]', HTMLElement);
  }

  get #status() {
    return this.#find('[data-status]', HTMLElement);
  }

  /** The address of the search page. */
  get #searchPage() {
    return this.#find('form', HTMLFormElement).action;
  }

  #find<Type extends Element>(selector: string, type: abstract new () => Type): Type {
    const found = this.#host.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`<search-dialog> lacks ${selector}`);
    return found;
  }

  #searchTyped = () => {
    this.#search({ ...this.#state, query: this.#input.value.trim() });
  };

  #search(state: SearchState) {
    this.#state = state;
    if (isEmpty(state)) {
      this.#session.stop();
      this.#showStart();
    } else {
      if (!this.#shown) this.#status.textContent = 'Searching…';
      void this.#showResults(state);
    }
  }

  async #showResults(state: SearchState) {
    for await (const result of this.#session.search(state, MAX_HITS)) this.#show(result, state);
  }

  #showStart() {
    this.#shown = undefined;
    this.#status.textContent = 'Type the name of an agent, a task or a tool.';
    this.#fill([], renderStart(readRecents(), this.#allFacets, this.#searchPage));
    if (this.#allFacets) this.#filters.show(this.#allFacets, emptySearch.filters);
    else void this.#loadAllFacets();
  }

  async #loadAllFacets() {
    this.#allFacets = await this.#client.allFacets();
    if (this.#allFacets && isEmpty(this.#state)) this.#showStart();
  }

  #show(result: SearchResult, state: SearchState) {
    const isSameSearch = this.#shown === state;
    this.#shown = result.state === 'unavailable' ? undefined : state;
    this.#status.replaceChildren(...renderStatus(result, state, this.#searchPage));
    if (result.state === 'found') {
      if (result.facets) this.#filters.show(result.facets, state.filters);
      this.#fill(renderOptions(result, state, this.#searchPage), [], isSameSearch);
    } else if (result.state === 'nothing') {
      this.#fill([], renderNothing(result, state, this.#searchPage));
    } else if (!isSameSearch) {
      // Otherwise there are partial results, which are better than nothing.
      this.#fill([], []);
    }
  }

  /** Shows results or an empty state: one of the two is always empty. */
  #fill(groups: readonly HTMLElement[], emptyState: readonly HTMLElement[], isSameSearch = false) {
    this.#options.show(groups, isSameSearch);
    this.#emptyState.replaceChildren(...emptyState);
    this.#emptyState.hidden = emptyState.length === 0;
  }

  #onKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' && this.#options.isEmpty) this.#focusLink(event, 0);
    else if (event.key === 'Enter' && this.#options.active) this.#open(event, this.#options.active);
    else if (this.#options.move(event.key)) event.preventDefault();
  };

  #open(event: KeyboardEvent, link: HTMLAnchorElement) {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.#saveSearch();
      open(link.href, '_blank', 'noopener');
    } else {
      link.click();
    }
  }

  #onEmptyStateKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const link = event.target instanceof Element ? event.target.closest(EMPTY_STATE_LINKS) : null;
    if (isComposing(event) || by === undefined || !link) return;
    this.#focusLink(event, [...this.#emptyState.querySelectorAll(EMPTY_STATE_LINKS)].indexOf(link) + by);
  };

  /** Focuses a link of the empty state; the field is above the first one. */
  #focusLink(event: KeyboardEvent, index: number) {
    const links = [...this.#emptyState.querySelectorAll<HTMLElement>(EMPTY_STATE_LINKS)];
    const next = index < 0 ? this.#input : links[index];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    if (link.role === 'option') this.#saveSearch();
    if (!isPlainClick(event)) return;
    if (link.dataset.inPlace !== undefined) {
      event.preventDefault();
      const state = searchOfLink(link);
      this.#input.value = state.query;
      this.#input.focus();
      this.#search(state);
    } else {
      this.#dialog.close();
      goToHit(event, link);
    }
  };

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#saveSearch();
    location.assign(this.#searchPage + writeSearch(this.#state));
  };

  #saveSearch() {
    const { query } = this.#state;
    changeRecents((recents) => withSearch(recents, query));
  }

  #onClose = () => {
    // The event comes some time after the dialog was closed: the reader may have opened it again, and typed.
    if (!this.#dialog.open) this.#session.stop();
  };
}
