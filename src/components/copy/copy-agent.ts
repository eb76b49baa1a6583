import { decodeText } from '../../playbook/source/encoding.ts';
import { makeCopyButton } from './copy-button.ts';
import { showHowToCopy } from './copy-by-hand.ts';

/**
 * `<copy-agent data-file="…">` around a button: copies the file at that URL unchanged. `data-what` is its name in
 * messages, if it is not an agent.
 */
class CopyAgent extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    const button = this.querySelector('button');
    const { file, what = 'The agent' } = this.dataset;
    if (!button || file === undefined) return;
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    makeCopyButton(
      button,
      {
        text: () => readFile(file, signal),
        what,
        refused: () => showHowToCopy(button, `${what} could not be copied. Use Download instead.`),
      },
      signal,
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
  }
}

async function readFile(url: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url}: ${String(response.status)}`);
  // Not `text()`, which decodes every file as UTF-8.
  return decodeText(new Uint8Array(await response.arrayBuffer())).text;
}

customElements.define('copy-agent', CopyAgent);
