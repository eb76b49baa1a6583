import { agentSkill } from './agent-skill.ts';
import { claudeCode } from './claude-code.ts';
import { codex } from './codex.ts';
import type { Dialect } from './dialect.ts';
import { opencode } from './opencode.ts';
import { antigravity, cursor, geminiCli, kiro, qwenCode } from './other-tools.ts';
import { vscode } from './vscode.ts';

/** All dialects. The first whose paths or own keys match a file is that of the file. */
export const dialects: readonly Dialect[] = [
  agentSkill,
  opencode,
  codex,
  cursor,
  geminiCli,
  antigravity,
  qwenCode,
  kiro,
  claudeCode,
  // Last, because it also claims files by their extension, which may be in another tool's folder.
  vscode,
];

/** The dialect of a file, and how it was detected: by its path, by its keys, or by default, which is Claude Code's. */
export interface DialectOfFile {
  dialect: Dialect;
  detectedBy: 'path' | 'keys' | 'default';
}

/**
 * Returns the dialect of a file.
 * @param path with forward slashes
 * @param keys of its front matter
 */
export function dialectOf(path: string, keys: readonly string[]): DialectOfFile {
  const byPath = dialects.find(({ files }) => files.test(path));
  if (byPath) return { dialect: byPath, detectedBy: 'path' };
  const byKeys = dialects.find(({ ownKeys }) => ownKeys.some((key) => keys.includes(key)));
  return byKeys ? { dialect: byKeys, detectedBy: 'keys' } : { dialect: claudeCode, detectedBy: 'default' };
}
