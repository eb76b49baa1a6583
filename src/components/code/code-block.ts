import { makeCopyButton } from '../copy/copy-button.ts';
import { showHowToCopy } from '../copy/copy-by-hand.ts';

/** `<code-block>` around a `<pre>`: adds a button that copies the code. */
class CodeBlock extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    const code = this.querySelector('code');
    if (!code) return;
    this.#leaving = new AbortController();
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-copy';
    button.textContent = 'Copy';
    button.setAttribute('aria-label', 'Copy code');
    this.append(button);
    makeCopyButton(
      button,
      {
        text: () => code.textContent,
        what: 'Code',
        refused: () => {
          getSelection()?.selectAllChildren(code);
          return showHowToCopy(
            button,
            'The browser refused to copy. The code is selected: copy it with Control or Command C.',
          );
        },
      },
      this.#leaving.signal,
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.querySelector('.code-copy')?.remove();
  }
}

customElements.define('code-block', CodeBlock);
