import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { environment } from '../site/build-sites.ts';
import { projectRoot, siteOf } from '../site/sites.ts';

/** A development server that reads its own copies of the agents and topics. */
export interface DevServer {
  url: string;
  /** A copy of the default site's agents, which tests may change. */
  agentsFolder: string;
  /** A copy of its topics, which tests may change. */
  topicsFile: string;
  stop: () => Promise<void>;
}

/**
 * Starts the command behind `npm run dev`; without npm, which would not pass the signal to stop on.
 * @throws Error with the server's output, if the server ends before it is ready
 */
export async function startDevServer(): Promise<DevServer> {
  const folder = await mkdtemp(join(tmpdir(), 'playbook-dev-'));
  const agentsFolder = join(folder, 'agents');
  const topicsFile = join(folder, 'topics.yaml');
  const original = siteOf('default');
  await cp(original.agentsFolder, agentsFolder, { recursive: true });
  await cp(join(projectRoot, original.topics), topicsFile);
  const fromRoot = (path: string) => relative(projectRoot, path);
  const server = spawn(process.execPath, ['bin/playbook.mjs', 'dev'], {
    cwd: projectRoot,
    env: {
      ...environment(),
      PLAYBOOK_AGENTS: fromRoot(agentsFolder),
      PLAYBOOK_TOPICS: fromRoot(topicsFile),
      PLAYBOOK_OUT: fromRoot(join(folder, 'site')),
      PLAYBOOK_CACHE: fromRoot(join(folder, 'cache')),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    url: await addressOf(server),
    agentsFolder,
    topicsFile,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill();
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Returns the address that the server prints when it is ready: the port depends on which ones are free. */
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
