import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const projectRoot = resolve(import.meta.dirname, '../..');

/** A folder with a configuration file, topics and three agents of another field. */
export const bakery = join(projectRoot, 'tests/fixtures/bakery');

/** The base path in its configuration file. */
export const BASE = '/bread/';

const start = promisify(execFile);

/** Returns the environment of a command typed in a terminal: with these variables, Astro serves no pages. */
export function environment(): NodeJS.ProcessEnv {
  const ofTests = (name: string) => name === 'NODE_ENV' || name.startsWith('VITEST');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTests(name)));
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

/** Returns a port that no program uses. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
