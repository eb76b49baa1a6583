import { earlyInput } from '../../lib/early-input.ts';
import { makeCopyButton } from '../copy/copy-button.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';
import { briefMarkdown } from '../../decide/team-brief.ts';
import { choicesOf, questionFrames, readWalk } from './read-wizard.ts';
import { readBrief, showOutcome, showPath } from './show-outcome.ts';
import {
  askedQuestions,
  outcomeOf,
  readAnswers,
  withAnswer,
  writeAnswers,
  type Answers,
  type Outcome,
  type Walk,
} from '../../decide/wizard.ts';

/** Where it is kept how many questions a person wants to see. */
const MODE_KEY = 'playbook:decide';

/**
 * `<decide-walk>` around questions, team and tree: shows the questions that the answers lead to and the team
 * they name. The answers are in the address, one step of the browser's history each.
 */
class DecideWalk extends HTMLElement {
  #leaving?: AbortController;
  #walk: Walk = { questions: [], seats: [] };
  #answers: Answers = new Map();
  /** Where they lead, as shown. */
  #outcome: Outcome | undefined;
  /** The question that is shown where they are shown one at a time. */
  #current = '';
  /** Whether the last thing touched was an arrow key, and the question whose answers it passes over. */
  #isByArrow = false;
  #browsing = '';

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#walk = readWalk(this);
    const repeatEarly = earlyInput(this);

    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener(
      'keydown',
      ({ key }) => {
        this.#isByArrow = key.startsWith('Arrow');
        if (!this.#isByArrow) this.#browsing = '';
      },
      { signal },
    );
    this.addEventListener('pointerdown', () => (this.#isByArrow = false), { signal });
    this.#onClick('[data-previous]', () => {
      this.#step(-1);
    });
    this.#onClick('[data-next]', () => {
      this.#step(1);
    });
    this.#onClick('[data-restart]', () => {
      this.#answer(new Map());
      this.#current = this.#walk.questions[0]?.id ?? '';
      this.#show();
      this.#focusQuestion(this.#current);
    });
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (copy) {
      const text = () => briefMarkdown(readBrief(this, outcomeOf(this.#walk, this.#answers)));
      makeCopyButton(copy, { text, what: 'Team brief', refused: () => showToCopy(copy, text()) }, signal);
    }

    this.addEventListener('click', this.#onNode, { signal });
    addEventListener('popstate', this.#readAddress, { signal });
    // Browsers put old choices back into the fields of a page that is returned to; the address knows better.
    addEventListener('pageshow', this.#readAddress, { signal });
    this.#setMode(keptMode());
    this.#readAddress();
    this.#current = this.#firstOpen();
    this.#show();
    if (location.search !== this.#search()) this.#write('replaceState');
    repeatEarly();
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }

  #onClick(selector: string, listener: () => void) {
    const signal = this.#leaving?.signal;
    this.querySelector(selector)?.addEventListener('click', listener, signal ? { signal } : {});
  }

  #onChange = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'playbook:mode') {
      this.#setMode(target.value);
      keepMode(target.value);
      this.#current = this.#firstOpen();
      this.#show();
      return;
    }
    const frame = target.closest<HTMLElement>('[data-question]');
    if (!frame) return;
    const id = frame.dataset.question ?? '';
    // Passing over answers with the arrow keys is one step, or Back would pass over them all again.
    const isBrowsing = this.#isByArrow && this.#browsing === id;
    this.#browsing = this.#isByArrow ? id : '';
    this.#answer(withAnswer(this.#answers, id, target.value), isBrowsing ? 'replaceState' : 'pushState');
    this.#show();
  };

  /** A node of the diagram answers its question, and those that lead to it; all other answers stay. */
  #onNode = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('svg a') : null;
    const address = new URL(link?.getAttribute('href') ?? '', location.href);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || address.pathname !== location.pathname) return;
    const more = readAnswers(address.searchParams, this.#walk.questions);
    if (more.size === 0) return;
    event.preventDefault();
    this.#answer(new Map([...this.#answers, ...more]));
    this.#show();
  };

  #answer(answers: Answers, how: 'pushState' | 'replaceState' = 'pushState') {
    this.#answers = answers;
    if (location.search !== this.#search()) this.#write(how);
  }

  #search() {
    const query = writeAnswers(this.#answers, this.#walk.questions).toString();
    return query === '' ? '' : `?${query}`;
  }

  #write(how: 'pushState' | 'replaceState') {
    // Whoever answers has left the place that a link led to.
    const place = how === 'replaceState' ? location.hash : '';
    try {
      history[how](history.state, '', location.pathname + this.#search() + place);
    } catch {
      // Browsers refuse after too many steps in a short time; the answers still hold on the page.
    }
  }

  #readAddress = () => {
    const before = this.#answers;
    this.#answers = readAnswers(new URL(location.href).searchParams, this.#walk.questions);
    this.#browsing = '';
    const changed = this.#walk.questions.find(({ id }) => before.get(id) !== this.#answers.get(id));
    if (changed) this.#current = changed.id;
    this.#show();
  };

  #setMode(mode: string) {
    this.dataset.mode = mode === 'one' ? 'one' : 'all';
    for (const radio of this.querySelectorAll<HTMLInputElement>('.walk-mode input')) {
      radio.checked = radio.value === this.dataset.mode;
    }
  }

  get #isOneByOne() {
    return this.dataset.mode === 'one' && this.#walk.questions.length > 1;
  }

  /** The first question without an answer; the first of all where each has one. */
  #firstOpen(): string {
    const asked = askedQuestions(this.#walk.questions, this.#answers);
    return (asked.find(({ id }) => !this.#answers.has(id)) ?? asked[0])?.id ?? '';
  }

  #step(by: 1 | -1) {
    const asked = askedQuestions(this.#walk.questions, this.#answers);
    const next = asked[asked.findIndex(({ id }) => id === this.#current) + by];
    if (next) {
      this.#current = next.id;
      this.#show();
      this.#focusQuestion(next.id);
    } else if (by === 1) {
      this.querySelector<HTMLElement>('[id="playbook:team"]')?.focus();
    }
  }

  #focusQuestion(id: string) {
    const frame = questionFrames(this).find(({ dataset }) => dataset.question === id);
    if (frame) {
      choicesOf(frame)
        .find(({ checked }) => checked)
        ?.focus();
    }
  }

  #show() {
    const focused = document.activeElement;
    const outcome = outcomeOf(this.#walk, this.#answers);
    const asked = outcome.asked.map(({ id }) => id);
    // The question on show may have gone with the answer that led to it.
    if (!asked.includes(this.#current)) this.#current = this.#firstOpen();
    for (const frame of questionFrames(this)) {
      const id = frame.dataset.question ?? '';
      frame.hidden = this.#isOneByOne ? id !== this.#current : !asked.includes(id);
      const answer = this.#answers.get(id) ?? '';
      for (const choice of choicesOf(frame)) choice.checked = choice.value === answer;
    }
    this.#showSteps(asked);
    this.#outcome = outcome;
    showOutcome(this, outcome);
    showPath(this, outcome.given);
    if (this.querySelector('[data-fits=handoffs] li:not([hidden])')) {
      const isLatest = () => this.#outcome === outcome;
      void import('./prefill-templates.ts').then(({ carryOver }) => carryOver(this, outcome, isLatest));
    }
    if (focused instanceof HTMLElement && this.contains(focused) && focused.closest('[hidden]')) {
      this.#focusQuestion(this.#current);
    }
  }

  #showSteps(asked: readonly string[]) {
    const index = asked.indexOf(this.#current);
    const place = this.querySelector<HTMLElement>('[data-place]');
    if (place) {
      place.hidden = !this.#isOneByOne;
      place.textContent = `Question ${String(index + 1)} of ${String(asked.length)}`;
    }
    this.querySelector('[data-steps]')?.toggleAttribute('hidden', !this.#isOneByOne);
    this.querySelector('[data-previous]')?.toggleAttribute('hidden', index === 0);
    const next = this.querySelector('[data-next]');
    if (next) next.textContent = index + 1 < asked.length ? 'Next question' : 'See the team';
  }
}

function keptMode(): string {
  try {
    return localStorage.getItem(MODE_KEY) ?? 'all';
  } catch {
    return 'all';
  }
}

function keepMode(mode: string): void {
  try {
    localStorage.setItem(MODE_KEY, mode);
  } catch {
    // A blocked or full store costs only the keeping.
  }
}

customElements.define('decide-walk', DecideWalk);
