import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** A folder with a configuration file, topics and three agents of another field. */
export const bakery = join(projectRoot, 'tests/fixtures/bakery');

/** The base path in its configuration file. */
export const BASE = '/bread/';

const start = promisify(execFile);

/** Returns the environment of a command typed in a terminal: without the variables of a test run. */
export function environment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env.NODE_ENV;
  return env;
}

/** Runs a command and returns what it prints. A failure contains that, too. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, env = environment() }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<string> {
  try {
    const { stdout, stderr } = await start(command, args, { maxBuffer: 64_000_000, cwd, env });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
