import { abilities } from '../playbook/access.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { claudeToolsOf } from '../playbook/source/tool-names.ts';
import type { Loss, Refusal } from './export.ts';
import { isPlainCommand, permissionFor, permissionWithout } from './permission.ts';
import { targetTools } from './target-tools.ts';
import { targetName } from './targets.ts';
import type { UsableTools } from './usable-tools.ts';

/** The keys of an export that limit its tools, and what they do not say. */
export interface WrittenTools {
  keys: Record<string, unknown>;
  losses: Loss[];
}

/**
 * Writes what an agent may use, for a target. There, it may never use more: what the target cannot limit in the same way
 * is left out.
 * @param field the key of the source that limits the tools
 * @returns a refusal if nothing is strict enough
 */
export function writeTools(usable: UsableTools, target: Dialect, field: string): WrittenTools | Refusal {
  const { isOpen, denied, deniedServers, hasOtherDenials } = usable;
  const isLimited = !isOpen || denied.size > 0 || deniedServers.size > 0 || hasOtherDenials;
  if (!isLimited) return { keys: {}, losses: [] };
  if (target.limitsTools === 'caller') return { keys: {}, losses: [lostToCaller(field)] };
  if (target.limitsTools === 'nothing') {
    return {
      refusal: `${targetName(target)} has no documented way to limit the tools of an agent like this, so the agent could do more there than its file allows.`,
    };
  }
  if (isOpen && canDeny(usable, target)) return { keys: denials(usable, target), losses: [] };

  // Of tools that are not known here, none is listed.
  const remaining = isOpen
    ? { ...usable, allowed: new Set([...abilities.flatMap(claudeToolsOf), ...freeTools]) }
    : usable;
  if (target.limitsTools === 'permission') return permission(remaining, target, field);
  const { names, losses } = targetTools(remaining, target, field);
  if (names.length === 0 && target.hasEmptyList !== true) {
    return {
      refusal: `The agent may use no tool that ${targetName(target)} can limit in the same way, and an empty list might mean all tools there.`,
    };
  }
  return {
    keys: { tools: target.limitsTools === 'list-and-denials' ? names.join(', ') : names },
    losses: isOpen ? [onlyKnown(target, field)] : losses,
  };
}

/** Tools without an ability that an agent may use if its file allows all that it does not deny. */
const freeTools = ['TodoWrite', 'Skill', 'AskUserQuestion'];

function lostToCaller(field: string): Loss {
  return {
    field,
    effect: 'lost',
    explanation:
      'A skill has no tools of its own: the agent that loads it uses those that it has anyway. The file allows it none in addition.',
  };
}

function onlyKnown(target: Dialect, field: string): Loss {
  return {
    field,
    effect: 'stricter',
    explanation: `No such key of ${targetName(target)} is documented for all of it. The file lists the tools that remain instead, without MCP servers and tools that are not known here.`,
  };
}

/** Whether the target can deny all that is denied. */
function canDeny(
  { denied, hasOtherDenials, deniedServers }: UsableTools,
  { limitsTools, tools = {} }: Dialect,
): boolean {
  if (hasOtherDenials) return false;
  if (limitsTools === 'list-and-denials') return true;
  const known = new Set(Object.values(tools).flat());
  return limitsTools === 'permission' && deniedServers.size === 0 && [...denied].every((tool) => known.has(tool));
}

function denials({ denied, deniedServers }: UsableTools, target: Dialect): Record<string, unknown> {
  if (target.limitsTools === 'permission') return { permission: permissionWithout(denied, target) };
  const servers = deniedServers.has('*') ? ['*'] : [...deniedServers];
  return { disallowedTools: [...denied, ...servers.map((server) => `mcp__${server}`)].join(', ') };
}

function permission(usable: UsableTools, target: Dialect, field: string): WrittenTools {
  const isWritten = (entry: { written: string }) =>
    usable.commands.some((command) => entry.written.endsWith(`(${command})`) && isPlainCommand(command));
  const { names, losses } = targetTools(
    { ...usable, leftOut: usable.leftOut.filter((entry) => !isWritten(entry)) },
    target,
    field,
  );
  return {
    keys: { permission: permissionFor(names, usable.commands) },
    losses: [
      ...(usable.isOpen ? [onlyKnown(target, field)] : losses),
      {
        field,
        effect: 'changed',
        explanation: 'Everything else is denied. What changes something asks before it runs.',
      },
    ],
  };
}
