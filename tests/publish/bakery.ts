import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** A folder with a configuration file, topics and three agents of another field. */
export const bakery = join(projectRoot, 'tests/fixtures/bakery');

/** The base path in its configuration file. */
export const BASE = '/bread/';

const start = promisify(execFile);

/** Runs a command and returns what it prints. A failure contains that, too. */
export async function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  try {
    const { stdout, stderr } = await start(command, args, { maxBuffer: 64_000_000, ...options });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
