import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Definition, Heading, PhrasingContent, RootContent, Table } from 'mdast';
import { defaultHandlers, toHast, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { highlighterFor } from './highlight.ts';
import { linkNames, type NameLookup } from './link-names.ts';

/** The definitions and lookups with which links of a file are resolved. */
export interface RenderContext {
  /** Targets of reference links, from anywhere in the file. */
  definitions: readonly Definition[];
  /** Returns the address for a link as written; `undefined` if its target is not on this site: only its text is shown. */
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
    'a blockquote br code code-block del div em h1 h2 h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    '*': ['className'],
    a: ['href', 'rel', 'className', 'dataAccent'],
    ol: ['start'],
    pre: ['tabIndex', 'dataLanguage'],
    div: ['tabIndex', 'className'],
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

/** Creates a renderer for a file. Asynchronous, because it loads the grammars of the file's languages. */
export async function createRenderer(languages: Iterable<string>, context: RenderContext): Promise<Renderer> {
  const highlight = await highlighterFor(languages);

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
          code: (_: State, node: Code) => codeBlock(node.value, (node.lang ?? '').toLowerCase()),
          // A heading inside a list or a quotation would disturb the order of the page's headings.
          heading: (state: State, node: Heading) => element('p', {}, [element('strong', {}, state.all(node))]),
          // Wide tables scroll inside this frame. It is focusable, so that keys can scroll it.
          table: (state: State, node: Table) =>
            element('div', { className: ['table-frame'], tabIndex: 0 }, [defaultHandlers.table(state, node)]),
        },
      },
    );
    adaptElements(tree, context.resolve);
    if (context.lookUpName) linkNames(tree, context.lookUpName);
    return toHtml(sanitize(tree, schema));
  };

  return {
    blocks: toSafeHtml,
    // As a paragraph, because mdast-util-to-hast adds line breaks between the children of a root.
    inline: (nodes) =>
      toSafeHtml([{ type: 'paragraph', children: [...nodes] }])
        .trim()
        .replace(/^<p>|<\/p>$/g, ''),
    code: (text, language) => toHtml(sanitize(codeBlock(text, language), schema)),
  };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
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
        Object.assign(node, link(stringOf(properties.src), [{ type: 'text', value: label }], resolve));
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
  if (href === undefined) return element('span', {}, children);
  return element('a', /^https?:/i.test(href) ? { href, rel: ['noopener'] } : { href }, children);
}

/** A checkbox that readers cannot tick is not a control: it is a symbol, and words for screen readers. */
function taskBox(checked: boolean): Element {
  return element('span', { className: ['task'] }, [
    element('span', { ariaHidden: 'true' }, [{ type: 'text', value: checked ? '☑' : '☐' }]),
    element('span', { className: ['visually-hidden'] }, [{ type: 'text', value: checked ? 'Done: ' : 'To do: ' }]),
  ]);
}

function stringOf(property: Properties[string]): string {
  return typeof property === 'string' ? property : '';
}

/** Returns the languages of all code blocks in some nodes, at any depth. */
export function languagesIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code') return [(node.lang ?? '').toLowerCase()];
    return 'children' in node ? languagesIn(node.children) : [];
  });
}
