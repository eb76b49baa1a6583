import type { Agent } from '../agent.ts';
import { findNearMisses, nearestName, positionOfReference } from '../roster/near-misses.ts';
import type { CheckedAgent, Check } from './folder.ts';

/** Agents that come with Claude Code, VS Code or OpenCode, so that no folder has their files. */
const builtIn = new Set([
  'general-purpose',
  'explore',
  'plan',
  'claude',
  'statusline-setup',
  'claude-code-guide',
  'agent',
  'ask',
  'edit',
  'build',
  'general',
]);

/** Other files with the same name that a message lists. */
const MAX_LISTED = 4;

/** Reports names that several files have and that one tool reads together: once for each name. */
export const checkDuplicates: Check = ({ agents }, report) => {
  const named = agents.filter(({ data }) => data.name !== undefined);
  const groups = Map.groupBy(named, (checked) => `${checked.agent.name}\n${scopeOf(checked)}`);
  for (const [first, ...others] of groups.values()) {
    if (!first || others.length === 0) continue;
    const paths = others.slice(0, MAX_LISTED).map(({ agent }) => agent.source.path);
    const more = others.length - paths.length;
    const list = [...paths, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
    const have = others.length === 1 ? 'Another file has' : `${String(others.length)} other files have`;
    report('name-duplicate', first.agent, first.positionOf('name'), `${have} the name “${first.agent.name}”: ${list}.`);
  }
};

/**
 * Returns the key of the files that a tool reads together: the tool, and the folder above `agents`, such as that
 * of a plugin. A skill is found by its own folder.
 */
function scopeOf({ agent, location }: CheckedAgent): string {
  const { path } = agent.source;
  if (/(?:^|\/)SKILL\.md$/i.test(location)) return path;
  const tool = agent.tool?.detectedBy === 'path' ? agent.tool.name : '';
  const [, above = ''] = /^(.*\/)?(?:agents?|commands?|skills)\//.exec(path) ?? [];
  return `${tool}\n${above}`;
}

/** Reports names without a file: those close to another name, and all others as information. */
export const checkNames: Check = ({ agents, roster }, report) => {
  const byId = new Map(agents.map((checked) => [checked.agent.id, checked]));
  const linesOf = lineReader();
  const withFile = agents.map(({ agent }) => agent.name);
  const misses = new Map(
    findNearMisses(
      roster,
      agents.map(({ agent }) => agent),
    ).map((miss) => [miss.name, miss]),
  );
  for (const { name, agent: file, references } of roster) {
    if (file !== undefined || builtIn.has(name.toLowerCase())) continue;
    const miss = misses.get(name);
    const nearest = miss ? undefined : nearestName(name, withFile);
    for (const [id, places] of Map.groupBy(references, ({ by }) => by)) {
      const checked = byId.get(id);
      if (!checked) continue;
      const positions = places.map((place) =>
        positionOfReference(name, place, checked.agent, linesOf(checked.agent), checked.positionOf('description')),
      );
      const distinct = [...new Map(positions.map((at) => [`${String(at.line)}:${String(at.column)}`, at])).values()];
      if (miss) {
        const detail = `“${name}”, which is close to “${miss.suggestion}”`;
        for (const at of distinct) report('name-near-miss', checked.agent, at, detail);
        continue;
      }
      const [first] = distinct.toSorted((a, b) => a.line - b.line || a.column - b.column);
      const also = distinct.length > 1 ? ` It is named in ${String(distinct.length)} places of this file.` : '';
      const near = nearest === undefined ? '' : ` The closest name is “${nearest}”.`;
      if (first)
        report('agent-unknown', checked.agent, first, `No file of the folder defines “${name}”.${also}${near}`);
    }
  }
};

/** Returns a function that splits a file into lines, each file once. */
function lineReader(): (agent: Agent) => readonly string[] {
  const read = new Map<Agent, string[]>();
  return (agent) => {
    const lines = read.get(agent) ?? agent.body.split('\n');
    read.set(agent, lines);
    return lines;
  };
}

/** Agents of the smallest folder in which each is expected to be named, and the share of them that must be. */
const MIN_NAMED = 5;
const MIN_SHARE = 0.8;

/** Reports agents that no other file names, in folders whose agents name each other. */
export const checkReach: Check = ({ agents, roster }, report) => {
  const reached = new Set(
    roster.flatMap(({ agent, references }) =>
      agent !== undefined && references.some(({ by }) => by !== agent) ? [agent] : [],
    ),
  );
  if (reached.size < MIN_NAMED || reached.size < agents.length * MIN_SHARE) return;
  for (const { agent, positionOf } of agents) {
    if (!reached.has(agent.id)) report('agent-unreached', agent, positionOf('name'), agent.name);
  }
};
