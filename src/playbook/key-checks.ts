import { distance } from 'fastest-levenshtein';
import { agentSkill } from './dialects/agent-skill.ts';
import { claudeCode, isInPlugin } from './dialects/claude-code.ts';
import type { Dialect } from './dialects/dialect.ts';
import { dialects } from './dialects/dialects.ts';
import { vscode } from './dialects/vscode.ts';
import type { ReportKey } from './agent-keys.ts';
import type { Source } from './source/source.ts';
import { misspeltTool } from './source/tool-names.ts';
import { readTools, type Tool } from './source/tools.ts';
import { asText, isMapping } from './source/yaml.ts';

/** Letters of the shortest key that counts as misspelt, and of the shortest in which two may be wrong. */
const MIN_KEY_LENGTH = 4;
const LONG_KEY_LENGTH = 8;

/** Keys of commands and skills that authors write in agents. */
const meantKeys: Readonly<Record<string, string>> = {
  'allowed-tools': 'tools',
  allowedTools: 'tools',
  'disallowed-tools': 'disallowedTools',
};

/** The tools that know a key, by the key. */
const toolsByKey = Map.groupBy(
  dialects.flatMap(({ keys, tool }) => Object.keys(keys).map((key) => ({ key, tool }))),
  ({ key }) => key,
);

/** Reports keys that the tool refuses, keys that are close to one of the tool's, and keys that only other tools know. */
export function reportUnknownKeys({ data }: Source, dialect: Dialect, report: ReportKey): void {
  for (const key of Object.keys(data)) {
    if (Object.hasOwn(dialect.keys, key)) continue;
    if (dialect.refusesOtherKeys === true) {
      report('key-refused', key, `The key \`${key}\` is unknown to ${dialect.tool}, which refuses the file.`);
      continue;
    }
    const meant = meantKey(key, dialect);
    const [other] = toolsByKey.get(key) ?? [];
    if (meant !== undefined && data[meant] === undefined) {
      report('key-misspelt', key, `The key \`${key}\` is unknown to ${dialect.tool}; \`${meant}\` is close to it.`);
    } else if (other) {
      report('key-of-other-tool', key, `\`${key}\` is a key of ${other.tool}. ${dialect.tool} ignores it.`);
    }
  }
}

function meantKey(key: string, dialect: Dialect): string | undefined {
  const known = Object.keys(dialect.keys);
  const alias = Object.hasOwn(meantKeys, key) ? meantKeys[key] : undefined;
  if (alias !== undefined && known.includes(alias)) return alias;
  if (toolsByKey.has(key) || key.length < MIN_KEY_LENGTH) return;
  const letters = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');
  const allowed = key.length < LONG_KEY_LENGTH ? 1 : 2;
  return known.find((name) => letters(name) === letters(key)) ?? known.find((name) => distance(name, key) <= allowed);
}

/** Reports values that the tool accepts and that have another effect than their author thinks. */
export function reportValues(source: Source, dialect: Dialect, report: ReportKey): void {
  const { data, location } = source;
  if (dialect === vscode) reportHandoffs(data.handoffs, report);
  if (dialect === agentSkill && /(?:^|\/)SKILL\.md$/i.test(location)) reportSkillName(source, report);
  if (data.permissionMode === 'bypassPermissions' && !isInPlugin(location)) {
    report('permission-bypass', 'permissionMode', 'permissionMode: bypassPermissions');
  }
  if (data.approvalMode === 'yolo') report('permission-bypass', 'approvalMode', 'approvalMode: yolo');
  for (const key of ['tools', 'disallowedTools']) {
    const listed = readTools(data[key])?.allowed ?? [];
    for (const { written, name } of dialect === claudeCode ? listed : []) {
      const nearest = misspeltTool(name);
      if (nearest !== undefined)
        report('tool-misspelt', key, `“${written}” is not a known tool; “${nearest}” is close to it.`);
    }
    const scoped = listed.find(({ argument }) => argument !== '');
    const says = scoped && scopeIgnored(scoped, dialect);
    if (says !== undefined) report('grant-scope-ignored', key, says);
  }
}

function scopeIgnored({ written, name }: Tool, dialect: Dialect): string | undefined {
  if (dialect === vscode)
    return `VS Code and Copilot do not support brackets, so \`${written}\` does not match any tool.`;
  if (dialect !== claudeCode) return;
  return /^(?:agent|task)$/i.test(name)
    ? `In a subagent, Claude Code ignores the list in \`${written}\`: it may call any agent.`
    : `Claude Code documents no limits in brackets here, so \`${written}\` may grant all of \`${name}\`.`;
}

function reportHandoffs(handoffs: unknown, report: ReportKey): void {
  for (const handoff of Array.isArray(handoffs) ? (handoffs as unknown[]) : []) {
    if (!isMapping(handoff)) continue;
    const missing = ['label', 'agent', 'prompt'].filter((key) =>
      // An empty prompt counts, a missing one does not.
      key === 'prompt' ? handoff.prompt === undefined : asText(handoff[key]).trim() === '',
    );
    if (missing.length === 0) continue;
    report('handoff-incomplete', 'handoffs', missing.map((key) => `\`${key}\``).join(' and '));
  }
}

function reportSkillName({ data, location }: Source, report: ReportKey): void {
  const name = asText(data.name).trim();
  const folder = location.split('/').at(-2);
  if (name === '') return;
  if (agentSkill.names?.pattern.test(name) === false) {
    report('skill-name', 'name', `The name “${name}” is not one that Agent Skills allow.`);
  } else if (folder !== undefined && folder !== name) {
    report('skill-name', 'name', `The name “${name}” is not that of the folder, “${folder}”.`);
  }
}
