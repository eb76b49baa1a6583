import type { List, Nodes } from 'mdast';
import type { Context, Recognised } from '../element.ts';
import { itemLine, itemText } from '../list-item.ts';
import type { Delegations } from './delegation.ts';

/** Introductions of a list of agents to start: "Spawn these subagents in parallel". */
const startIntro = /\b(?:spawn|launch|dispatch|start|invoke|run)\b.{0,80}\b(?:sub-?)?agents?\b/i;

/** Reads a list of agents to start: each item has the name of exactly one of the folder's agents in code. */
export function readStartedAgents({ children }: List, context: Context): Recognised<Delegations> | undefined {
  if (!startIntro.test(context.introduction) || children.length < 2) return;
  const items = children.map((item) => {
    const names = new Set(codeIn(item).filter((name) => context.names.has(name)));
    const [agent] = names;
    return { agent: names.size === 1 ? agent : undefined, task: itemText(item), line: itemLine(item) };
  });
  if (items.some(({ agent, task }) => agent === undefined || task === '')) return;
  return {
    kind: 'delegations',
    variant: 'to',
    items: items.map(({ agent = '', task, line }) => ({
      task: task.replace(/:$/, ''),
      route: { written: agent, parties: [{ agent }], joined: 'and' },
      line,
    })),
  };
}

function codeIn(node: Nodes): string[] {
  if (node.type === 'inlineCode') return [node.value.replace(/^@/, '').toLowerCase()];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}
