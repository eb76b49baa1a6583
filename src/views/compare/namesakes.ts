import type { Agent } from '../../playbook/agent.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';

/** Returns the agents with a name that several files have, by the name in lower case, in reading order. */
export const sameNames = memoize((playbook: Playbook): ReadonlyMap<string, readonly Agent[]> => {
  const byName = Map.groupBy(playbook.agents, ({ name }) => name.toLowerCase());
  return new Map([...byName].filter(([, agents]) => agents.length > 1));
});

/** Returns the other agents with the same name. */
export function namesakesOf(agent: Agent, playbook: Playbook): Agent[] {
  return (sameNames(playbook).get(agent.name.toLowerCase()) ?? []).filter(({ id }) => id !== agent.id);
}

/** The result of comparing two agents with the same name. */
export type Sameness = 'identical' | 'same prompt, other settings' | 'different';

/** Compares two agents with the same name by their prompts and their keys. */
export function sameness(one: Agent, other: Agent): Sameness {
  if (one.body.trim() !== other.body.trim()) return 'different';
  return keysOf(one) === keysOf(other) ? 'identical' : 'same prompt, other settings';
}

function keysOf({ name, description, examples, model, color, tools, disallowedTools, otherKeys }: Agent): string {
  return JSON.stringify([name, description, examples, model, color, tools, disallowedTools, otherKeys]);
}
