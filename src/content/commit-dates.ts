import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Output of Git to accept, in bytes: the names of all files in all commits of a long history. */
const MAX_OUTPUT = 256_000_000;

/** Settings of a repository that would make Git run other programs. */
const SAFE = ['-c', 'log.showSignature=false', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/**
 * Returns when each file of a folder was last changed in a commit, by its path in the folder. The dates depend only on
 * the history, so that two builds of a commit are the same. Empty if there is no Git, no repository, or only a part of
 * its history: there, every file would have the date of the oldest commit that is known.
 */
export async function commitDates(folder: string): Promise<ReadonlyMap<string, Date>> {
  const git = (...args: string[]) => run('git', [...SAFE, ...args], { cwd: resolve(folder), maxBuffer: MAX_OUTPUT });
  const dates = new Map<string, Date>();
  try {
    const { stdout: shallow } = await git('rev-parse', '--is-shallow-repository');
    if (shallow.trim() !== 'false') return dates;
    const { stdout } = await git(
      'log',
      '--format=%x00%cI',
      '--name-only',
      '--no-renames',
      '--relative',
      '-z',
      '--',
      '.',
    );
    readLog(stdout, dates);
  } catch {
    return new Map();
  }
  return dates;
}

/** Reads the newest date of each file: commits begin with an empty entry, then come their date and their files. */
function readLog(log: string, dates: Map<string, Date>): void {
  let date: Date | undefined;
  let isDate = false;
  for (const entry of log.split('\0')) {
    const text = entry.replace(/^\n/, '');
    if (text === '') isDate = true;
    else if (isDate) {
      date = new Date(text.trim());
      isDate = false;
    } else if (date && !dates.has(text)) dates.set(text, date);
  }
}
