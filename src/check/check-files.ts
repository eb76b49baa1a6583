import { createPlaybook, type AgentFile, type Playbook } from '../playbook/playbook.ts';
import { inFileOrder, type Problem } from '../playbook/problems.ts';
import { rules } from '../playbook/rules/rules.ts';
import type { Severity } from '../playbook/rules/rule.ts';
import type { SkippedFile } from '../playbook/skipped-files.ts';
import { decodeText } from '../playbook/source/encoding.ts';

/** A problem with the line that it is in. */
export interface FoundProblem extends Problem {
  /** Path of the file as the user can open it: with that of the folder. */
  path: string;
  /** The line as written; absent if the file has no such line, or if reports must not quote it. */
  text?: string;
}

/** All that a check found. */
export interface CheckResult {
  folder: string;
  agents: number;
  skipped: SkippedFile[];
  /** By file, line and column. */
  problems: FoundProblem[];
  counts: Record<Severity, number>;
}

/** Options of a check. */
export interface CheckOptions {
  /** Whether only errors are reported; the counts include all. */
  isQuiet?: boolean;
  /** Checks of the whole folder that need more than its files. A problem of the folder itself has an empty path. */
  checkFolder?: (playbook: Playbook) => readonly Problem[];
}

/**
 * Checks the files of a folder.
 * @param folder its path as the user wrote it, with forward slashes
 */
export function checkFiles(
  files: readonly AgentFile[],
  folder: string,
  { isQuiet = false, checkFolder = () => [] }: CheckOptions = {},
): CheckResult {
  const shownFolder = folder.replace(/^(?:\.\/+)+|\/+$/g, '');
  const playbook = createPlaybook(files, folder);
  const { agents, skipped } = playbook;
  const found = inFileOrder([...agents.flatMap(({ problems }) => problems), ...checkFolder(playbook)]);
  const shown = isQuiet ? found.filter(({ severity }) => severity === 'error') : found;
  const lines = lineReader(files);
  const count = (severity: Severity) => found.filter((problem) => problem.severity === severity).length;
  return {
    folder,
    agents: agents.length,
    skipped,
    problems: shown.map((problem) => {
      const text = rules[problem.rule].isSecret === true ? undefined : lines(problem.file)[problem.line - 1];
      const path = [shownFolder, problem.file].filter((part) => !['', '.'].includes(part)).join('/') || '.';
      return { ...problem, path, ...(text === undefined || text.trim() === '' ? {} : { text }) };
    }),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}

/** Returns a function that splits a file into lines, each file once. */
function lineReader(files: readonly AgentFile[]): (path: string) => readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const read = new Map<string, string[]>();
  return (path) => {
    const known = read.get(path);
    if (known) return known;
    const file = byPath.get(path);
    const lines = file && 'bytes' in file ? decodeText(file.bytes).text.split(/\r\n?|\n/) : [];
    read.set(path, lines);
    return lines;
  };
}
