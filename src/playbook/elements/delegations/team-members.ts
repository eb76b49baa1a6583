import type { Delegation } from './delegation.ts';
import type { Context } from '../element.ts';
import { mentionAgents } from '../route.ts';

const plainName = '([a-z0-9]+(?:[-_][a-z0-9]+)*)';

/** Matches `sql-pro (fast): queries`. */
const memberFirst = new RegExp(`^${plainName}(?: \\([^()]*\\))?(?: ?[:–—] ?| - )(.+)$`);

/** Matches `Slow queries: sql-pro`. */
const memberLast = new RegExp(
  `^([^:]{1,200}): (?:the )?${plainName}(?: (?:sub-?)?(?:agent|engineer|specialist|expert))?\\.?$`,
);

/** Whether the label or the heading right above a list is about agents: "Your team". */
export function isTitledAsTeam({ headings, label, names }: Context): boolean {
  return names.size > 0 && mentionAgents([headings.at(-1) ?? '', label]);
}

/** Reads who does what, in either order. Only the folder's agents count, because other words look the same. */
export function readMember(text: string, { names }: Context): Omit<Delegation, 'line'> | undefined {
  const [, first = '', after = ''] = memberFirst.exec(text) ?? [];
  const [, before = '', last = ''] = memberLast.exec(text) ?? [];
  const agent = names.has(first) ? first : last;
  if (!names.has(agent)) return;
  return {
    task: (agent === first ? after : before).trim(),
    route: { written: agent, parties: [{ agent }], joined: 'and' },
  };
}
