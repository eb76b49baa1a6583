import { claudeCode } from '../playbook/dialects/claude-code.ts';
import { sharedKeys, type Dialect } from '../playbook/dialects/dialect.ts';
import { isMapping, WrittenNumber } from '../playbook/source/yaml.ts';
import type { Loss, Refusal } from './export.ts';
import { limitingKeys } from './restrictions.ts';
import { targetName } from './targets.ts';
import type { WrittenAgent } from './written-agent.ts';

/** Keys of a file, and what they do not say of the source. */
export interface WrittenKeys {
  keys: Record<string, unknown>;
  losses: Loss[];
}

/** Writes the keys that other tools have as well, and says of all others that they are lost. */
export function translateKeys(
  { data, dialect }: WrittenAgent,
  target: Dialect,
  done: ReadonlySet<string>,
): WrittenKeys {
  const keys: Record<string, unknown> = {};
  const unchanged = new Set<string>();
  for (const key of sharedKeys) {
    const [from, inside] = (dialect.sharedKeys?.[key] ?? '').split('.');
    const [to, toInside] = (target.sharedKeys?.[key] ?? '').split('.');
    if (!from || !to || data[from] === undefined) continue;
    const outer = data[from];
    const value = inside === undefined ? outer : isMapping(outer) ? outer[inside] : undefined;
    if (claudeCode.keys[key]?.allows(value) !== true) continue;
    keys[to] = toInside === undefined ? plain(value) : { [toInside]: plain(value) };
    if (inside === undefined || (isMapping(outer) && Object.keys(outer).length === 1)) unchanged.add(from);
  }
  const lost = Object.keys(data).filter((key) => !done.has(key) && !unchanged.has(key));
  return {
    keys,
    losses: lost.map((field) => ({
      field,
      effect: 'lost',
      explanation: `No documented key of ${targetName(target)} means the same.`,
    })),
  };
}

/**
 * Writes all keys of a file for its own tool again, except for those that make the tool refuse or skip it.
 * @returns a refusal if such a key limits what the agent may do
 */
export function repeatKeys({ data }: WrittenAgent, target: Dialect): WrittenKeys | Refusal {
  const keys: Record<string, unknown> = {};
  const losses: Loss[] = [];
  for (const [key, value] of Object.entries(data)) {
    // These two are written for every tool.
    if (key === 'name' || key === 'description') continue;
    if (isUsable(key, value, target)) keys[key] = plain(value);
    else if (limitingKeys.includes(key) && key !== 'hooks') {
      return {
        refusal: `${targetName(target)} does not know this \`${key}\`, and without it, the agent could do more.`,
      };
    } else losses.push({ field: key, effect: 'lost', explanation: `It is not one that ${targetName(target)} knows.` });
  }
  return { keys, losses };
}

function isUsable(key: string, value: unknown, { keys, refusesOtherKeys = false }: Dialect): boolean {
  const definition = Object.hasOwn(keys, key) ? keys[key] : undefined;
  if (!definition) return !refusesOtherKeys && key !== '__proto__';
  // Claude Code skips an agent whose hooks are an empty list.
  return definition.allows(value) && !(key === 'hooks' && Array.isArray(value) && value.length === 0);
}

/** Returns a value of the front matter without the classes of our reader. */
function plain(value: unknown): unknown {
  if (value instanceof WrittenNumber) return Number(value.written);
  if (Array.isArray(value)) return value.map(plain);
  return isMapping(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]))
    : value;
}
