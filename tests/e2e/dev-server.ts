import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { environment } from './build-sites.ts';
import { projectRoot, siteOf } from './sites.ts';

/** A development server over folders of its own. */
export interface DevServer {
  url: string;
  /** A copy of the repository's agents, to be changed at will. */
  agentsFolder: string;
  /** A copy of the repository's topics, likewise. */
  topicsFile: string;
  /** Where the last build would be; there is none. */
  builtFolder: string;
  stop: () => Promise<void>;
}

/**
 * Starts what `npm run dev` starts, without npm in between, so that it can be ended.
 * @throws Error with all that the server printed, if it ends before it is ready
 */
export async function startDevServer(): Promise<DevServer> {
  const folder = await mkdtemp(join(tmpdir(), 'playbook-dev-'));
  const [agentsFolder, builtFolder] = [join(folder, 'agents'), join(folder, 'site')];
  const topicsFile = join(folder, 'topics.yaml');
  await cp(join(projectRoot, 'content/topics.yaml'), topicsFile);
  await cp(siteOf('default').agentsFolder, agentsFolder, { recursive: true });
  const fromRoot = (path: string) => relative(projectRoot, path);
  const server = spawn(process.execPath, ['--env-file=astro.env', 'node_modules/astro/bin/astro.mjs', 'dev'], {
    cwd: projectRoot,
    env: {
      ...environment(),
      PLAYBOOK_AGENTS: fromRoot(agentsFolder),
      PLAYBOOK_TOPICS: fromRoot(topicsFile),
      PLAYBOOK_OUT: fromRoot(builtFolder),
      PLAYBOOK_CACHE: fromRoot(join(folder, 'cache')),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    url: await addressOf(server),
    agentsFolder,
    topicsFile,
    builtFolder,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The address that the server prints when it is ready; it takes another port where its usual one is taken. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const listen = (chunk: Buffer) => {
      printed += stripVTControlCharacters(chunk.toString());
      const address = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (address !== undefined) resolve(address);
    };
    server.stdout?.on('data', listen);
    server.stderr?.on('data', listen);
    server.once('exit', () => {
      reject(new Error(`The development server ended before it was ready:\n${printed}`));
    });
  });
}
