import { SearchEngine } from '../../../search/browser/engine.ts';
import type { Facets, SearchOutcome } from '../../../search/query/result-types.ts';
import { earlyInput } from '../../../lib/early-input.ts';
import { FacetBoxes } from './facet-boxes.ts';
import { forgetByButton } from '../recents/clear-recents.ts';
import { keepChildren } from '../shared/patch-children.ts';
import { renderNothing, renderStart } from '../shared/empty-states.ts';
import { changeRecents, keptRecents, withSearch } from '../recents/recents.ts';
import { renderSections } from '../shared/render-results.ts';
import { adoptResultStyles } from '../shared/result-styles.ts';
import {
  isEmpty,
  isFiltered,
  isPlainClick,
  noQuestion,
  questionOf,
  readQuestion,
  writeQuestion,
  type Question,
} from '../shared/search-address.ts';
import { SearchSession } from '../shared/search-session.ts';
import { renderStatus } from '../shared/status-line.ts';

/** Results shown at first, and added by each "Show more". */
const PAGE_SIZE = 20;

/**
 * `<search-page>`: the search form with filters and results below. On the search page the question is in the
 * address: what is typed replaces it, each filter is a step of the browser's history. Elsewhere
 * (`data-query-from="path"`) the words of the path are searched, and the form leads to the search page.
 */
class SearchPage extends HTMLElement {
  #leaving?: AbortController;
  #engine?: SearchEngine;
  #session?: SearchSession;
  #boxes: FacetBoxes | undefined;
  #everything: Facets | undefined;
  #question: Question = noQuestion;
  /** The question whose answer is on show, perhaps only a part of it. */
  #answered: Question | undefined;
  #limit = PAGE_SIZE;

  connectedCallback() {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (!input || !form) return;
    this.#leaving = new AbortController();
    const repeatEarly = earlyInput(form);
    const { signal } = this.#leaving;
    this.#engine = new SearchEngine(this.dataset.base ?? '/');
    this.#session = new SearchSession(this.#engine, this.#show);
    adoptResultStyles();
    const filters = this.querySelector<HTMLElement>('[data-filters]');
    if (filters) {
      const onChange = () => {
        this.#ask({ ...this.#question, filters: this.#boxes?.chosen ?? noQuestion.filters }, 'pushState');
      };
      this.#boxes = new FacetBoxes(filters, onChange, signal);
      foldWhereNarrow(this.querySelector('details'), signal);
    }

    input.addEventListener(
      'input',
      () => {
        this.#ask({ ...this.#question, query: input.value.trim() }, 'replaceState');
      },
      { signal },
    );
    form.addEventListener('submit', this.#onSubmit, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    const panel = this.querySelector<HTMLElement>('[data-panel]');
    if (panel) forgetByButton(panel, this.#showStart, signal);
    if (this.#keepsAddress) addEventListener('popstate', this.#readAddress, { signal });
    this.#readAddress();
    repeatEarly();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.#session?.drop();
  }

  /** On the search page the address follows the question; elsewhere the form leads to the search page. */
  get #keepsAddress() {
    return this.dataset.queryFrom === 'parameter';
  }

  get #searchPage() {
    return this.querySelector('form')?.action ?? '';
  }

  #readAddress = () => {
    const question = this.#keepsAddress
      ? readQuestion(new URL(location.href).searchParams)
      : { ...noQuestion, query: wordsOfPath(location.pathname) };
    this.#write(question);
    this.#ask(question);
  };

  #write({ query }: Question) {
    const input = this.querySelector('input');
    if (input) input.value = query;
  }

  #ask(question: Question, how?: 'pushState' | 'replaceState') {
    this.#question = question;
    this.#limit = PAGE_SIZE;
    if (how && this.#keepsAddress) this.#keepInAddress(how);
    this.querySelector('[data-clear]')?.toggleAttribute('hidden', !isFiltered(question.filters));
    if (isEmpty(question)) {
      this.#session?.drop();
      this.#showStart();
    } else {
      this.#search();
    }
  }

  #keepInAddress(how: 'pushState' | 'replaceState') {
    const search = writeQuestion(this.#question);
    if (search === location.search) return;
    try {
      history[how](null, '', location.pathname + search);
    } catch {
      // Browsers refuse after too many steps in a short time; the results are right all the same.
    }
  }

  #search() {
    const status = this.querySelector('[data-status]');
    if (status?.textContent === '') status.textContent = 'Searching…';
    this.#session?.ask(this.#question, this.#limit);
  }

  #showStart = () => {
    this.#fill([], [], this.#keepsAddress ? renderStart(keptRecents(), this.#everything, this.#searchPage) : []);
    if (this.#everything) this.#boxes?.show(this.#everything, noQuestion.filters);
    else if (this.#keepsAddress) void this.#learnEverything();
  };

  async #learnEverything() {
    const outcome = await this.#engine?.search({ ...noQuestion, limit: 0 });
    if (outcome?.state !== 'found') return;
    this.#everything = outcome.facets;
    if (isEmpty(this.#question)) this.#showStart();
  }

  #show = (outcome: SearchOutcome, question: Question) => {
    const isSame = this.#answered === question;
    this.#answered = question;
    const status = renderStatus(outcome, question, this.#searchPage);
    if (outcome.state === 'unavailable' && isSame) {
      // What was found in what is here is still better than nothing.
      this.querySelector('[data-status]')?.replaceChildren(...status);
    } else if (outcome.state === 'found') {
      if (outcome.facets) this.#boxes?.show(outcome.facets, question.filters);
      this.#fill(status, renderSections(outcome, question, this.#searchPage), [], outcome.total > outcome.hits.length);
    } else {
      this.#fill(status, [], outcome.state === 'nothing' ? renderNothing(outcome, question, this.#searchPage) : []);
    }
  };

  #fill(status: (Node | string)[], results: HTMLElement[], offers: HTMLElement[], hasMore = false) {
    this.querySelector('[data-status]')?.replaceChildren(...status);
    const list = this.querySelector('[data-results]');
    if (list) keepChildren(list, results);
    this.querySelector('[data-panel]')?.replaceChildren(...offers);
    this.querySelector('[data-more]')?.toggleAttribute('hidden', !hasMore);
  }

  #onSubmit = (event: SubmitEvent) => {
    this.#keepSearch();
    if (this.#keepsAddress) event.preventDefault();
  };

  #onClick = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const link = target?.closest('a');
    if (link?.closest('[data-results]')) this.#keepSearch();
    if (link?.dataset.here !== undefined && this.#keepsAddress && isPlainClick(event)) {
      event.preventDefault();
      this.#answerHere(questionOf(link));
    } else if (target?.closest('[data-clear]')) {
      this.#answerHere({ ...this.#question, filters: noQuestion.filters });
    } else if (target?.closest('[data-more]')) {
      this.#limit += PAGE_SIZE;
      this.#search();
    }
  };

  #answerHere(question: Question) {
    this.#write(question);
    this.querySelector('input')?.focus();
    this.#ask(question, 'pushState');
  }

  #keepSearch() {
    const { query } = this.#question;
    changeRecents((recents) => withSearch(recents, query));
  }
}

/** Above the results on a phone, filters are folded; beside them they are always open (see the styles). */
function foldWhereNarrow(details: HTMLDetailsElement | null, signal: AbortSignal) {
  const wide = matchMedia('(width >= 64rem)');
  const matchWidth = () => details?.toggleAttribute('open', wide.matches);
  wide.addEventListener('change', matchWidth, { signal });
  matchWidth();
}

/** `/agents/rust-systems_engineer.html` → `rust systems engineer`. */
function wordsOfPath(path: string): string {
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  return safelyDecoded(last)
    .replace(/\.\w+$/, '')
    .replace(/[-_+]+/g, ' ')
    .trim();
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

customElements.define('search-page', SearchPage);
