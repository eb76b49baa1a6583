import { ignoredInPlugins, isInPlugin } from './dialects/claude-code.ts';
import type { Dialect } from './dialects/dialect.ts';
import type { Position } from './problems.ts';
import type { RuleId } from './rules/rules.ts';
import type { Mention } from './roster/mentions.ts';
import type { Source } from './source/source.ts';
import { readPermission, readTools, type Tool } from './source/tools.ts';
import { agentsInTools } from './tool-permissions.ts';
import { asPlainData, asText, isMapping, type PlainData } from './source/yaml.ts';

/** A key of the front matter with its value. */
export interface OtherKey {
  key: string;
  value: PlainData;
}

/** The tools of an agent, and the keys of its file that limit them. */
export interface ToolAccess {
  /** Absent if the agent inherits all tools of the caller, or if the value cannot be read. */
  tools?: Tool[];
  disallowedTools: Tool[];
  /** Values about tools that cannot be read, in order. They must not be taken for "all tools" or "none". */
  unreadableTools: OtherKey[];
}

/** Reports a problem with a key of the front matter. */
export type ReportKey = (rule: RuleId, key: string, detail?: string) => void;

/** Reports a description or a system prompt that is longer than the dialect allows. */
export function reportLengths(
  { data, body }: Source,
  { limits, tool }: Dialect,
  report: (rule: RuleId, at: Position, detail: string) => void,
  descriptionAt: Position,
): void {
  const check = (at: Position, what: string, length: number, limit = Infinity) => {
    if (length <= limit) return;
    report('value-too-long', at, `${what} has ${String(length)} characters. The limit of ${tool} is ${String(limit)}.`);
  };
  check(descriptionAt, 'The description', asText(data.description).trim().length, limits?.description);
  const line = body.split('\n').findIndex((text) => text.trim() !== '') + 1;
  // The limit is that of Copilot's cloud agent, which ignores files for VS Code.
  if (data.target !== 'vscode') check({ line, column: 1 }, 'The system prompt', body.trim().length, limits?.body);
}

/** Reports keys of Claude Code that have no effect, or a bad one. */
export function reportIgnoredKeys({ data, location }: Source, report: ReportKey): void {
  if (Array.isArray(data.hooks) && data.hooks.length === 0) report('hooks-empty', 'hooks');
  if (!isInPlugin(location)) return;
  for (const key of ignoredInPlugins) {
    if (data[key] !== undefined) report('key-ignored-in-plugin', key);
  }
}

/** Reads all keys about tools. */
export function readToolKeys(data: Source['data'], report: ReportKey): ToolAccess {
  const unreadableTools: OtherKey[] = [];
  const read = (key: string) => {
    if (data[key] === undefined) return;
    const list = readTools(data[key]);
    // It is not documented whether such a mapping allows or denies.
    const isAmbiguous = key === 'disallowedTools' && !list?.allowed;
    if (list?.isSpaceSeparated === true) report('tools-blanks', key);
    if (list && !isAmbiguous) return list;
    const isEmpty = data[key] === null || data[key] === '';
    report('tools-unreadable', key, `\`${key}\` ${isEmpty ? 'has no value' : 'cannot be read as a list of tools'}`);
    unreadableTools.push({ key, value: asPlainData(data[key]) });
    return;
  };
  const allowed = read('tools');
  const disallowed = read('disallowedTools');
  const permission = readPermission(data.permission);
  const denied = [...(allowed?.denied ?? []), ...(disallowed?.allowed ?? []), ...permission.denied];
  const tools = allowed?.allowed ?? permission.allowed;
  return {
    ...(tools ? { tools } : {}),
    disallowedTools: [...new Map(denied.map((tool) => [tool.written, tool])).values()],
    unreadableTools,
  };
}

/**
 * Returns the names of agents and skills in the keys that list them. They are names only if the roster has them: a skill
 * need not have a file.
 * @param tools that the agent may use
 */
export function mentionsInKeys({ data, at }: Source, tools: readonly Tool[]): Mention[] {
  const { task } = isMapping(data.permission) ? data.permission : {};
  const callable = isMapping(task) ? Object.keys(task).filter((name) => task[name] !== 'deny') : [];
  const names: [key: string, names: readonly string[]][] = [
    ['tools', agentsInTools(tools)],
    ['agents', namesIn(data.agents)],
    ['skills', namesIn(data.skills)],
    ['permission', callable],
  ];
  return names.flatMap(([key, list]) =>
    list.map((name) => ({ name, explicit: false, section: '', ...(at.get(key) ?? { line: 1, column: 1 }) })),
  );
}

/** Returns the names in a list, or in a text with commas; plugins' names stand before a colon. */
function namesIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [];
  const names = list.map((name) => (typeof name === 'string' ? name.trim().replace(/^.*:/, '') : ''));
  return names.filter((name) => name !== '');
}
