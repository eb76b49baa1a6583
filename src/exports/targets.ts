import { agentSkill } from '../playbook/dialects/agent-skill.ts';
import { claudeCode } from '../playbook/dialects/claude-code.ts';
import { codex } from '../playbook/dialects/codex.ts';
import type { Dialect } from '../playbook/dialects/dialect.ts';
import { opencode } from '../playbook/dialects/opencode.ts';
import { antigravity, cursor, geminiCli, kiro, qwenCode } from '../playbook/dialects/other-tools.ts';
import { vscode } from '../playbook/dialects/vscode.ts';

/** The dialects that an agent can be exported to, in the order in which they are offered. */
export const targets: readonly Dialect[] = [
  claudeCode,
  vscode,
  opencode,
  codex,
  cursor,
  antigravity,
  geminiCli,
  qwenCode,
  kiro,
  agentSkill,
];

/** Returns what readers call a target. */
export function targetName(target: Dialect): string {
  if (target === agentSkill) return 'Agent Skills';
  // Kilo has a folder of its own.
  return target === opencode ? 'OpenCode' : target.tool;
}
