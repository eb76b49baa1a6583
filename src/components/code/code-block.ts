import { makeCopyButton } from '../copy/copy-button.ts';

/** `<code-block>` around a `<pre>`: adds a button that copies the code and, to long code, one that unfolds it. */
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
          return 'The browser refused to copy. The code is selected: copy it with Control or Command C.';
        },
      },
      this.#leaving.signal,
    );
    if (this.classList.contains('code-long')) this.#addUnfoldButton(code, this.#leaving.signal);
  }

  #addUnfoldButton(code: HTMLElement, signal: AbortSignal) {
    const lines = code.textContent.trimEnd().split('\n').length;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'code-unfold';
    const update = (isUnfolded: boolean) => {
      this.toggleAttribute('data-unfolded', isUnfolded);
      button.setAttribute('aria-expanded', String(isUnfolded));
      button.textContent = isUnfolded ? 'Show less' : `Show all ${String(lines)} lines`;
    };
    const toggle = () => {
      update(!this.hasAttribute('data-unfolded'));
      // Folding must not leave the reader far below the code.
      if (!this.hasAttribute('data-unfolded')) this.scrollIntoView({ block: 'nearest' });
    };
    button.addEventListener('click', toggle, { signal });
    update(false);
    this.append(button);
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    for (const button of this.querySelectorAll('.code-copy, .code-unfold')) button.remove();
  }
}

customElements.define('code-block', CodeBlock);
