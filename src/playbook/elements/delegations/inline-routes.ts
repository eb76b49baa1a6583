import type { List, Paragraph } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context, Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import { arrow, hasAgents, readRoute } from '../route.ts';
import type { Delegation, Delegations } from './delegation.ts';
import { nameAgentsOfFolder } from './known-agents.ts';

/** Longest text to read, in UTF-16 code units. */
const MAX_LENGTH = 1000;

/**
 * Reads a list or a paragraph with several tasks and their agents in one sentence: `Consult: cold dough → baker; no flour
 * → miller`.
 */
export function readInlineRoutes(node: List | Paragraph, context: Context): Recognised<Delegations> | undefined {
  const lines =
    node.type === 'list'
      ? node.children.map((item) => ({ text: itemText(item), line: itemLine(item) }))
      : [{ text: toString(node).replace(/\s+/g, ' ').trim(), line: node.position?.start.line ?? 1 }];
  const read = lines.map(({ text, line }) => ({ text, line, routes: readRoutes(text, line, context) }));
  if (!read.some(({ routes }) => routes !== undefined)) return;
  const items = read.flatMap(({ text, line, routes }): Delegation[] => routes ?? [{ task: text, line }]);
  return { kind: 'delegations', variant: 'to', items };
}

/** Reads the parts of a text between semicolons, if there are several and each has an arrow to an agent of the folder. */
function readRoutes(text: string, line: number, context: Context): Delegation[] | undefined {
  if (text.length > MAX_LENGTH || !text.includes(';') || !arrow.test(text)) return;
  const items = text
    .replace(/^[\p{L} ]{2,40}: /u, '')
    .split(/;\s+/)
    .map((part): Delegation | undefined => {
      const [task = '', receiver = '', ...others] = part.split(arrow);
      // `baker → miller → grocer` is a sequence.
      if (others.length > 0 || hasAgents(readRoute(task, context.names))) return undefined;
      const route = readRoute(receiver.replace(/\.$/, ''), context.names);
      const isKnown = route !== undefined && nameAgentsOfFolder([route], context);
      return isKnown && task.trim() !== '' ? { task: task.trim(), route, line } : undefined;
    });
  return items.length > 1 && items.every((item) => item !== undefined) ? items : undefined;
}
