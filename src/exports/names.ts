import { shortHash } from '../playbook/agent-ids.ts';
import type { Agent } from '../playbook/agent.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { plainName } from './file-names.ts';

/**
 * Returns the name of an agent in another tool, and that of its file, which is safe on all systems and in a shell. Both
 * are the agent's own if possible.
 */
export function namesFor(
  agent: Agent,
  { names, isNamedByFile = false, outputPath }: Dialect,
): { name: string; file: string } {
  const file = fileName(agent);
  const isFileName = isNamedByFile || outputPath.includes('{name}/');
  const isAccepted = names?.pattern.test(agent.name) ?? true;
  return { name: isAccepted && !isFileName ? agent.name : file, file };
}

/** Longest name: that of an id. */
const MAX_LENGTH = 60;

/** Returns a name that every system accepts: from the agent's name, or else from its id. */
function fileName({ name, id }: Agent): string {
  // Names in other scripts have no letters left.
  const file = plainName(name, plainName(id, `agent-${shortHash(id)}`));
  return file.slice(0, MAX_LENGTH).replace(/-$/, '');
}
