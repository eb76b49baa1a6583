import { makeCopyButton } from '../copy/copy-button.ts';
import { element } from '../../lib/dom.ts';
import { clampScale, fitScale, scrollAfterZoom } from './zoom.ts';

/** Factor of one step of zoom, by key, button or notch of a wheel. */
const STEP = 1.25;

/**
 * `<diagram-frame>` around a drawing: copies its text, saves it as a file, and shows it full-screen, where it
 * is zoomed by wheel, pinch, buttons and keys, and moved by dragging, touch, wheel and arrow keys.
 */
class DiagramFrame extends HTMLElement {
  #leaving?: AbortController;
  #scale = 1;

  connectedCallback() {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    const copy = this.querySelector<HTMLButtonElement>('[data-copy]');
    const text = this.querySelector('pre code');
    if (copy && text) {
      const refused = () => 'The browser refused to copy. Open “Mermaid text” below the diagram and copy it there.';
      makeCopyButton(copy, { text: () => text.textContent, what: 'Mermaid text', refused }, signal);
    }
    // Only now do they do anything: this script comes after the page.
    for (const action of this.querySelectorAll<HTMLButtonElement>('.diagram-actions button')) action.disabled = false;
    this.querySelector('[data-download]')?.addEventListener('click', () => void this.#download(), { signal });
    this.querySelector('[data-full-screen]')?.addEventListener(
      'click',
      () => {
        this.#openFullScreen();
      },
      { signal },
    );
  }

  disconnectedCallback() {
    this.#leaving?.abort();
    this.querySelector('dialog')?.remove();
  }

  async #download() {
    const svg = this.querySelector('svg');
    if (!svg) return;
    const { standaloneSvg } = await import('../../diagrams/standalone.ts');
    const address = URL.createObjectURL(new Blob([standaloneSvg(svg.outerHTML)], { type: 'image/svg+xml' }));
    element('a', { href: address, download: `${this.dataset.name ?? 'diagram'}.svg` }).click();
    URL.revokeObjectURL(address);
  }

  /** Moves the drawing into a dialog, and back when that closes: one drawing, so that its ids stay unique. */
  #openFullScreen() {
    const frame = this.querySelector('.diagram-scroll');
    const svg = frame?.querySelector('svg');
    if (!frame || !svg) return;
    const closing = new AbortController();
    const { signal } = closing;
    const stage = element('div', {
      class: 'diagram-stage',
      tabindex: '0',
      role: 'group',
      'aria-label': `${frame.getAttribute('aria-label') ?? 'Diagram'}. Plus and minus zoom, arrow keys move, 0 fits.`,
    });
    const zoomOut = button('Zoom out', '−');
    const fit = button('Fit', 'Fit');
    const zoomIn = button('Zoom in', '+');
    const close = button('Close', 'Close');
    const bar = element('div', { class: 'diagram-bar' }, zoomOut, fit, zoomIn, close);
    const label = frame.getAttribute('aria-label') ?? 'Diagram';
    const dialog = element('dialog', { class: 'diagram-dialog', 'aria-label': label }, bar, stage);
    this.append(dialog);
    stage.append(svg);
    dialog.showModal();

    const drawn = { width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
    const show = (scale: number, point = { x: stage.clientWidth / 2, y: stage.clientHeight / 2 }) => {
      const to = clampScale(scale);
      const left = scrollAfterZoom(stage.scrollLeft, point.x, this.#scale, to);
      const top = scrollAfterZoom(stage.scrollTop, point.y, this.#scale, to);
      svg.style.width = `${String(drawn.width * to)}px`;
      svg.style.height = `${String(drawn.height * to)}px`;
      this.#scale = to;
      stage.scrollTo(left, top);
    };
    const toFit = () => {
      show(fitScale(drawn, { width: stage.clientWidth, height: stage.clientHeight }));
    };
    this.#scale = 1;
    toFit();
    stage.focus();

    zoomOut.addEventListener(
      'click',
      () => {
        show(this.#scale / STEP);
      },
      { signal },
    );
    zoomIn.addEventListener(
      'click',
      () => {
        show(this.#scale * STEP);
      },
      { signal },
    );
    fit.addEventListener('click', toFit, { signal });
    close.addEventListener(
      'click',
      () => {
        dialog.close();
      },
      { signal },
    );
    dialog.addEventListener(
      'keydown',
      ({ key }) => {
        if (key === '+' || key === '=') show(this.#scale * STEP);
        else if (key === '-') show(this.#scale / STEP);
        else if (key === '0') toFit();
      },
      { signal },
    );
    stage.addEventListener(
      'wheel',
      (event) => {
        // A pinch on a touchpad arrives as a wheel with Control; a plain wheel scrolls, as everywhere.
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        show(this.#scale * Math.exp(-event.deltaY / 200), pointIn(stage, event));
      },
      { signal, passive: false },
    );
    followPointers(
      stage,
      (factor, point) => {
        show(this.#scale * factor, point);
      },
      signal,
    );
    dialog.addEventListener('close', () => {
      closing.abort();
      svg.style.width = '';
      svg.style.height = '';
      frame.append(svg);
      dialog.remove();
      this.querySelector<HTMLElement>('[data-full-screen]')?.focus();
    });
  }
}

function button(name: string, label: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'button', 'aria-label': name }, label);
}

function pointIn(stage: HTMLElement, event: MouseEvent): { x: number; y: number } {
  const { left, top } = stage.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** Drags with a mouse, pinches with two fingers. One finger scrolls by itself. */
function followPointers(
  stage: HTMLElement,
  zoom: (factor: number, point: { x: number; y: number }) => void,
  signal: AbortSignal,
): void {
  const pointers = new Map<number, PointerEvent>();
  const gap = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  stage.addEventListener(
    'pointerdown',
    (event) => {
      pointers.set(event.pointerId, event);
    },
    { signal },
  );
  stage.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const oldGap = gap();
      pointers.set(event.pointerId, event);
      if (pointers.size === 2 && oldGap > 0) {
        zoom(gap() / oldGap, pointIn(stage, event));
      } else if (event.pointerType === 'mouse') {
        stage.scrollBy(before.clientX - event.clientX, before.clientY - event.clientY);
      }
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel', 'pointerleave'] as const) {
    stage.addEventListener(
      type,
      (event) => {
        pointers.delete(event.pointerId);
      },
      { signal },
    );
  }
}

customElements.define('diagram-frame', DiagramFrame);
