/* Adds to a layout what the page knows: title, description, ids, links, and the agents' colours. */

import { accents } from '../playbook/accent.ts';
import { FONT_SIZE, ID_PLACEHOLDER, type Layout } from './layout.ts';
import type { DiagramNode, DiagramRequest, Drawing } from './request.ts';

/** Matches URLs without protocol and host. Browsers treat a backslash as a slash, and ignore tabs and line breaks. */
const urlOnThisSite = /^(?:[#?]|\.{0,2}\/(?!\/))[^\s\\]*$/;

/** Makes a layout an SVG for a page, with its title, ids, links, and the agents' colours. */
export function annotateSvg(layout: Layout, request: DiagramRequest): Drawing {
  if ('error' in layout) return { error: layout.error, ...(layout.isUnsupported && { isUnsupported: true }) };
  const { width, height } = layout;
  const id = escape(request.id);
  const nodes = new Map(request.nodes?.map((node) => [node.id, node]));
  let links = 0;
  // A node contains no groups, so the next `</g>` closes it.
  const shapes = layout.shapes
    .replaceAll(`id="${ID_PLACEHOLDER}-`, `id="${id}-`)
    .replaceAll(`url(#${ID_PLACEHOLDER}-`, `url(#${id}-`)
    .replace(/<g class="node" data-node="([^"]*)">(.*?)<\/g>/gs, (_, name: string, inside: string) => {
      const { tag, attributes, accented } = annotateNode(nodes.get(name), inside);
      if (tag === 'a') links += 1;
      return `<${tag}${attributes}>${accented ? inside.replace(/ data-accent="\w+"/g, '') : inside}</${tag}>`;
    });
  const described = request.description.trim() !== '';
  const attributes = [
    'class="diagram-svg"',
    `viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}"`,
    // Screen readers ignore the content of an image, but links in it must stay reachable.
    `role="${links > 0 ? 'group' : 'img'}"`,
    `aria-labelledby="${id}-title${described ? ` ${id}-desc` : ''}"`,
    `text-anchor="middle" font-size="${String(FONT_SIZE)}"`,
  ];
  const title = `<title id="${id}-title">${escape(request.title)}</title>`;
  const description = described ? `<desc id="${id}-desc">${escape(request.description)}</desc>` : '';
  return { svg: `<svg ${attributes.join(' ')}>${title}${description}${shapes}</svg>`, width, height };
}

function annotateNode(node: DiagramNode | undefined, inside: string) {
  const accent = accents.find((name) => name === node?.accent);
  const href = node?.href !== undefined && urlOnThisSite.test(node.href) ? node.href : undefined;
  const common = ` class="node"${accent === undefined ? '' : ` data-accent="${accent}"`}`;
  const accented = accent !== undefined;
  if (href === undefined) return { tag: 'g', attributes: common, accented };
  const label = node?.label === undefined ? nodeLabel(inside) : escape(node.label);
  const name = label === '' ? '' : ` aria-label="${label}"`;
  return { tag: 'a', attributes: ` href="${escape(href)}"${common}${name}`, accented };
}

/** Returns the rows of a node's label as text for an attribute. It is still escaped. */
function nodeLabel(inside: string): string {
  return inside
    .replace(/<(?:text|tspan x=)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/"/g, '&#x22;')
    .replace(/ +/g, ' ')
    .trim();
}

/** Escapes a value for text and attributes. Control characters are removed, because the SVG must also be valid XML. */
function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}
