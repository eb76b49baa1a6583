import type { Agent } from '../playbook/agent.ts';
import { agentSkill } from '../playbook/dialects/agent-skill.ts';
import { codex } from '../playbook/dialects/codex.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { opencode } from '../playbook/dialects/opencode.ts';
import { vscode } from '../playbook/dialects/vscode.ts';
import type { RuleId } from '../playbook/rules/rules.ts';
import { fitDescription, inEnglish } from './fit-description.ts';
import type { Effect, Export, Loss, Refusal } from './export.ts';
import { frontMatter, toml } from './file-text.ts';
import { modelFor } from './model.ts';
import { namesFor } from './names.ts';
import { repeatKeys, translateKeys, type WrittenKeys } from './other-keys.ts';
import { limitingKeys } from './restrictions.ts';
import { targetName } from './targets.ts';
import { usableTools } from './usable-tools.ts';
import { writeTools } from './write-tools.ts';
import { writtenAgent, type WrittenAgent } from './written-agent.ts';

/** Keys that are translated one by one. All others are either the same in the target, or lost. */
const translatedKeys = new Set(['name', 'description', 'model', 'tools', 'disallowedTools', 'permission']);

/** Errors that do not prevent a tool from reading a file, and warnings about what it does not accept. */
const harmless = new Set<RuleId>(['secret-like', 'tools-unreadable']);
const unsound = new Set<RuleId>(['value-invalid', 'value-too-long']);

/**
 * Writes an agent as a file for another tool, or for its own. There, it may never do more than its own file allows: a
 * tool that the target cannot limit in the same way is left out, or else the export refused. A file without errors that
 * is written for the target is exported as it is.
 * @param target one of `targets`
 */
export function exportAgent(agent: Agent, target: Dialect): Export {
  if (!agent.source.isReadable) return { refusal: 'The file of this agent cannot be read.' };
  const written = writtenAgent(agent);
  const { name, file } = namesFor(agent, target);
  const path = target.outputPath.replace('{name}', () => file);
  const renamed: Loss[] = name === agent.name ? [] : [nameLoss(target, name)];

  const isOwn = written.dialect === target;
  if (isOwn && isSound(agent, target, name)) {
    const head = `---\n${agent.source.frontMatter}\n---\n`;
    return finished(written, path, head, agent.body.replace(/^\n+/, '\n'), renamed);
  }
  if (target === codex && written.prompt === '') {
    return { refusal: 'Codex requires instructions, and the system prompt of this agent is empty.' };
  }
  const others = isOwn ? repeatKeys(written, target) : translated(agent, written, target);
  if ('refusal' in others) return others;
  const description = fitDescription(agent, written, target);
  const body = fitPrompt(written, target);
  const keys = {
    ...(target.isNamedByFile === true ? {} : { name }),
    description: description.text,
    ...others.keys,
    ...body.keys,
  };
  const losses = [...renamed, ...description.losses, ...others.losses, ...body.losses];
  if (target === codex) {
    const head = toml({ name, description: description.text });
    return finished(written, path, head, toml({ developer_instructions: `${written.prompt}\n` }), losses);
  }
  const prompt = written.prompt === '' ? '' : `\n${written.prompt}\n`;
  return finished(written, path, frontMatter(keys), prompt, losses);
}

function finished(written: WrittenAgent, path: string, head: string, rest: string, losses: Loss[]): Export {
  const { data, prompt } = written;
  const fields = ['name', ...Object.keys(data), ...(prompt === '' ? [] : ['system prompt'])];
  const unchanged = [...new Set(fields)].filter((field) => !losses.some((loss) => loss.field === field));
  return { path, text: head + rest, promptAt: head.length, losses, unchanged };
}

/** Whether the target reads the file of an agent, which is written for it, as it is. */
function isSound({ name, problems, source }: Agent, target: Dialect, nameInTarget: string): boolean {
  if (source.frontMatter === '' || (target.isNamedByFile !== true && name !== nameInTarget)) return false;
  return problems.every(({ severity, rule }) => !unsound.has(rule) && (severity !== 'error' || harmless.has(rule)));
}

function translated(agent: Agent, written: WrittenAgent, target: Dialect): WrittenKeys | Refusal {
  const usable = usableTools(agent, written, target);
  if ('refusal' in usable) return usable;
  const tools = writeTools(usable, target, toolsField(written));
  if ('refusal' in tools) return tools;
  const model = writeModel(agent, target);
  const others = translateKeys(written, target, translatedKeys);
  const isSubtracted = !usable.isOpen && written.data.disallowedTools !== undefined && target !== agentSkill;
  return {
    keys: { ...modeFor(written, target), ...tools.keys, ...model.keys, ...others.keys },
    losses: [
      ...tools.losses,
      ...(isSubtracted ? [loss('disallowedTools', 'changed', 'Subtracted from the tools that the file lists.')] : []),
      ...model.losses,
      ...others.losses,
    ],
  };
}

/** Returns the key that an explanation of what becomes of the tools belongs to. */
function toolsField({ data }: WrittenAgent): string {
  return limitingKeys.find((key) => data[key] !== undefined) ?? 'tools';
}

function writeModel({ model }: Agent, target: Dialect): WrittenKeys {
  // Leaving the model out means the same.
  if (model === undefined || model === 'inherit') return { keys: {}, losses: [] };
  const known = modelFor(model, target);
  if (known === undefined) {
    const explanation =
      target === agentSkill
        ? 'A skill is used by the model of the agent that loads it.'
        : `No name of this model in ${targetName(target)} is documented. Without one, the tool chooses a model.`;
    return { keys: {}, losses: [loss('model', 'lost', explanation)] };
  }
  const losses = known === model ? [] : [loss('model', 'changed', `${targetName(target)} calls it \`${known}\`.`)];
  return { keys: { model: known }, losses };
}

/** Agents of other tools are called by an agent. Those of VS Code can also be chosen by a person. */
function modeFor({ dialect }: WrittenAgent, target: Dialect): Record<string, unknown> {
  return target === opencode && dialect !== vscode && dialect !== agentSkill ? { mode: 'subagent' } : {};
}

/** A prompt is never truncated: that would change the agent. */
function fitPrompt({ prompt }: WrittenAgent, target: Dialect): WrittenKeys {
  const limit = target.limits?.body ?? Infinity;
  if (prompt.length <= limit) return { keys: {}, losses: [] };
  const explanation = `It has ${inEnglish(prompt.length)} characters, and Copilot’s cloud agent accepts ${inEnglish(limit)}. The file is for VS Code only.`;
  return { keys: { target: 'vscode' }, losses: [loss('system prompt', 'changed', explanation)] };
}

function nameLoss(target: Dialect, name: string): Loss {
  const because = target.names ? `a name may have only ${target.names.expected}` : 'the name is that of the file';
  return loss('name', 'changed', `The agent is called \`${name}\` in ${targetName(target)}: ${because}.`);
}

function loss(field: string, effect: Effect, explanation: string): Loss {
  return { field, effect, explanation };
}
