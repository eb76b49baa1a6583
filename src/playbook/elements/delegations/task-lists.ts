import type { List, ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Context, Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import type { Route } from '../route.ts';
import type { Delegations } from './delegation.ts';
import { isAgentOfFolder, routeTo } from './role.ts';

/** Minimum number of tasks, because no title has to say what the list is. */
const MIN_TASKS = 3;

/** Reads a list in which each item is a task, a colon and an agent of the folder in code or in bold: "Bread: `baker`". */
export function readTaskList({ ordered, children }: List, context: Context): Recognised<Delegations> | undefined {
  if (ordered === true || children.length < MIN_TASKS) return;
  const items = children.map((item) => {
    const agent = agentAtEnd(item, context);
    const task = itemText(item).slice(0, -1);
    return agent && { task: task.slice(0, task.lastIndexOf(':')), route: agent, line: itemLine(item) };
  });
  return items.every((item) => item !== undefined) ? { kind: 'delegations', variant: 'to', items } : undefined;
}

function agentAtEnd({ children: [first] }: ListItem, context: Context): Route | undefined {
  if (first?.type !== 'paragraph') return;
  const parts = first.children.filter((part) => !(part.type === 'text' && /^[.;]?\s*$/.test(part.value)));
  const [above, agent] = parts.slice(-2);
  const isMarked = agent?.type === 'inlineCode' || agent?.type === 'strong';
  if (!isMarked || above?.type !== 'text' || !/:\s*$/.test(above.value)) return;
  return isAgentOfFolder(toString(agent), context) ? routeTo(toString(agent), context) : undefined;
}
