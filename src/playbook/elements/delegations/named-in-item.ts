import type { ListItem, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { isHyphenatedName } from '../../agent-names.ts';
import { itemText } from '../list-item.ts';
import type { Delegation } from './delegation.ts';
import { nearestTitle, type Context } from '../element.ts';

/** Matches a name with a hyphen or an `@`, or one before the word "agent". */
const nameInText =
  /(?<![\w/.-])(?:@([a-z0-9]+(?:[-_][a-z0-9]+)*)|([a-z0-9]+(?:[-_][a-z0-9]+)+)\b|([a-z0-9]+) (?:sub-?)?agent\b)/gi;

/**
 * Reads a sentence that names agents of the folder anywhere: "Before a release, the `sql-pro` has to look at it". Call it
 * only for lists whose title is about colleagues.
 */
export function readNamedInItem(item: ListItem, context: Context): Omit<Delegation, 'line'> | undefined {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return;
  const task = itemText(item);
  const marked = first.children.flatMap(markedWords).map((word) => word.replace(/^@/, '').toLowerCase());
  const written = [...task.matchAll(nameInText)].map((match) => (match[1] ?? match[2] ?? match[3] ?? '').toLowerCase());
  // Below "Integration with other agents", a name in code is one, whether the folder has it or not.
  const areAgents = /\bagents\b/i.test(nearestTitle(context));
  const inCode = first.children.flatMap((child) => (child.type === 'inlineCode' ? [child.value] : []));
  const agents = [...new Set([...marked, ...written])].filter(
    (word) => context.names.has(word) || (areAgents && isHyphenatedName(word) && inCode.includes(word)),
  );
  if (agents.length === 0) return;
  return { task, route: { written: agents.join(', '), parties: agents.map((agent) => ({ agent })), joined: 'and' } };
}

/** Returns the texts in code and in bold. */
function markedWords(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value];
  if (node.type === 'strong') return [toString(node), ...node.children.flatMap(markedWords)];
  return 'children' in node ? node.children.flatMap(markedWords) : [];
}
