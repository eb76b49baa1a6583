import { SearchEngine } from '../../../search/browser/engine.ts';
import type { Facets, SearchOutcome } from '../../../search/query/result-types.ts';
import { FacetMenus } from './facet-menus.ts';
import { OptionList } from './option-list.ts';
import { PANEL_STEPS, renderNothing, renderStart } from '../shared/empty-states.ts';
import { changeRecents, keptRecents, withSearch } from '../recents/recents.ts';
import { renderOptions } from '../shared/render-results.ts';
import { goToHit } from './go-to-hit.ts';
import {
  isEmpty,
  isPlainClick,
  noQuestion,
  questionOf,
  writeQuestion,
  type Question,
} from '../shared/search-address.ts';
import { SearchSession } from '../shared/search-session.ts';
import { fitWhatIsSeen } from './visual-viewport.ts';
import { renderStatus } from '../shared/status-line.ts';
import { forgetByButton } from '../recents/clear-recents.ts';
import { adoptResultStyles } from '../shared/result-styles.ts';

/** Results to ask for; the search page shows more. */
const MOST_HITS = 30;

/**
 * What happens inside the search dialog: a combobox over the search index (ARIA Authoring Practices, editable
 * combobox with list autocomplete), filters, and what is offered while nothing is typed or found.
 *
 * The keys, with the focus in the field (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/):
 * - Down and Up walk through all results, round the ends, whatever their group.
 * - Home and End belong to the text as long as one types; once an arrow was pressed, to the results.
 * - Enter opens the result, Control or Command Enter in a new tab; without results, the search page.
 * - Tab goes on to the filters; Escape closes.
 * - Without results, Down goes into what is offered instead, where Up and Down walk on.
 */
export class DialogSearch {
  readonly #host: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #session: SearchSession;
  readonly #filters: FacetMenus;
  readonly #options: OptionList;
  /** What can be filtered by before anything is typed; absent until the index has said so. */
  #everything: Facets | undefined;
  #question: Question = noQuestion;
  /** The question whose answer is on show. */
  #answered: Question | undefined;

  /**
   * @param host the `<search-dialog>`
   * @param signal ends it
   */
  constructor(host: HTMLElement, signal: AbortSignal) {
    this.#host = host;
    this.#engine = new SearchEngine(host.dataset.base ?? '/');
    this.#engine.warmUp();
    adoptResultStyles();
    this.#session = new SearchSession(this.#engine, this.#show);
    this.#options = new OptionList(this.#input, this.#find('[role=listbox]', HTMLElement));
    const onFilter = () => {
      this.#ask({ ...this.#question, filters: this.#filters.chosen });
    };
    this.#filters = new FacetMenus(this.#find('[data-filters]', HTMLElement), onFilter, signal);

    this.#input.addEventListener('input', this.#askTyped, { signal });
    this.#input.addEventListener('keydown', this.#onKey, { signal });
    this.#panel.addEventListener('keydown', this.#onPanelKey, { signal });
    this.#dialog.addEventListener('click', this.#onClick, { signal });
    this.#dialog.addEventListener('submit', this.#onSubmit, { signal });
    this.#dialog.addEventListener('close', this.#leave, { signal });
    signal.addEventListener('abort', this.#leave);
    forgetByButton(this.#panel, this.#askTyped, signal);
    fitWhatIsSeen(this.#dialog, signal);
  }

  /** To be called whenever the dialog was opened: answers what was typed before this was loaded. */
  begin(): void {
    const query = this.#input.value.trim();
    if (this.#answered?.query !== query) this.#askTyped();
  }

  get #dialog() {
    return this.#find('dialog', HTMLDialogElement);
  }

  get #input() {
    return this.#find('input', HTMLInputElement);
  }

  get #panel() {
    return this.#find('[data-panel]', HTMLElement);
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

  #askTyped = () => {
    this.#ask({ ...this.#question, query: this.#input.value.trim() });
  };

  #ask(question: Question) {
    this.#question = question;
    if (isEmpty(question)) {
      this.#session.drop();
      this.#showStart();
    } else {
      if (!this.#answered) this.#status.textContent = 'Searching…';
      this.#session.ask(question, MOST_HITS);
    }
  }

  #showStart() {
    this.#answered = undefined;
    this.#status.textContent = 'Type a word: an agent, a task, a tool.';
    this.#fill([], renderStart(keptRecents(), this.#everything, this.#searchPage));
    if (this.#everything) this.#filters.show(this.#everything, noQuestion.filters);
    else void this.#learnEverything();
  }

  async #learnEverything() {
    const outcome = await this.#engine.search({ ...noQuestion, limit: 0 });
    if (outcome.state !== 'found') return;
    this.#everything = outcome.facets;
    if (isEmpty(this.#question)) this.#showStart();
  }

  #show = (outcome: SearchOutcome, question: Question) => {
    const isSame = this.#answered === question;
    this.#answered = outcome.state === 'unavailable' ? undefined : question;
    this.#status.replaceChildren(...renderStatus(outcome, question, this.#searchPage));
    if (outcome.state === 'found') {
      if (outcome.facets) this.#filters.show(outcome.facets, question.filters);
      this.#fill(renderOptions(outcome, question, this.#searchPage), [], isSame);
    } else if (outcome.state === 'nothing') {
      this.#fill([], renderNothing(outcome, question, this.#searchPage));
    } else if (!isSame) {
      // What was found in what is here is still better than nothing.
      this.#fill([], []);
    }
  };

  /** One of the two is always empty. */
  #fill(groups: readonly HTMLElement[], offers: readonly HTMLElement[], isSame = false) {
    this.#options.show(groups, isSame);
    this.#panel.replaceChildren(...offers);
    this.#panel.hidden = offers.length === 0;
  }

  #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && this.#options.isEmpty) this.#step(event, 0);
    else if (event.key === 'Enter' && this.#options.active) this.#open(event, this.#options.active);
    else if (this.#options.move(event.key)) event.preventDefault();
  };

  #open(event: KeyboardEvent, link: HTMLAnchorElement) {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      this.#keepSearch();
      open(link.href, '_blank', 'noopener');
    } else {
      link.click();
    }
  }

  #onPanelKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const step = event.target instanceof Element ? event.target.closest(PANEL_STEPS) : null;
    if (by === undefined || !step) return;
    this.#step(event, [...this.#panel.querySelectorAll(PANEL_STEPS)].indexOf(step) + by);
  };

  /** Moves the focus to a link of the panel; above the first one is the field. */
  #step(event: KeyboardEvent, index: number) {
    const steps = [...this.#panel.querySelectorAll<HTMLElement>(PANEL_STEPS)];
    const next = index < 0 ? this.#input : steps[index];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    if (link.role === 'option') this.#keepSearch();
    if (!isPlainClick(event)) return;
    if (link.dataset.here !== undefined) {
      event.preventDefault();
      const question = questionOf(link);
      this.#input.value = question.query;
      this.#input.focus();
      this.#ask(question);
    } else {
      this.#dialog.close();
      goToHit(event, link);
    }
  };

  #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#keepSearch();
    location.assign(this.#searchPage + writeQuestion(this.#question));
  };

  #keepSearch() {
    const { query } = this.#question;
    changeRecents((recents) => withSearch(recents, query));
  }

  #leave = () => {
    this.#session.drop();
  };
}
