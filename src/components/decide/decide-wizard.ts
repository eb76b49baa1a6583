import { earlyInput } from '../../lib/early-input.ts';
import { isComposing } from '../../lib/is-composing.ts';
import { readStored, writeStored } from '../../lib/local-storage.ts';
import { makeCopyButton } from '../copy/copy-button.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';
import { briefMarkdown } from '../../decide/team-brief.ts';
import {
  askedQuestions,
  firstUnanswered,
  outcomeOf,
  readAnswers,
  withAnswer,
  writeAnswers,
  type Answers,
  type Wizard,
  type WizardOutcome,
} from '../../decide/wizard.ts';
import { readBrief } from './read-brief.ts';
import { answerRadios, questionFieldsets, readWizard } from './read-wizard.ts';
import { markPath, renderOutcome } from './render-outcome.ts';

/** Holds `one` or `all`: how many questions the reader wants to see at once. */
const MODE_KEY = 'playbook:decide';

/**
 * `<decide-wizard>` contains the questions, the team and the tree. It shows the questions that the answers lead to and
 * the team that they name. The answers are in the URL; each is one entry of the browser's history.
 */
class DecideWizard extends HTMLElement {
  #leaving?: AbortController;
  #wizard: Wizard = { questions: [], slots: [] };
  #answers: Answers = new Map();
  /** The outcome that is shown. */
  #outcome: WizardOutcome | undefined;
  /** The id of the question that is shown when questions are shown one at a time. */
  #current = '';
  /** Whether the last input was an arrow key. */
  #isArrowKey = false;
  /** The id of the question whose answers the reader is moving through with the arrow keys; empty if none. */
  #arrowQuestion = '';

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.#wizard = readWizard(this);
    const restoreEarlyInput = earlyInput(this);

    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener(
      'keydown',
      (event) => {
        if (isComposing(event)) return;
        this.#isArrowKey = event.key.startsWith('Arrow');
        if (!this.#isArrowKey) this.#arrowQuestion = '';
      },
      { signal },
    );
    this.addEventListener('pointerdown', () => (this.#isArrowKey = false), { signal });
    this.#onClick('[data-previous]', () => {
      this.#step(-1);
    });
    this.#onClick('[data-next]', () => {
      this.#step(1);
    });
    this.#onClick('[data-restart]', () => {
      this.#setAnswers(new Map());
      this.#current = this.#wizard.questions[0]?.id ?? '';
      this.#render();
      this.#focusQuestion(this.#current);
    });
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    if (copy) {
      const text = () => briefMarkdown(readBrief(this, outcomeOf(this.#wizard, this.#answers)));
      makeCopyButton(copy, { text, what: 'Team brief', refused: () => showToCopy(copy, text()) }, signal);
    }

    this.addEventListener('click', this.#onTreeClick, { signal });
    addEventListener('popstate', this.#readUrl, { signal });
    // When the reader returns to the page, browsers restore the radio buttons' old state; the URL is what counts.
    addEventListener('pageshow', this.#readUrl, { signal });
    this.#setMode(storedMode());
    this.#readUrl();
    this.#current = firstUnanswered(this.#wizard.questions, this.#answers);
    this.#render();
    if (location.search !== this.#urlQuery()) this.#writeUrl('replaceState');
    restoreEarlyInput();
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
      writeStored(MODE_KEY, target.value);
      this.#current = firstUnanswered(this.#wizard.questions, this.#answers);
      this.#render();
      return;
    }
    const fieldset = target.closest<HTMLElement>('[data-question]');
    if (!fieldset) return;
    const id = fieldset.dataset.question ?? '';
    // Each arrow key chooses an answer. Together they are one entry of the history, so that Back undoes all of them.
    const isSameArrowing = this.#isArrowKey && this.#arrowQuestion === id;
    this.#arrowQuestion = this.#isArrowKey ? id : '';
    this.#setAnswers(withAnswer(this.#answers, id, target.value), isSameArrowing ? 'replaceState' : 'pushState');
    this.#render();
  };

  /** An answer in the tree or its diagram gives that answer and those that lead to it; all other answers stay. */
  #onTreeClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('svg a, .tree-answer a') : null;
    const url = new URL(link?.getAttribute('href') ?? '', location.href);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || url.pathname !== location.pathname) return;
    const path = readAnswers(url.searchParams, this.#wizard.questions);
    if (path.size === 0) return;
    event.preventDefault();
    this.#setAnswers(new Map([...this.#answers, ...path]));
    this.#render();
  };

  #setAnswers(answers: Answers, method: 'pushState' | 'replaceState' = 'pushState') {
    this.#answers = answers;
    if (location.search !== this.#urlQuery()) this.#writeUrl(method);
  }

  #urlQuery() {
    const parameters = writeAnswers(this.#answers, this.#wizard.questions).toString();
    return parameters === '' ? '' : `?${parameters}`;
  }

  #writeUrl(method: 'pushState' | 'replaceState') {
    // A new answer leaves the section that the URL pointed to.
    const hash = method === 'replaceState' ? location.hash : '';
    try {
      history[method](history.state, '', location.pathname + this.#urlQuery() + hash);
    } catch {
      // Browsers refuse too many changes in a short time; the page still has the answers.
    }
  }

  #readUrl = () => {
    const before = this.#answers;
    this.#answers = readAnswers(new URL(location.href).searchParams, this.#wizard.questions);
    this.#arrowQuestion = '';
    const changed = this.#wizard.questions.find(({ id }) => before.get(id) !== this.#answers.get(id));
    if (changed) this.#current = changed.id;
    this.#render();
  };

  #setMode(mode: string) {
    this.dataset.mode = mode === 'one' ? 'one' : 'all';
    for (const radio of this.querySelectorAll<HTMLInputElement>('.wizard-mode input')) {
      radio.checked = radio.value === this.dataset.mode;
    }
  }

  get #isOneByOne() {
    return this.dataset.mode === 'one' && this.#wizard.questions.length > 1;
  }

  #step(by: 1 | -1) {
    const asked = askedQuestions(this.#wizard.questions, this.#answers);
    const next = asked[asked.findIndex(({ id }) => id === this.#current) + by];
    if (next) {
      this.#current = next.id;
      this.#render();
      this.#focusQuestion(next.id);
    } else if (by === 1) {
      this.querySelector<HTMLElement>('[id="playbook:team"]')?.focus();
    }
  }

  #focusQuestion(id: string) {
    const fieldset = questionFieldsets(this).find(({ dataset }) => dataset.question === id);
    if (fieldset) {
      answerRadios(fieldset)
        .find(({ checked }) => checked)
        ?.focus();
    }
  }

  #render() {
    const focused = document.activeElement;
    const outcome = outcomeOf(this.#wizard, this.#answers);
    const asked = outcome.asked.map(({ id }) => id);
    // The current question may depend on an answer that has changed.
    if (!asked.includes(this.#current)) this.#current = firstUnanswered(this.#wizard.questions, this.#answers);
    for (const fieldset of questionFieldsets(this)) {
      const id = fieldset.dataset.question ?? '';
      fieldset.hidden = this.#isOneByOne ? id !== this.#current : !asked.includes(id);
      const answer = this.#answers.get(id) ?? '';
      for (const radio of answerRadios(fieldset)) radio.checked = radio.value === answer;
    }
    this.#renderSteps(asked);
    this.#outcome = outcome;
    renderOutcome(this, outcome);
    markPath(this, outcome.given);
    if (this.querySelector('[data-matches=handoffs] li:not([hidden])')) {
      const isLatest = () => this.#outcome === outcome;
      void import('./prefill-templates.ts').then(({ prefillTemplates }) => prefillTemplates(this, outcome, isLatest));
    }
    if (focused instanceof HTMLElement && this.contains(focused) && focused.closest('[hidden]')) {
      this.#focusQuestion(this.#current);
    }
  }

  #renderSteps(asked: readonly string[]) {
    const index = asked.indexOf(this.#current);
    const position = this.querySelector<HTMLElement>('[data-position]');
    if (position) {
      position.hidden = !this.#isOneByOne;
      position.textContent = `Question ${String(index + 1)} of ${String(asked.length)}`;
    }
    this.querySelector('[data-steps]')?.toggleAttribute('hidden', !this.#isOneByOne);
    this.querySelector('[data-previous]')?.toggleAttribute('hidden', index === 0);
    const next = this.querySelector('[data-next]');
    if (next) next.textContent = index + 1 < asked.length ? 'Next question' : 'See the team';
  }
}

function storedMode(): string {
  const stored = readStored(MODE_KEY);
  return (stored.worked ? stored.text : undefined) ?? 'all';
}

customElements.define('decide-wizard', DecideWizard);
