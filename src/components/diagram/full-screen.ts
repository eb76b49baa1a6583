import { createElement } from '../../lib/dom.ts';
import { isComposing } from '../../lib/is-composing.ts';
import { followPointers, pointIn, type Point } from './pointers.ts';
import { clampScale, fitScale, scrollAfterZoom } from './zoom.ts';

/** Factor of one zoom step, by key or button. */
const ZOOM_STEP = 1.25;

/** Distance that a wheel with Control must turn to zoom by a factor of e, in pixels. */
const WHEEL_DISTANCE = 200;

/**
 * Shows a drawing in a modal dialog, where it can be zoomed (buttons, keys, wheel with Control, pinch) and scrolled
 * (drag, touch, wheel, arrow keys).
 * @param parent receives the dialog
 * @param svg is moved into the dialog
 * @param closed is called when the dialog has closed; it must move the drawing back
 */
export function openFullScreen(parent: HTMLElement, svg: SVGSVGElement, label: string, closed: () => void): void {
  const closing = new AbortController();
  const { signal } = closing;
  const zoomOut = button('Zoom out', '−');
  const fit = button('Fit', 'Fit');
  const zoomIn = button('Zoom in', '+');
  const close = button('Close', 'Close');
  const stage = createElement('div', {
    class: 'diagram-stage',
    tabindex: '0',
    role: 'group',
    'aria-label': `${label}. Plus and minus zoom, arrow keys scroll, 0 fits the window.`,
  });
  const bar = createElement('div', { class: 'diagram-bar' }, zoomOut, fit, zoomIn, close);
  const dialog = createElement('dialog', { class: 'diagram-dialog', 'aria-label': label }, bar, stage);
  parent.append(dialog);
  stage.append(svg);
  dialog.showModal();

  const { zoomBy, fitWindow } = makeZoom(stage, svg);
  fitWindow();
  stage.focus();

  const onClick = (target: HTMLElement, listener: () => void) => {
    target.addEventListener('click', listener, { signal });
  };
  onClick(zoomOut, () => {
    zoomBy(1 / ZOOM_STEP);
  });
  onClick(zoomIn, () => {
    zoomBy(ZOOM_STEP);
  });
  onClick(fit, fitWindow);
  onClick(close, () => {
    dialog.close();
  });
  dialog.addEventListener(
    'keydown',
    (event) => {
      if (isComposing(event)) return;
      const { key } = event;
      if (key === '+' || key === '=') zoomBy(ZOOM_STEP);
      else if (key === '-') zoomBy(1 / ZOOM_STEP);
      else if (key === '0') fitWindow();
    },
    { signal },
  );
  stage.addEventListener(
    'wheel',
    (event) => {
      // Browsers report a pinch on a touchpad as a wheel with Control. Without Control, a wheel scrolls.
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / WHEEL_DISTANCE), pointIn(stage, event));
    },
    { signal, passive: false },
  );
  followPointers(stage, zoomBy, signal);
  dialog.addEventListener('close', () => {
    closing.abort();
    svg.style.width = '';
    svg.style.height = '';
    closed();
    dialog.remove();
  });
}

/** Zooms a drawing inside an element that scrolls. The point that the reader points at stays in place. */
function makeZoom(stage: HTMLElement, svg: SVGSVGElement) {
  const { width, height } = svg.viewBox.baseVal;
  let scale = 1;
  const setScale = (wanted: number, point: Point) => {
    const to = clampScale(wanted);
    const left = scrollAfterZoom(stage.scrollLeft, point.x, scale, to);
    const top = scrollAfterZoom(stage.scrollTop, point.y, scale, to);
    svg.style.width = `${String(width * to)}px`;
    svg.style.height = `${String(height * to)}px`;
    scale = to;
    stage.scrollTo(left, top);
  };
  const centre = () => ({ x: stage.clientWidth / 2, y: stage.clientHeight / 2 });
  return {
    zoomBy: (factor: number, point = centre()) => {
      setScale(scale * factor, point);
    },
    fitWindow: () => {
      setScale(fitScale({ width, height }, contentSize(stage)), centre());
    },
  };
}

/** Returns the size of an element without its padding and scrollbars, in pixels. */
function contentSize(stage: HTMLElement): { width: number; height: number } {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(stage);
  return {
    width: stage.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight),
    height: stage.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom),
  };
}

function button(name: string, label: string): HTMLButtonElement {
  return createElement('button', { type: 'button', class: 'button', 'aria-label': name }, label);
}
