import { JSDOM } from 'jsdom';

/** Returns the element with the id `x` of an SVG. */
export function findElement(svg: string): Element {
  const element = new JSDOM(`<svg id="d">${svg}</svg>`).window.document.querySelector('#x');
  if (!element) throw new Error('The SVG has no element #x');
  return element;
}
