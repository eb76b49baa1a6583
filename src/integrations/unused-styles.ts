import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Container, type Root, type Rule } from 'postcss';
import { textElementsOf } from './inline-elements.ts';

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
  const sheets = new Map<string, Root>();
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
      if (!sheet) sheets.set(text, (sheet = parse(text)));
      const used = writeUsed(sheet, isUsed);
      html = html.replace(`<style>${text}</style>`, () => `<style>${used}</style>`);
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

/** Writes the children of a rule or a style sheet again, without rules whose selectors all need a class that is not used. */
export function writeUsed({ nodes = [] }: Container, isUsed: (name: string) => boolean): string {
  const written: string[] = [];
  for (const node of nodes) {
    if (node.type === 'decl' || (node.type === 'atrule' && !node.nodes)) written.push(`${node.toString()};`);
    if (node.type !== 'rule' && node.type !== 'atrule') continue;
    const head = node.type === 'rule' ? usedSelectors(node, isUsed) : `@${node.name} ${node.params}`;
    const content = head && writeUsed(node, isUsed);
    if (content) written.push(`${head}{${content}}`);
  }
  return written.join('').replace(/;$/, '');
}

function usedSelectors({ selectors }: Rule, isUsed: (name: string) => boolean): string {
  return selectors.filter((selector) => neededClasses(selector).every(isUsed)).join(',');
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
