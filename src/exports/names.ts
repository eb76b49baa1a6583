import { shortHash } from '../playbook/agent-ids.ts';
import type { Agent } from '../playbook/agent.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { slug } from '../playbook/slug.ts';

/**
 * Returns the name of an agent in another tool, and that of its file, which is safe on all systems and in a shell. Both
 * are the agent's own if possible.
 */
export function namesFor(
  agent: Agent,
  { names, isNamedByFile = false, place }: Dialect,
): { name: string; file: string } {
  const file = fileName(agent);
  const isFileName = isNamedByFile || place.includes('{name}/');
  const isAccepted = names?.pattern.test(agent.name) ?? true;
  return { name: isAccepted && !isFileName ? agent.name : file, file };
}

/** Returns lower-case ASCII letters, digits and single hyphens: at most 60, the limit of a slug. */
function fileName({ name, id }: Agent): string {
  const candidates = [name, id].map((text) => slug(text.normalize('NFKD').replace(/[^ -~]+/g, '')));
  // Names in other scripts have no letters left.
  return candidates.find((candidate) => candidate !== '') ?? `agent-${shortHash(id)}`;
}
