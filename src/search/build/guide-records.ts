import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Element, Nodes, Root } from 'hast';
import type { SearchRecord } from './records.ts';

/** A page of the guide, as people know it. */
export interface GuidePage {
  /** With the base path. */
  url: string;
  title: string;
}

/**
 * A built page of the guide → a record for what stands above its first heading, and one for each heading.
 * @param html the whole page; what counts is its `<article>`
 */
export function guideRecords({ url, title }: GuidePage, html: string): SearchRecord[] {
  const article = find(fromHtml(html), 'article');
  const records = [record(url, title, [])];
  const lines: string[][] = [[]];
  const walk = (node: Nodes) => {
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      const { id } = node.properties;
      if (isHidden(node) || node.tagName === 'h1') return;
      if (/^h[2-6]$/.test(node.tagName) && typeof id === 'string' && !id.startsWith('playbook:')) {
        records.push(record(`${url}#${id}`, said(node), [title]));
        lines.push([]);
        return;
      }
      if (isLine(node)) {
        lines.at(-1)?.push(said(node));
        return;
      }
    }
    node.children.forEach(walk);
  };
  if (article) walk(article);
  return records.map((one, index) => ({
    ...one,
    body: (lines[index] ?? []).filter((line) => line !== '').join('\n'),
  }));
}

function record(url: string, title: string, trail: string[]): SearchRecord {
  return { url, kind: 'guide', title, trail, topics: [], body: '' };
}

function find(node: Root | Element, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === tagName ? child : find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

/** What is there for the eye or the hand, and says nothing. */
function isHidden({ tagName, properties }: Element): boolean {
  return ['script', 'style', 'svg', 'button', 'nav', 'template'].includes(tagName) || properties.ariaHidden === 'true';
}

function isLine({ tagName }: Element): boolean {
  return ['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'summary', 'figcaption', 'label'].includes(tagName);
}

function said(node: Element): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
