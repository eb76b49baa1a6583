import { announce } from '../../lib/announce.ts';
import { earlyInput } from '../../lib/early-input.ts';
import { saveSearchOnIdle } from '../../offline/offline-search.ts';
import { SearchClient } from '../../search/browser/search-client.ts';
import { describeFound, renderFound } from './render-agents.ts';

/** Delay after the last key, in milliseconds: a task has many words, and each is looked up. */
const FIND_DELAY = 300;

/** `<find-page>`: ranks the agents for the task in the form. The task is in the address. */
class FindPage extends HTMLElement {
  #lifetime?: AbortController;
  #timer?: ReturnType<typeof setTimeout>;
  #client?: SearchClient;
  /** The task that is being answered, or was. */
  #task = '';
  /** Whether the current entry of the history is a task that is still being typed. */
  #isTyped = false;

  connectedCallback() {
    const form = this.querySelector('form');
    const input = this.querySelector('input');
    if (!form || !input) return;
    const applyEarlyInput = earlyInput(form);
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const client = (this.#client = new SearchClient(this.dataset.base ?? '/'));
    const readAddress = () => {
      this.#isTyped = false;
      input.value = new URL(location.href).searchParams.get('task') ?? '';
      void this.#answer(input.value);
    };
    input.addEventListener(
      'focus',
      () => {
        client.warmUp();
      },
      { signal },
    );
    input.addEventListener(
      'input',
      () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          this.#ask(input.value);
          this.#isTyped = true;
        }, FIND_DELAY);
      },
      { signal },
    );
    form.addEventListener(
      'submit',
      (event) => {
        event.preventDefault();
        clearTimeout(this.#timer);
        this.#ask(input.value);
        this.#isTyped = false;
        if (input.value.trim() === '') this.#show('Describe a task first.', []);
      },
      { signal },
    );
    addEventListener('popstate', readAddress, { signal });
    readAddress();
    applyEarlyInput();
  }

  disconnectedCallback() {
    this.#lifetime?.abort();
    clearTimeout(this.#timer);
  }

  /** Answers a task, as a step of the history: back leads to the last answer, and not through each key. */
  #ask(task: string) {
    const query = task.trim() === '' ? '' : `?${new URLSearchParams({ task: task.trim() }).toString()}`;
    if (query !== location.search) {
      try {
        history[this.#isTyped ? 'replaceState' : 'pushState'](null, '', location.pathname + query);
      } catch {
        // Browsers refuse too many changes in a short time. The answer is still correct.
      }
    }
    void this.#answer(task);
  }

  async #answer(written: string) {
    const task = (this.#task = written.trim());
    this.querySelector('[data-start]')?.toggleAttribute('hidden', task !== '');
    if (task === '' || !this.#client) {
      this.#show('', []);
      return;
    }
    const status = this.querySelector('[data-status]');
    if (status?.textContent === '') status.textContent = 'Ranking the agents…';
    const results = this.querySelector('[data-results]');
    results?.setAttribute('aria-busy', 'true');
    try {
      const found = await this.#client.findAgents(task);
      // The reader has typed another task meanwhile.
      if (task !== this.#task) return;
      const { compare = '', agents = '' } = this.dataset;
      this.#show(describeFound(found), renderFound(found, { compare, agents }));
      if (found.agents.length > 0) saveSearchOnIdle();
    } catch {
      if (task === this.#task)
        this.#show('The search index could not be loaded. Check the connection and try again.', []);
    }
  }

  #show(sentence: string, results: HTMLElement[]) {
    const status = this.querySelector('[data-status]');
    if (status) status.textContent = sentence;
    const list = this.querySelector('[data-results]');
    list?.replaceChildren(...results);
    list?.removeAttribute('aria-busy');
    announce(sentence);
  }
}

customElements.define('find-page', FindPage);
