import { parse } from 'smol-toml';
import type { Agent } from '../../../src/playbook/agent.ts';
import type { Dialect } from '../../../src/playbook/dialects/dialect.ts';
import { targets } from '../../../src/exports/targets.ts';
import { exportAgent } from '../../../src/exports/export-agent.ts';
import type { ExportedFile } from '../../../src/exports/export.ts';
import { agentOf } from '../playbook/helpers.ts';

/** Returns a target by its id. */
function target(id: string): Dialect {
  const found = targets.find((one) => one.id === id);
  if (!found) throw new Error(`There is no target ${id}.`);
  return found;
}

/** Returns an agent with some lines of front matter after its name and description. */
export function agentWith(
  lines: readonly string[],
  { path = 'tide.md', body = '# Tides\n\nEbb and flow.' } = {},
): Agent {
  return agentOf(
    ['---', 'name: tide', 'description: Reads tide tables.', ...lines, '---', '', body, ''].join('\n'),
    path,
  );
}

/** Exports an agent, and fails if the export is refused. */
export function exported(agent: Agent, id: string): ExportedFile {
  const result = exportAgent(agent, target(id));
  if ('refusal' in result) throw new Error(result.refusal);
  return result;
}

/** Returns why an export is refused; empty if it is not. */
export function refusal(agent: Agent, id: string): string {
  const result = exportAgent(agent, target(id));
  return 'refusal' in result ? result.refusal : '';
}

/** Formats the losses of an export as `field effect`. */
export function lossesOf(agent: Agent, id: string): string[] {
  return exported(agent, id).losses.map(({ field, effect }) => `${field} ${effect}`);
}

/** Reads an exported file with the playbook's own reader, or with a parser of TOML, which the playbook does not read. */
export function readBack({ path, text }: ExportedFile): Agent {
  if (!path.endsWith('.toml')) return agentOf(text, path);
  const { name, description, developer_instructions: prompt } = parse(text) as Record<string, string>;
  return agentOf(`---\n${JSON.stringify({ name, description })}\n---\n\n${prompt ?? ''}`, 'tide.md');
}
