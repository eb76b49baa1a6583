import { fileNameOf } from './agent.ts';
import { dialectOf } from './dialects/dialects.ts';
import type { Source } from './source/source.ts';

/** The reason why a markdown file is not an agent, in words that follow “3 files”. */
export type SkipReason =
  | 'without front matter'
  | 'with neither a name nor a description'
  | 'of a command, a rule or a page';

/** A file of the folder that does not become an agent. */
export interface SkippedFile {
  path: string;
  reason: SkipReason;
}

/** Keys that only commands, rules and pages of websites have. */
const otherKeys = ['argument-hint', 'applyTo', 'alwaysApply', 'globs', 'title', 'slug', 'date', 'authors'];

/** Keys that only agents have. */
const agentKeys = ['name', 'description', 'tools', 'model', 'mode', 'disallowedTools', 'agents', 'permissionMode'];

/** Returns why a file is not an agent, from its shape alone; `undefined` if it is one, even with problems. */
export function whySkipped(source: Source): SkipReason | undefined {
  const { data, problems, path } = source;
  const keys = new Map(Object.keys(data).map((key) => [key.toLowerCase(), key]));
  const has = (key: string) => keys.has(key.toLowerCase());
  if (problems.some(({ rule }) => rule === 'front-matter-missing')) return 'without front matter';
  if (isOther(source.location)) return 'of a command, a rule or a page';
  // Files that cannot be read, and those whose front matter cannot be, may be agents.
  if (keys.size === 0) return;
  if (dialectOf(source.location, []).detectedBy === 'path') return;
  if (!has('name') && (otherKeys.some(has) || isCommand(path))) {
    return 'of a command, a rule or a page';
  }
  return agentKeys.some(has) ? undefined : 'with neither a name nor a description';
}

/**
 * Whether a file is an instruction or a prompt of Copilot, part of a skill, or one that GitHub reads. Such files may have
 * a name as well.
 */
function isOther(location: string): boolean {
  return (
    /\.(?:prompt|instructions)\.md$/i.test(location) ||
    /(?:^|\/)\.github\/(?:workflows|ISSUE_TEMPLATE)\//i.test(location) ||
    /(?:^|\/)skills\/[^/]+\/(?:assets|references|templates|resources|examples)\//.test(location) ||
    /(?:^|\/)README\.md$/i.test(location)
  );
}

/** Whether a file is in a folder of commands or has the extension of one. */
function isCommand(path: string): boolean {
  return /(?:^|\/)(?:commands?|prompts)\//i.test(path) || /\.(?:prompt|instructions)$/i.test(fileNameOf(path));
}
