import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { siteOf, type SiteName } from './sites.ts';

const parser = new new JSDOM('').window.DOMParser();
const parsed = new Map<string, Document>();

/** Parses HTML. No script runs, and nothing is loaded. */
export function parseHtml(html: string): Document {
  return parser.parseFromString(html, 'text/html');
}

/**
 * Returns a page of a built site, parsed. Tests share it, so they must not change it.
 * @param route its address relative to the base path: `agents/rust-pro/`; empty for the home page
 */
export function pageAt(name: SiteName, route: string): Document {
  const path = join(siteOf(name).built, route, 'index.html');
  const document = parsed.get(path) ?? parseHtml(readFileSync(path, 'utf8'));
  parsed.set(path, document);
  return document;
}

/** Returns the main part of a page: without header, footer and navigation. */
export function mainOf(name: SiteName, route: string): Element {
  return one(pageAt(name, route), 'main');
}

/** Returns the text of an element, with white space as it is shown. */
export function textOf(element: Element): string {
  return element.textContent.replaceAll(/\s+/g, ' ').trim();
}

/** Returns the texts of all elements that a selector matches, in order. */
export function textsOf(root: ParentNode, selector: string): string[] {
  return all(root, selector).map(textOf);
}

export function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)];
}

/** @throws Error if there is no such element */
export function one(root: ParentNode, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** Returns all elements with a name: their label, the text of what labels them, or else their own text. */
export function allNamed(root: ParentNode, selector: string, name: string | RegExp): Element[] {
  return all(root, selector).filter((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
}

/**
 * Returns the first element with a name.
 * @throws Error with the names that there are, if none has this name
 */
export function named(root: ParentNode, selector: string, name: string | RegExp): Element {
  const [found] = allNamed(root, selector, name);
  if (found) return found;
  const names = all(root, selector).map((element) => `“${nameOf(element).slice(0, 60)}”`);
  throw new Error(`There is no ${selector} with the name ${String(name)} among ${names.join(', ') || 'none'}.`);
}

/**
 * Returns the first element with a text in it.
 * @throws Error if there is none
 */
export function containing(root: ParentNode, selector: string, text: string | RegExp): Element {
  const found = all(root, selector).find((element) =>
    typeof text === 'string' ? textOf(element).includes(text) : text.test(textOf(element)),
  );
  if (!found) throw new Error(`There is no ${selector} that contains ${String(text)}.`);
  return found;
}

export function hrefOf(link: Element): string {
  return link.getAttribute('href') ?? '';
}

/** Returns what screen readers call an element. It covers what the site uses, not the whole standard. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label !== null) return label;
  const labels = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const labelling = labels.flatMap((id) => element.ownerDocument.getElementById(id) ?? []);
  if (labelling.length > 0) return labelling.map(spokenText).join(' ');
  return spokenText(element.querySelector(':scope > caption') ?? element);
}

/** Returns the text of an element without what is hidden from screen readers. */
function spokenText(element: Element): string {
  if (!element.querySelector('[aria-hidden=true]')) return textOf(element);
  const copy = element.cloneNode(true) as Element;
  for (const hidden of all(copy, '[aria-hidden=true]')) hidden.remove();
  return textOf(copy);
}
