import type { Element, ElementContent, Nodes, Properties, Text } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toString } from 'hast-util-to-string';
import type {
  Code,
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Heading,
  InlineCode,
  PhrasingContent,
  RootContent,
  Table,
  TableRow,
} from 'mdast';
import { defaultHandlers, toHast, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { splitUnbroken } from '../lib/unbroken.ts';
import { slug } from '../playbook/slug.ts';
import { highlighterFor, type CodeText } from './highlight.ts';
import { linkNames, type NameLookup } from './link-names.ts';

/** The definitions and lookups with which links of a file are resolved. */
export interface RenderContext {
  /** Targets of reference links, from anywhere in the file. */
  definitions: readonly Definition[];
  /** Returns the address for a link as written; `undefined` if it has none: then its text is shown, with the target. */
  resolve: (url: string) => string | undefined;
  /** Finds the page of a name in running text; absent if names are not linked. */
  lookUpName?: NameLookup;
}

/** Renders nodes of a file as HTML that is safe in a page, whatever the file contains. */
export interface Renderer {
  blocks: (nodes: readonly RootContent[]) => string;
  inline: (nodes: readonly PhrasingContent[]) => string;
  code: (text: string, language: string) => string;
}

/**
 * The last line of defence against agent files, which are untrusted: no `style`, no event handlers, no images (they
 * would be requests to other sites), and links to the web and to mail addresses only.
 */
const schema: Schema = {
  ...defaultSchema,
  tagNames:
    'a blockquote br code code-block del details div em h1 h2 h3 h4 h5 h6 hr kbd li ol p pre span strong sub summary sup table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    '*': ['className', ['dir', 'auto']],
    a: ['href', 'rel', 'className', 'dataAccent'],
    ol: ['start'],
    pre: ['tabIndex', 'dataLanguage'],
    // The only ids are those of footnotes.
    div: ['tabIndex', 'className', ['id', /^playbook:note-/]],
    span: ['className', 'ariaHidden'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  clobberPrefix: '',
};

/** Longer code is folded to its first lines, in browsers that can unfold it. */
const MAX_LINES = 22;

function lineCount(text: string): number {
  return text.split('\n').length;
}

/**
 * Creates a renderer for a file.
 * @param codes the code in the file that is highlighted
 */
export async function createRenderer(codes: readonly CodeText[], context: RenderContext): Promise<Renderer> {
  const highlight = await highlighterFor(codes);

  const codeBlock = (text: string, language: string): Element =>
    element('code-block', lineCount(text) > MAX_LINES ? { className: ['code-long'] } : {}, [
      element('pre', { tabIndex: 0, ...(language === '' ? {} : { dataLanguage: language }) }, [
        element('code', {}, highlight(text, language)),
      ]),
    ]);

  const toSafeHtml = (children: readonly RootContent[]): string => {
    const tree = toHast(
      { type: 'root', children: [...children, ...context.definitions] },
      {
        handlers: {
          code: (_: State, node: Code) => codeBlock(node.value, node.lang ?? ''),
          inlineCode: (_: State, node: InlineCode) => element('code', {}, inlineCode(node.value)),
          // A heading inside a list or a quotation would disturb the order of the page's headings.
          heading: (state: State, node: Heading) => element('p', {}, [element('strong', {}, state.all(node))]),
          footnoteReference: (_: State, node: FootnoteReference) =>
            element('sup', {}, [element('a', { href: `#${noteAnchor(node)}` }, [text(node.label ?? node.identifier)])]),
          footnoteDefinition: (state: State, node: FootnoteDefinition) =>
            element('div', { className: ['footnote'], id: noteAnchor(node) }, [
              element('sup', {}, [text(node.label ?? node.identifier)]),
              ...state.all(node),
            ]),
          // Wide tables scroll inside this frame. It is focusable, so that keys can scroll it.
          table: (state: State, node: Table) =>
            element('div', { className: ['table-frame'], tabIndex: 0 }, [
              defaultHandlers.table(state, withAllCells(node)),
            ]),
        },
      },
    );
    adaptElements(tree, context.resolve);
    setDirections(tree);
    if (context.lookUpName) linkNames(tree, context.lookUpName);
    return toHtml(sanitize(tree, schema));
  };

  return {
    blocks: toSafeHtml,
    // As a paragraph, because mdast-util-to-hast adds line breaks between the children of a root.
    inline: (nodes) =>
      toSafeHtml([{ type: 'paragraph', children: [...nodes] }])
        .trim()
        .replace(/^<p>(.*)<\/p>$/s, '$1')
        .replace(/^<p (dir="auto">.*)<\/p>$/s, '<span $1</span>'),
    code: (text, language) => toHtml(sanitize(codeBlock(text, language), schema)),
  };
}

/** Returns the anchor of a footnote. It contains a colon, which anchors of headings never do. */
function noteAnchor({ identifier }: FootnoteReference | FootnoteDefinition): string {
  return `playbook:note-${slug(identifier) || Array.from(identifier, (one) => one.codePointAt(0)).join('-')}`;
}

/** Puts the cells that a row has beyond its header's columns into its last column, as authors wrote them. */
function withAllCells(table: Table): Table {
  const columns = table.align?.length ?? table.children[0]?.children.length ?? 0;
  if (columns === 0 || table.children.every(({ children }) => children.length <= columns)) return table;
  const children = table.children.map((row): TableRow => {
    const [last, ...beyond] = row.children.slice(columns - 1);
    if (!last || beyond.length === 0) return row;
    const content = [last, ...beyond].flatMap((cell, index): PhrasingContent[] =>
      index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
    );
    return { ...row, children: [...row.children.slice(0, columns - 1), { ...last, children: content }] };
  });
  return { ...table, children };
}

/** Matches a letter of a script that is written from right to left. */
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Lets the browser choose the direction of each block that has letters from right to left. */
function setDirections(tree: Nodes): void {
  if (tree.type !== 'root') return;
  for (const child of tree.children) {
    if (child.type === 'element' && rightToLeft.test(toString(child))) child.properties.dir = 'auto';
  }
}

function text(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function inlineCode(code: string): ElementContent[] {
  return splitUnbroken(code.replace(/\r?\n|\r/g, ' ')).flatMap((part, index): ElementContent[] => {
    if (part === '') return [];
    return [index % 2 === 1 ? element('span', { className: ['unbroken'] }, [text(part)]) : text(part)];
  });
}

/** Replaces, in place, the links, images, checkboxes and table cells of mdast-util-to-hast. */
function adaptElements(tree: Nodes, resolve: RenderContext['resolve']): void {
  visit(tree, 'element', (node) => {
    const { properties } = node;
    switch (node.tagName) {
      case 'a':
        Object.assign(node, link(stringOf(properties.href), node.children, resolve));
        break;
      case 'img': {
        const label = `[image: ${stringOf(properties.alt) || stringOf(properties.src)}]`;
        Object.assign(node, link(stringOf(properties.src), [text(label)], resolve));
        break;
      }
      case 'input':
        Object.assign(node, taskBox(properties.checked === true));
        break;
      case 'th':
      case 'td':
        node.properties = properties.align ? { className: [`align-${stringOf(properties.align)}`] } : {};
        break;
    }
  });
}

function link(url: string, children: ElementContent[], resolve: RenderContext['resolve']): Element {
  const href = resolve(url);
  if (href === undefined) return element('span', {}, [...children, ...target(url, children)]);
  return element('a', /^https?:/i.test(href) ? { href, rel: ['noopener'] } : { href }, children);
}

/** Addresses that are code, and need not be links. */
const isScript = /^\s*(?:javascript|vbscript|data):/i;

/** A target without a page stays visible, unless it is already in the text, or is a heading that does not exist. */
function target(url: string, children: readonly ElementContent[]): ElementContent[] {
  const path = decodeIfValid(url);
  const shown = children.map((child) => toString(child)).join('');
  if (path === '' || path.startsWith('#') || shown.includes(path) || isScript.test(path)) return [];
  return [text(' ('), element('code', {}, [text(path)]), text(')')];
}

function decodeIfValid(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** A checkbox that readers cannot tick is not a control: it is a symbol, and words for screen readers. */
function taskBox(checked: boolean): Element {
  return element('span', { className: ['task'] }, [
    element('span', { ariaHidden: 'true' }, [text(checked ? '☑' : '☐')]),
    element('span', { className: ['visually-hidden'] }, [text(checked ? 'Done: ' : 'To do: ')]),
  ]);
}

function stringOf(property: Properties[string]): string {
  return typeof property === 'string' ? property : '';
}

/** Returns all code blocks in some nodes, at any depth. */
export function codesIn(nodes: readonly RootContent[]): CodeText[] {
  return nodes.flatMap((node): CodeText[] => {
    if (node.type === 'code') return [{ text: node.value, language: node.lang ?? '' }];
    return 'children' in node ? codesIn(node.children) : [];
  });
}
