/*
 * Works around Mermaid's need for a browser. It draws only where there is a window, and asks it for the sizes of what it
 * has drawn. jsdom provides the window but no layout, so that bounding-box.ts and text-layout.ts answer instead.
 * draw.test.ts fails for each kind of diagram that needs more of a browser than this.
 */

import { JSDOM, VirtualConsole } from 'jsdom';
import { boundingBox, clientBoundingBox, polylineLength, pointAtLength, flattenPath } from './bounding-box.ts';
import { withStyleCache } from './cascade.ts';
import { textLength } from './text-layout.ts';

/** Width of every HTML element, in pixels: about that of a page's text. Mermaid fits Gantt charts to it. */
const PAGE_WIDTH = 800;

/** Adds jsdom's window to the globals of this thread for good, with the measurements that jsdom lacks. */
export function installDomShim(): void {
  const { window } = new JSDOM('<!doctype html><body></body>', { virtualConsole: new VirtualConsole() });
  addMeasurements(window);
  for (const name of Object.getOwnPropertyNames(window)) {
    if (name in globalThis) continue;
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => Reflect.get(window, name) as unknown,
    });
  }
  Object.defineProperty(globalThis, 'window', { value: window });
}

function addMeasurements(window: JSDOM['window']): void {
  const emptyBox = { x: 0, y: 0, width: 0, height: 0 };

  define(window.SVGElement.prototype, {
    getBBox(this: Element) {
      return withStyleCache(() => boundingBox(this)) ?? emptyBox;
    },
    getBoundingClientRect(this: Element) {
      const box = withStyleCache(() => clientBoundingBox(this)) ?? emptyBox;
      return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
    },
    getComputedTextLength(this: Element) {
      return withStyleCache(() => textLength(this));
    },
    getTotalLength(this: Element) {
      return polylineLength(flattenPath(this.getAttribute('d') ?? ''));
    },
    getPointAtLength(this: Element, distance: number) {
      const [x, y] = pointAtLength(flattenPath(this.getAttribute('d') ?? ''), distance);
      return { x, y };
    },
  });
  Object.defineProperty(window.HTMLElement.prototype, 'offsetWidth', { get: () => PAGE_WIDTH });
  define(window.HTMLCanvasElement.prototype, { getContext: () => canvasStub });
  // Images are never fetched, and Mermaid would wait for them forever.
  define(window.HTMLImageElement.prototype, {
    decode: () => Promise.reject(new Error('images are not supported')),
  });
}

/** A canvas context that accepts every call and draws nothing. Cytoscape, which lays out mind maps, needs one. */
const canvasStub: unknown = new Proxy(() => undefined, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : canvasStub),
  apply: () => canvasStub,
});

function define(prototype: object, methods: Record<string, (this: Element, ...parameters: never[]) => unknown>): void {
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
}
