import type { Agent } from '../agent.ts';
import { fileNameOf } from '../agent.ts';
import type { Delegation, Delegations } from '../elements/delegations/delegation.ts';
import { agentsOn } from '../elements/route.ts';
import { accessOf } from '../access.ts';
import { HANDOFFS_SECTION } from '../front-matter-handoffs.ts';
import { agentsInTools } from '../tool-permissions.ts';
import { isMapping } from '../source/yaml.ts';
import type { Check, CheckedAgent, CheckedFolder } from './folder.ts';

// A delegation to an agent that does not exist is reported in names.ts, like every other name of an agent.

/** Names of colleagues that a message lists. */
const MAX_LISTED = 3;

/** Returns the tasks that an agent gives to others in its prompt. */
function delegatedBy(agent: Agent): Delegation[] {
  return delegationsOf(agent)
    .filter(({ variant, section }) => variant === 'to' && section !== HANDOFFS_SECTION)
    .flatMap(({ items }) => items.filter(({ route }) => agentsOn(route).length > 0));
}

function delegationsOf({ elements }: Agent): Delegations[] {
  return elements.filter((element): element is Delegations => element.kind === 'delegations');
}

function filesByName({ agents }: CheckedFolder): ReadonlyMap<string, Agent> {
  return new Map(agents.toReversed().map(({ agent }) => [agent.name.toLowerCase(), agent]));
}

/** Reports delegations to agents that the delegating agent may not call. */
export const checkCalls: Check = (folder, report) => {
  const byName = filesByName(folder);
  for (const checked of folder.agents) {
    const { agent } = checked;
    const items = delegatedBy(agent);
    const [first] = items;
    if (!first) continue;
    const { basis, grants, hasUnknownTools } = accessOf(agent);
    const colleagues = [...new Set(items.flatMap(({ route }) => agentsOn(route)))].filter(
      (name) => byName.has(name.toLowerCase()) && name.toLowerCase() !== agent.name.toLowerCase(),
    );
    if (basis === 'listed' && grants.agents === 'no' && !hasUnknownTools && colleagues.length > 0) {
      const more = colleagues.length - MAX_LISTED;
      const list = [...colleagues.slice(0, MAX_LISTED), ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
      report('delegation-without-tool', agent, { line: first.line, column: 1 }, list);
    }
    const limit = limitOf(checked);
    if (!limit) continue;
    for (const { route, line } of items) {
      for (const name of agentsOn(route)) {
        const target = byName.get(name.toLowerCase());
        if (!target || target === agent || limit.allows(target)) continue;
        report(limit.kind, agent, { line, column: 1 }, `“${name}”, which ${limit.where} does not name`);
      }
    }
  }
};

/** Which agents a file lets its agent call. */
interface CallLimit {
  kind: 'delegation-not-allowed' | 'delegation-unlisted';
  allows: (target: Agent) => boolean;
  where: string;
}

/** Returns the limit of a file; `undefined` if there is none. */
function limitOf({ agent, data }: CheckedAgent): CallLimit | undefined {
  const { agents, permission } = data;
  if (Array.isArray(agents) && !agents.includes('*')) {
    const names = new Set(agents.map((name) => String(name).toLowerCase()));
    return {
      kind: 'delegation-not-allowed',
      where: '`agents`',
      allows: (target) => namesOf(target).some((name) => names.has(name)),
    };
  }
  const task = isMapping(permission) ? permission.task : undefined;
  if (isMapping(task)) {
    // The last pattern that matches decides.
    const rules = Object.entries(task).map(([pattern, action]) => ({ pattern: globPattern(pattern), action }));
    const isDenied = (target: Agent) =>
      rules.findLast(({ pattern }) => namesOf(target).some((name) => pattern.test(name)))?.action === 'deny';
    return { kind: 'delegation-not-allowed', where: '`permission.task`', allows: (target) => !isDenied(target) };
  }
  const listed = new Set(agentsInTools(agent.tools ?? []).map((name) => name.toLowerCase().replace(/^.*:/, '')));
  if (listed.size === 0) return;
  return {
    kind: 'delegation-unlisted',
    where: 'the list in `Agent(…)`',
    allows: (target) => namesOf(target).some((name) => listed.has(name)),
  };
}

function namesOf({ name, source }: Agent): string[] {
  return [name.toLowerCase(), fileNameOf(source.path).toLowerCase()];
}

function globPattern(glob: string): RegExp {
  const parts = glob.toLowerCase().split(/\*+/);
  return new RegExp(`^${parts.map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
}

/** Words of the shortest task that counts as the same in two files: “testing” alone may mean two things. */
const MIN_WORDS = 2;

/** Reports tasks that agents pass on in a circle, so that no agent does them. */
export const checkCycles: Check = (folder, report) => {
  const byName = filesByName(folder);
  const edges = folder.agents.flatMap(({ agent }) =>
    delegatedBy(agent).map(({ task, route, line }) => ({ agent, task, line, route, key: keyOf(task) })),
  );
  for (const [key, same] of Map.groupBy(edges, (edge) => edge.key)) {
    if (key.split(' ').length < MIN_WORDS || new Set(same.map(({ agent }) => agent)).size < 2) continue;
    // A role, or an agent without a file, may do the task.
    const targets = new Map(
      [...Map.groupBy(same, ({ agent }) => agent)].map(([agent, items]) => [
        agent,
        items.flatMap(({ route }) =>
          (route?.parties ?? []).map((party) => ('agent' in party ? byName.get(party.agent.toLowerCase()) : undefined)),
        ),
      ]),
    );
    for (let isChanged = true; isChanged;) {
      isChanged = false;
      for (const [agent, to] of targets) {
        if (to.every((target) => target && target !== agent && targets.has(target))) continue;
        targets.delete(agent);
        isChanged = true;
      }
    }
    const [start] = targets.keys();
    const first = same.find(({ agent }) => agent === start);
    if (!first) continue;
    const path: Agent[] = [];
    for (let next: Agent | undefined = start; next && !path.includes(next); next = targets.get(next)?.[0])
      path.push(next);
    const names = [...path, targets.get(path.at(-1) ?? first.agent)?.[0]].map((agent) => agent?.name ?? '');
    const detail = `The task “${first.task}” goes round in a circle: ${names.join(' → ')}.`;
    report('delegation-cycle', first.agent, { line: first.line, column: 1 }, detail);
  }
};

/** Reports tasks that the front matter hands to other agents than the prompt does. */
export const checkHandoffs: Check = ({ agents }, report) => {
  for (const { agent } of agents) {
    const handoffs = delegationsOf(agent).filter(({ section }) => section === HANDOFFS_SECTION);
    const prompted = Map.groupBy(delegatedBy(agent), ({ task }) => keyOf(task));
    for (const { task, route } of handoffs.flatMap(({ items }) => items)) {
      const [first, ...more] = prompted.get(keyOf(task)) ?? [];
      if (!first) continue;
      const named = new Set([first, ...more].flatMap((item) => agentsOn(item.route)));
      const [target = ''] = agentsOn(route);
      if ([...named].some((name) => name.toLowerCase() === target.toLowerCase())) continue;
      const names = [...named].map((name) => `“${name}”`).join(', ');
      const detail = `“${task}” goes to ${names} here, but to “${target}” in \`handoffs\``;
      report('handoff-contradicted', agent, { line: first.line, column: 1 }, detail);
    }
  }
};

function keyOf(task: string): string {
  return (task.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []).join(' ');
}
