import type { Dialect } from '../playbook/dialects/dialect.ts';
import type { Ability } from '../playbook/source/tool-names.ts';
import { isMapping } from '../playbook/source/yaml.ts';
import type { WrittenAgent } from './written-agent.ts';

/** All keys that limit what an agent may do, in any tool. The first that a file has stands for all in explanations. */
export const limitingKeys = [
  ...['tools', 'permission', 'disallowedTools', 'permissionMode', 'approvalMode', 'readonly', 'commandExecutionPolicy'],
  ...['permissions', 'agents', 'hooks', 'kind'],
];

/** Restrictions on an agent by keys other than the lists of tools. No other tool reads these keys. */
export interface Restrictions {
  /** Abilities that it does not have. */
  abilities: Set<Ability>;
  /** Tools that it may not use, or only with a limit, in the words of its file. */
  tools: string[];
  /** Whether the file allows only some tools: those in `tools` of the agent, or these. */
  onlyAllowed?: string[];
  /** A restriction that no other tool can have, as the end of a sentence. */
  other?: string;
}

/** Returns what an agent's file forbids by keys that only its own tool reads. */
export function restrictionsOf({ data, dialect }: WrittenAgent): Restrictions {
  const restrictions: Restrictions = { abilities: new Set(), tools: [] };
  const forbid = (...abilities: Ability[]) => {
    for (const ability of abilities) restrictions.abilities.add(ability);
  };
  if (data.permissionMode === 'plan' || data.approvalMode === 'plan' || data.readonly === true) forbid('write', 'run');
  if (data.commandExecutionPolicy !== undefined) forbid('run');
  if (data.agents !== undefined && !isEveryAgent(data.agents)) forbid('agents');
  if (data.kind === 'remote') restrictions.other = 'it runs on a server, and the file only has its address';
  if (isMapping(data.hooks) && Object.keys(data.hooks).some((event) => /^pretooluse$/i.test(event))) {
    restrictions.other = 'its hooks may forbid the use of tools';
  }
  readPermission(data.permission, restrictions);
  readCapabilities(data.permissions, dialect, restrictions);
  return restrictions;
}

function isEveryAgent(agents: unknown): boolean {
  return agents === '*' || (Array.isArray(agents) && agents.includes('*'));
}

/**
 * Reads OpenCode's `permission` more strictly than its reader, for which a tool that asks is allowed: whether another
 * tool asks as well is not known.
 */
function readPermission(permission: unknown, restrictions: Restrictions): void {
  if (permission === undefined || permission === null || permission === 'allow') return;
  if (!isMapping(permission)) {
    restrictions.onlyAllowed = [];
    return;
  }
  const limited = Object.keys(permission).filter((name) => !isAllowed(permission[name]));
  // Limits the tools themselves.
  if (limited.includes('external_directory')) restrictions.other = 'it may not use files outside of its folder';
  restrictions.tools.push(...limited.filter((name) => name !== '*'));
  if (limited.includes('*')) {
    restrictions.onlyAllowed = Object.keys(permission).filter((name) => isAllowed(permission[name]));
  }
}

function isAllowed(action: unknown): boolean {
  return isMapping(action) ? Object.values(action).every(isAllowed) : action === 'allow';
}

/** Reads Kiro's `permissions`: a list of mappings with `capability`, `effect` and `match`. */
function readCapabilities(permissions: unknown, dialect: Dialect, restrictions: Restrictions): void {
  if (permissions === undefined || permissions === null) return;
  const entries: unknown[] = Array.isArray(permissions) ? permissions : [permissions];
  for (const entry of entries) {
    const { capability, effect } = isMapping(entry) ? entry : {};
    if (effect === 'allow') continue;
    if (typeof capability === 'string' && Object.hasOwn(dialect.tools ?? {}, capability)) {
      restrictions.tools.push(capability);
    } else {
      restrictions.other = 'its `permissions` forbid something that has no name elsewhere';
    }
  }
}
