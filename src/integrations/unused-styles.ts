import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textElementsOf } from './inline-elements.ts';

/** A part of a style sheet: a rule with what its braces contain, or a declaration or statement. */
interface StylePart {
  readonly head: string;
  /** Absent if it has no braces. */
  readonly parts?: readonly StylePart[];
  /** The selectors in a rule's head, with the classes without which each matches nothing. */
  readonly selectors: readonly { readonly text: string; readonly classes: readonly string[] }[];
}

/**
 * Returns a function that removes the rules from a page's styles that cannot apply to it, because neither the page nor
 * any script contains a class that they need. Pages contain the styles of all components that they might have, such as
 * those of diagrams for the few agents with one: a tenth of a page, and a fifth of some, would be for nothing.
 *
 * @param root the folder of the built site, in which pages name others that their scripts take parts of
 */
export function stylePruner(root: string, base: string): (html: string, path: string) => string {
  const inScripts = new Set(
    globSync('_astro/*.js', { cwd: root }).flatMap((file) => wordsOf(readFileSync(join(root, file), 'utf8'))),
  );
  const sheets = new Map<string, readonly StylePart[]>();
  const read = (file: string) => {
    try {
      return readFileSync(join(root, file), 'utf8');
    } catch {
      return '';
    }
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
    for (const { name, text } of elements) {
      if (name !== 'style') continue;
      let sheet = sheets.get(text);
      if (!sheet) sheets.set(text, (sheet = parseStyles(text)));
      const kept = writeStyles(sheet, isUsed);
      html = html.replace(`<style>${text}</style>`, () => `<style>${kept}</style>`);
    }
    return html;
  };
}

/** Everything in a script or a file of data that may be the name of a class. */
function wordsOf(text: string): string[] {
  return text.match(/[\w-]+/g) ?? [];
}

function classesOf(html: string): string[] {
  return [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/));
}

/** Reads minified CSS. */
export function parseStyles(css: string): StylePart[] {
  let at = 0;
  const block = (): StylePart[] => {
    const parts: StylePart[] = [];
    for (let start = at; ; start = at) {
      at = endOf(css, at, /[;{}]/);
      const head = css.slice(start, at).trim();
      const end = css.charAt(at++);
      if (end === '{') parts.push({ head, parts: block(), selectors: head.startsWith('@') ? [] : selectorsOf(head) });
      else if (head !== '') parts.push({ head, selectors: [] });
      if (end === '}' || end === '') return parts;
    }
  };
  return block();
}

/** Writes the parts again, without rules whose selectors all need a class that is not used. */
export function writeStyles(parts: readonly StylePart[], isUsed: (name: string) => boolean): string {
  const written: string[] = [];
  for (const { head, parts: inner, selectors } of parts) {
    const used = selectors.filter(({ classes }) => classes.every(isUsed)).map(({ text }) => text);
    if (selectors.length > 0 && used.length === 0) continue;
    const content = inner && writeStyles(inner, isUsed);
    if (content === '') continue;
    written.push(content === undefined ? `${head};` : `${selectors.length > 0 ? used.join(',') : head}{${content}}`);
  }
  return written.join('').replace(/;$/, '');
}

/** A class in parentheses, as in `:not(.x)`, need not be there. */
function selectorsOf(head: string): StylePart['selectors'] {
  const selectors: { text: string; classes: string[] }[] = [];
  for (let at = 0; at <= head.length; at++) {
    const end = endOf(head, at, /,/);
    const text = head.slice(at, end);
    const outside: string[] = [];
    for (let from = 0; from < text.length;) {
      const open = endOf(text, from, /[([]/);
      outside.push(text.slice(from, open));
      from = open === text.length ? open : endOf(text, open + 1, /[)\]]/) + 1;
    }
    // A name with an escaped character is not looked for.
    const names = text.includes('\\') ? [] : outside.join(' ').matchAll(/\.([a-z][\w-]*)/gi);
    selectors.push({ text, classes: [...names].map(([, name = '']) => name) });
    at = end;
  }
  return selectors;
}

/** Returns the index of the next of these characters outside of strings and brackets, or the length of the text. */
function endOf(text: string, from: number, wanted: RegExp): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '\\') at++;
    else if (depth === 0 && wanted.test(char)) return at;
    else if (char === '"' || char === "'") {
      for (at++; at < text.length && text.charAt(at) !== char; at++) if (text.charAt(at) === '\\') at++;
    } else if (char === '(' || char === '[') depth++;
    else if (char === ')' || char === ']') depth--;
  }
  return text.length;
}
