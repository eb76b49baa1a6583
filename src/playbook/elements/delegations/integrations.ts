import type { Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName } from '../../agent-names.ts';
import type { Context, Recognised } from '../element.ts';
import { readRoute, refersToAgents } from '../route.ts';
import type { Delegations } from './delegation.ts';

/** Reads `**Integration**: FFI bindings (python-pro), drivers (embedded-systems), …`. */
export function readIntegrations(paragraph: Paragraph, { headings }: Context): Recognised<Delegations> | undefined {
  const [first] = paragraph.children;
  if (first?.type !== 'strong') return;
  const line = paragraph.position?.start.line ?? 1;
  const text = toString(paragraph)
    .slice(toString(first).length)
    .replace(/^\s*:\s*/, '')
    .replace(/\.\s*$/, '');
  const title = toString(first).replace(/:$/, '').trim();
  // A comma inside of brackets separates nothing.
  const items = (text.match(/(?:\([^()]*\)|[^,])+/g) ?? []).map((pair) => {
    const [, task = '', name = ''] = /^(?:and\s)?(.+?)\s*\((@?[a-z0-9_-]+)\)$/s.exec(pair.trim()) ?? [];
    const route = readRoute(isHyphenatedName(name.replace('@', '')) ? name : '');
    return route && { task: task.replace(/\s+/g, ' '), route, line };
  });
  if (items.length < 2 || !items.every((item) => item !== undefined)) return;
  const routes = items.map(({ route }) => route);
  if (!refersToAgents(routes, [...headings, title])) return;
  return { kind: 'delegations', variant: 'with', title, items };
}
