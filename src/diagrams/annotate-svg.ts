import { accents } from '../playbook/accent.ts';
import { FONT_SIZE, ID_PLACE, type Layout } from './layout.ts';
import type { DiagramNode, DiagramRequest, Drawing } from './request.ts';

/** Addresses without protocol and host. Browsers read a backslash as a slash, and past tabs and line breaks. */
const onThisSite = /^(?:[#?]|\.{0,2}\/(?!\/))[^\s\\]*$/;

/** Makes a layout the picture of a page: with its names, its ids, its links and the colours of its agents. */
export function dress(layout: Layout, request: DiagramRequest): Drawing {
  if ('error' in layout) return { error: layout.error };
  const { width, height } = layout;
  const id = escape(request.id);
  const nodes = new Map(request.nodes?.map((node) => [node.id, node]));
  let links = 0;
  // Nodes hold no groups, so that the next end of a group is theirs.
  const shapes = layout.shapes
    .replaceAll(`id="${ID_PLACE}-`, `id="${id}-`)
    .replaceAll(`url(#${ID_PLACE}-`, `url(#${id}-`)
    .replace(/<g class="node" data-node="([^"]*)">(.*?)<\/g>/gs, (_, name: string, inside: string) => {
      const { tag, attributes, accented } = dressOf(nodes.get(name), inside);
      if (tag === 'a') links += 1;
      return `<${tag}${attributes}>${accented ? inside.replace(/ data-accent="\w+"/g, '') : inside}</${tag}>`;
    });
  const described = request.description.trim() !== '';
  const attributes = [
    'class="diagram-svg"',
    `viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}"`,
    // An image has no parts. Where parts are links, they must stay reachable, so that is a group.
    `role="${links > 0 ? 'group' : 'img'}"`,
    `aria-labelledby="${id}-title${described ? ` ${id}-desc` : ''}"`,
    `text-anchor="middle" font-size="${String(FONT_SIZE)}"`,
  ];
  const title = `<title id="${id}-title">${escape(request.title)}</title>`;
  const description = described ? `<desc id="${id}-desc">${escape(request.description)}</desc>` : '';
  return { svg: `<svg ${attributes.join(' ')}>${title}${description}${shapes}</svg>`, width, height };
}

function dressOf(node: DiagramNode | undefined, inside: string) {
  const accent = accents.find((name) => name === node?.accent);
  const href = node?.href !== undefined && onThisSite.test(node.href) ? node.href : undefined;
  const common = ` class="node"${accent === undefined ? '' : ` data-accent="${accent}"`}`;
  const accented = accent !== undefined;
  if (href === undefined) return { tag: 'g', attributes: common, accented };
  const label = node?.label === undefined ? textOf(inside) : escape(node.label);
  const name = label === '' ? '' : ` aria-label="${label}"`;
  return { tag: 'a', attributes: ` href="${escape(href)}"${common}${name}`, accented };
}

/** The rows of a node's label, for an attribute. What is escaped in it, stays so. */
function textOf(inside: string): string {
  return inside
    .replace(/<(?:text|tspan x=)[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/"/g, '&#x22;')
    .replace(/ +/g, ' ')
    .trim();
}

/** For text and attributes of an SVG, which is to be XML too: that cannot hold control characters. */
function escape(value: string): string {
  return value
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`);
}
