import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type ChildNode } from 'postcss';
import { textElementsOf, type TextElement } from './inline-elements.ts';

/** A declaration or a statement; or a rule or an at-rule, with what its braces contain. */
interface StylePart {
  /** The declaration or statement, or the head of an at-rule; absent for a rule. */
  readonly text?: string;
  /** Those of a rule, with the classes without which each matches nothing. */
  readonly selectors?: readonly { readonly text: string; readonly classes: readonly string[] }[];
  readonly parts?: readonly StylePart[];
}

/** A page without the rules that cannot apply to it. */
interface PrunedPage {
  html: string;
  /** Its scripts, styles and other elements whose content is text. */
  elements: TextElement[];
}

/**
 * Returns a function that removes the rules from a page's styles that cannot apply to it, because neither the page nor
 * any script contains a class that they need. Pages contain the styles of all components that they might have, such as
 * those of diagrams for the few agents with one: a tenth of a page, and a fifth of some, would be for nothing.
 *
 * @param root the folder of the built site, in which pages name others that their scripts take parts of
 */
export function stylePruner(root: string, base: string): (html: string, path: string) => PrunedPage {
  const inScripts = new Set(
    globSync('_astro/*.js', { cwd: root }).flatMap((file) => wordsOf(readFileSync(join(root, file), 'utf8'))),
  );
  const sheets = new Map<string, readonly StylePart[]>();
  const read = (file: string) => {
    const path = join(root, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return (html, path) => {
    const folder = path.replace(/[^/]*$/, '');
    // What scripts put on the page later: entries of an index, and forms that open in place.
    const forms = [...html.matchAll(/ href="([^"]*)" data-fill-in/g)].map(([, address = '']) =>
      read(`${decodeURI(address.slice(base.length))}index.html`),
    );
    const elements = textElementsOf(html);
    const inlineScripts = elements.filter(({ name }) => name === 'script').map(({ text }) => text);
    const inPage = new Set([
      ...[html, ...forms].flatMap(classesOf),
      ...[...inlineScripts, read(`${folder}items.json`)].flatMap(wordsOf),
    ]);
    const isUsed = (name: string) => inPage.has(name) || inScripts.has(name);
    let pruned = html;
    const remaining = elements.map((element) => {
      if (element.name !== 'style') return element;
      let sheet = sheets.get(element.text);
      if (!sheet) sheets.set(element.text, (sheet = parseStyles(element.text)));
      const text = writeStyles(sheet, isUsed);
      pruned = pruned.replace(`<style>${element.text}</style>`, () => `<style>${text}</style>`);
      return { ...element, text };
    });
    return { html: pruned, elements: remaining };
  };
}

/** Everything in a script or a file of data that may be the name of a class. */
function wordsOf(text: string): string[] {
  return text.match(/[\w-]+/g) ?? [];
}

function classesOf(html: string): string[] {
  // Most elements have the same classes as others.
  const values = new Set(Array.from(html.matchAll(/ class="([^"]*)"/g), ([, names = '']) => names));
  return [...values].flatMap((names) => names.split(/\s+/));
}

/** Reads a style sheet once, so that it can be written for each page. */
export function parseStyles(css: string): StylePart[] {
  return parse(css).nodes.flatMap(readPart);
}

function readPart(node: ChildNode): StylePart[] {
  if (node.type === 'comment') return [];
  if (node.type === 'decl' || !node.nodes) return [{ text: `${node.toString()};` }];
  const parts = node.nodes.flatMap(readPart);
  if (node.type === 'atrule') return [{ text: `@${node.name} ${node.params}`, parts }];
  return [{ selectors: node.selectors.map((text) => ({ text, classes: neededClasses(text) })), parts }];
}

/** Writes the parts again, without rules whose selectors all need a class that is not used. */
export function writeStyles(parts: readonly StylePart[], isUsed: (name: string) => boolean): string {
  return parts
    .map(({ text = '', selectors, parts: inner }) => {
      if (!inner) return text;
      const used = selectors?.filter(({ classes }) => classes.every(isUsed)).map((selector) => selector.text);
      const head = used?.join(',') ?? text;
      const content = head && writeStyles(inner, isUsed);
      return content && `${head}{${content}}`;
    })
    .join('')
    .replace(/;$/, '');
}

/** Returns the classes without which a selector matches nothing. One in parentheses, as in `:not(.x)`, need not be there. */
function neededClasses(selector: string): string[] {
  // A name with an escaped character is not looked for.
  if (selector.includes('\\')) return [];
  let outside = selector.replace(/"[^"]*"/g, '');
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(/\([^()]*\)|\[[^\]]*\]/g, ' ');
  }
  return [...outside.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
}
