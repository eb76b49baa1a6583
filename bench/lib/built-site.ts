import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { childrenCpuSeconds } from './cpu.ts';
import { watchMemory } from './memory.ts';

const root = resolve(import.meta.dirname, '../..');

/** The folder for everything that benches build; Git ignores it. */
export const workFolder = join(root, '.cache/bench');

/** The project's own agents. */
export const ownAgents = join(root, 'content/agents');

/** The measurements of a successful build. */
export interface Build {
  /** Wall-clock time of the whole process. */
  readonly seconds: number;
  /** Processor time of all processes of the build; undefined where the system does not report it. */
  readonly cpuSeconds: number | undefined;
  /** The highest memory use of the process and its descendants, see `watchMemory`. */
  readonly peakBytes: number;
  readonly outputBytes: number;
  readonly outputFiles: number;
}

/**
 * Builds a site as `npm run build` does.
 *
 * @param agents the folder of agent files
 * @param name the name of the site's folder in `workFolder`
 * @param isCold whether the output and the caches of earlier builds are deleted first
 * @throws Error with the end of the build's log if the build fails
 */
export async function buildSite(agents: string, name: string, isCold = true): Promise<Build> {
  const output = join(workFolder, name);
  const cache = join(workFolder, `${name}-cache`);
  if (isCold) await Promise.all([output, cache].map((folder) => rm(folder, { recursive: true, force: true })));
  return measureBuild(name, ['bin/playbook.mjs', 'build'], root, output, {
    PLAYBOOK_AGENTS: agents,
    PLAYBOOK_OUT: output,
    PLAYBOOK_CACHE: cache,
    PLAYBOOK_DIAGRAM_CACHE: join(cache, 'diagrams'),
    PLAYBOOK_HIGHLIGHT_CACHE: join(cache, 'highlight'),
    PLAYBOOK_CARD_CACHE: join(cache, 'cards'),
    PLAYBOOK_BASE: '/',
  });
}

/**
 * Runs a build with Node.
 *
 * @param name what is built, for the error
 * @param words a script and its arguments
 * @param cwd the folder to run it in
 * @param output the folder that it writes to
 * @throws Error with the end of the build's log if the build fails
 */
export async function measureBuild(
  name: string,
  words: readonly string[],
  cwd: string,
  output: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Build> {
  const started = performance.now();
  const cpuBefore = childrenCpuSeconds();
  const child = spawn(process.execPath, words, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => log.push(text));
  const closed = once(child, 'close');
  const peakOf = child.pid === undefined ? () => 0 : watchMemory(child.pid);
  const [status] = (await closed.finally(peakOf)) as [number | null];
  const seconds = (performance.now() - started) / 1000;
  const cpuAfter = childrenCpuSeconds();
  if (status !== 0)
    throw new Error(`The build of ${name} failed:\n${log.join('').trimEnd().split('\n').slice(-15).join('\n')}`);
  const cpuSeconds = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore;
  return { seconds, cpuSeconds, peakBytes: peakOf(), ...(await measureFolder(output)) };
}

async function measureFolder(folder: string): Promise<{ outputBytes: number; outputFiles: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const stats = await Promise.all(files.map((file) => stat(join(file.parentPath, file.name))));
  return { outputBytes: stats.reduce((sum, { size }) => sum + size, 0), outputFiles: files.length };
}
