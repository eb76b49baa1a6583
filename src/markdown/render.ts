import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Code, Definition, Heading, PhrasingContent, RootContent, Table } from 'mdast';
import { defaultHandlers, toHast, type State } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { highlighterFor } from './highlight.ts';
import { linkNames, type NameLookup } from './link-names.ts';

/** Where links of a file lead. */
export interface RenderContext {
  /** Targets of reference links, from anywhere in the file. */
  definitions: readonly Definition[];
  /** The address for a link as written; nothing if it leads nowhere on this site, so that only its text stays. */
  resolve: (url: string) => string | undefined;
  /** Whom a name in running text means; absent where names stay words. */
  whoIs?: NameLookup;
}

/** Turns nodes of a file into HTML that is safe to place in a page, whatever the file says. */
export interface Renderer {
  blocks: (nodes: readonly RootContent[]) => string;
  inline: (nodes: readonly PhrasingContent[]) => string;
  code: (text: string, language: string) => string;
}

/**
 * The last wall: agent files are untrusted. Nothing above should let anything else through; this makes sure.
 * No `style`, no handlers, no images (they would be fetched from elsewhere), links to the web and mail only.
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

/** Prepares a renderer for a file; asynchronous, because grammars are loaded for the languages it uses. */
export async function createRenderer(languages: Iterable<string>, context: RenderContext): Promise<Renderer> {
  const highlight = await highlighterFor(languages);

  const codeBlock = (text: string, language: string): Element =>
    element('code-block', {}, [
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
          // A heading inside a list or a quotation is no part of the page's own order of headings.
          heading: (state: State, node: Heading) => element('p', {}, [element('strong', {}, state.all(node))]),
          // Wide tables scroll inside this frame; it takes the focus so that keys can scroll it.
          table: (state: State, node: Table) =>
            element('div', { className: ['table-frame'], tabIndex: 0 }, [defaultHandlers.table(state, node)]),
        },
      },
    );
    polish(tree, context.resolve);
    if (context.whoIs) linkNames(tree, context.whoIs);
    return toHtml(sanitize(tree, schema));
  };

  return {
    blocks: toSafeHtml,
    // As a paragraph, because between the children of a root mdast-util-to-hast puts line breaks: spaces, here.
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

/** Rewrites, in place, what mdast-util-to-hast makes of links, images, task boxes and table cells. */
function polish(tree: Nodes, resolve: RenderContext['resolve']): void {
  visit(tree, 'element', (node) => {
    const { properties } = node;
    switch (node.tagName) {
      case 'a':
        Object.assign(node, link(textOf(properties.href), node.children, resolve));
        break;
      case 'img': {
        const label = `[image: ${textOf(properties.alt) || textOf(properties.src)}]`;
        Object.assign(node, link(textOf(properties.src), [{ type: 'text', value: label }], resolve));
        break;
      }
      case 'input':
        Object.assign(node, taskBox(properties.checked === true));
        break;
      case 'th':
      case 'td':
        node.properties = properties.align ? { className: [`align-${textOf(properties.align)}`] } : {};
        break;
    }
  });
}

function link(url: string, children: ElementContent[], resolve: RenderContext['resolve']): Element {
  const href = resolve(url);
  if (href === undefined) return element('span', {}, children);
  return element('a', /^https?:/i.test(href) ? { href, rel: ['noopener'] } : { href }, children);
}

/** A box that cannot be ticked is no control: it is a sign, and words for those who hear the page. */
function taskBox(checked: boolean): Element {
  return element('span', { className: ['task'] }, [
    element('span', { ariaHidden: 'true' }, [{ type: 'text', value: checked ? '☑' : '☐' }]),
    element('span', { className: ['visually-hidden'] }, [{ type: 'text', value: checked ? 'Done: ' : 'To do: ' }]),
  ]);
}

function textOf(property: Properties[string]): string {
  return typeof property === 'string' ? property : '';
}

/** The languages of all code among some nodes, however deep. */
export function languagesIn(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'code') return [(node.lang ?? '').toLowerCase()];
    return 'children' in node ? languagesIn(node.children) : [];
  });
}
