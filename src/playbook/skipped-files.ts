import { fileNameOf } from './agent.ts';
import { dialectOf } from './dialects/dialects.ts';
import type { Source } from './source/source.ts';

/** Why a markdown file is no agent, in words that follow “3 files”. */
export type SkipReason = 'without front matter' | 'with neither a name nor a description' | 'of a command or a rule';

/** A file of the folder that does not become an agent. */
export interface SkippedFile {
  path: string;
  reason: SkipReason;
}

/** Keys that only commands and rules have. */
const otherKeys = ['argument-hint', 'applyTo', 'alwaysApply', 'globs'];

/** Keys that only agents have. */
const agentKeys = ['name', 'description', 'tools', 'model', 'mode', 'disallowedTools', 'agents', 'permissionMode'];

/** Returns why a file is no agent, from its shape alone; `undefined` if it is one, even with problems. */
export function whySkipped(source: Source): SkipReason | undefined {
  const { data, problems, path } = source;
  const keys = new Map(Object.keys(data).map((key) => [key.toLowerCase(), key]));
  const has = (key: string) => keys.has(key.toLowerCase());
  if (problems.some(({ kind }) => kind === 'front-matter-missing')) return 'without front matter';
  // Files that cannot be read, and those whose front matter cannot be, may be agents.
  if (keys.size === 0) return;
  if (dialectOf(source.location, []).toldBy === 'path') return;
  if (!has('name') && (otherKeys.some(has) || isCommand(path))) return 'of a command or a rule';
  return agentKeys.some(has) ? undefined : 'with neither a name nor a description';
}

/** Whether a file is in a folder of commands or has the extension of one. */
function isCommand(path: string): boolean {
  return /(?:^|\/)(?:commands?|prompts)\//i.test(path) || /\.(?:prompt|instructions)$/i.test(fileNameOf(path));
}
