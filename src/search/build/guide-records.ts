import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import type { Element, Nodes, Root } from 'hast';
import type { SearchRecord } from './records.ts';

/** A page of the guide. */
export interface GuidePage {
  /** With the base path. */
  url: string;
  title: string;
}

/**
 * Makes records from a built page of the guide: one for the text above its first heading, and one for each heading.
 * @param html the whole page, of which only the `<article>` is used
 */
export function guideRecords({ url, title }: GuidePage, html: string): SearchRecord[] {
  const article = findElement(fromHtml(html), 'article');
  const records = [record(url, title, [])];
  const lines: string[][] = [[]];
  const visit = (node: Nodes) => {
    if (node.type !== 'element' && node.type !== 'root') return;
    if (node.type === 'element') {
      const { id } = node.properties;
      if (hasNoText(node) || node.tagName === 'h1') return;
      if (/^h[2-6]$/.test(node.tagName) && typeof id === 'string' && !id.startsWith('playbook:')) {
        records.push(record(`${url}#${id}`, plainText(node), [title]));
        lines.push([]);
        return;
      }
      if (isLine(node)) {
        lines.at(-1)?.push(plainText(node));
        return;
      }
    }
    node.children.forEach(visit);
  };
  if (article) visit(article);
  return records.map((found, index) => ({
    ...found,
    body: (lines[index] ?? []).filter((line) => line !== '').join('\n'),
  }));
}

function record(url: string, title: string, trail: string[]): SearchRecord {
  return { url, kind: 'guide', title, trail, topics: [], body: '' };
}

function findElement(node: Root | Element, tagName: string): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === tagName ? child : findElement(child, tagName);
    if (found) return found;
  }
  return undefined;
}

/** Whether an element has no text to search. */
function hasNoText({ tagName, properties }: Element): boolean {
  return ['script', 'style', 'svg', 'button', 'nav', 'template'].includes(tagName) || properties.ariaHidden === 'true';
}

function isLine({ tagName }: Element): boolean {
  return ['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'summary', 'figcaption', 'label'].includes(tagName);
}

function plainText(node: Element): string {
  return toString(node).replace(/\s+/g, ' ').trim();
}
