import { makeCopyButton } from '../copy/copy-button.ts';
import { showHowToCopy } from '../copy/copy-by-hand.ts';
import { createElement } from '../../lib/dom.ts';
import { openFullScreen } from './full-screen.ts';

/** `<diagram-frame>` contains a drawing and its buttons: copy the Mermaid text, download the SVG, show it full-screen. */
class DiagramFrame extends HTMLElement {
  #leaving?: AbortController;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    const text = this.querySelector('pre code');
    if (copy && text) {
      const refused = () =>
        showHowToCopy(copy, 'The browser refused to copy. Open “Mermaid text” below the diagram and copy it there.');
      makeCopyButton(copy, { text: () => text.textContent, what: 'Mermaid text', refused }, signal);
    }
    this.querySelector('[data-download]')?.addEventListener('click', () => void this.#download(), { signal });
    this.querySelector('[data-full-screen]')?.addEventListener(
      'click',
      () => {
        this.#openFullScreen();
      },
      { signal },
    );
    // The buttons are disabled until this script has loaded.
    for (const action of this.querySelectorAll<HTMLButtonElement>('.diagram-actions button')) action.disabled = false;
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.querySelector('dialog')?.remove();
  }

  async #download() {
    const svg = this.querySelector('svg');
    if (!svg) return;
    const { standaloneSvg } = await import('../../diagrams/standalone.ts');
    const url = URL.createObjectURL(new Blob([standaloneSvg(svg.outerHTML)], { type: 'image/svg+xml' }));
    createElement('a', { href: url, download: `${this.dataset.name ?? 'diagram'}.svg` }).click();
    URL.revokeObjectURL(url);
  }

  /** Moves the drawing into a dialog and back again. It is not copied, so that its ids stay unique. */
  #openFullScreen() {
    const frame = this.querySelector('.diagram-scroll');
    const svg = frame?.querySelector('svg');
    if (!frame || !svg) return;
    openFullScreen(this, svg, frame.getAttribute('aria-label') ?? 'Diagram', () => {
      frame.append(svg);
      this.querySelector<HTMLElement>('[data-full-screen]')?.focus();
    });
  }
}

customElements.define('diagram-frame', DiagramFrame);
