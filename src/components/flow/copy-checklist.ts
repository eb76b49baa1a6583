import { makeCopyButton } from '../copy/copy-button.ts';
import { showToCopy } from '../copy/copy-by-hand.ts';

/** `<copy-checklist data-text="…">` around a button: copies the steps as a task list. */
class CopyChecklist extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    const button = this.querySelector('button');
    const { text } = this.dataset;
    if (!button || text === undefined) return;
    this.#leaving = new AbortController();
    const refused = () => showToCopy(button, text);
    makeCopyButton(button, { text: () => text, what: 'Checklist', refused }, this.#leaving.signal);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

customElements.define('copy-checklist', CopyChecklist);
