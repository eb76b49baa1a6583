import { JSDOM, VirtualConsole } from 'jsdom';
import { boxOf, clientBoxOf, lengthOfLine, pointAlong, trace } from './boxes.ts';
import { whileStill } from './cascade.ts';
import { textLength } from './text.ts';

/** Where Mermaid asks for room (Gantt charts), it gets this much: about the width of a page's text, in pixels. */
const PAGE_WIDTH = 800;

/**
 * Makes this thread look enough like a browser for Mermaid to draw in it: jsdom's window, and answers to
 * what jsdom, which lays nothing out, leaves open. It changes globals for good, so it belongs into a worker.
 */
export function becomeBrowser(): void {
  const { window } = new JSDOM('<!doctype html><body></body>', { virtualConsole: new VirtualConsole() });
  measure(window);
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => Reflect.get(window, name) as unknown,
    });
  }
  Object.defineProperty(globalThis, 'window', { value: window });
}

function measure(window: JSDOM['window']): void {
  const nothing = { x: 0, y: 0, width: 0, height: 0 };

  define(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return whileStill(() => boxOf(this)) ?? nothing;
    },
    getBoundingClientRect(this: Element) {
      const box = whileStill(() => clientBoxOf(this)) ?? nothing;
      return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
    },
    getComputedTextLength(this: Element) {
      return whileStill(() => textLength(this));
    },
    getTotalLength(this: Element) {
      return lengthOfLine(trace(this.getAttribute('d') ?? ''));
    },
    getPointAtLength(this: Element, distance: number) {
      const [x, y] = pointAlong(trace(this.getAttribute('d') ?? ''), distance);
      return { x, y };
    },
  });
  Object.defineProperty(window.HTMLElement.prototype, 'offsetWidth', { get: () => PAGE_WIDTH });
  define(window.HTMLCanvasElement.prototype, { getContext: () => blindCanvas });
  // A picture from elsewhere is never fetched, and Mermaid would wait for it for ever.
  define(window.HTMLImageElement.prototype, {
    decode: () => Promise.reject(new Error('pictures from other places are not drawn')),
  });
}

/** Cytoscape, which lays out mind maps, wants to paint on a canvas what nobody will look at. */
const blindCanvas: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : blindCanvas),
  apply: () => blindCanvas,
});

function define(prototype: object, methods: Record<string, (this: Element, ...parameters: never[]) => unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
}
