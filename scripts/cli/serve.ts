import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../src/settings/resolve-site.ts';
import { startServer } from '../server.ts';

const DEFAULT_PORT = 4321;

/**
 * Serves the built site until the process is stopped.
 * @param port used or reported as taken; the default port may give way to the next free one
 * @throws Error if the site is not built or the port is taken
 */
export async function serve({ out: directory, base, title }: Site, port: number | undefined): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error(`There is no built site in ${directory}: build it first, with the same --out.`);
  }
  const server = await startServer({
    directory,
    base,
    port: port ?? DEFAULT_PORT,
    strictPort: port !== undefined,
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${String(port ?? DEFAULT_PORT)} is taken: choose another with --port or PORT.`, {
      cause: error,
    });
  });

  const pages = globSync('**/*.html', { cwd: directory }).length;
  const agents = globSync('agents/*/index.html', { cwd: directory }).length;
  console.log(`
  ${title}
  ${server.url}
  ${count(agents, 'agent')}, ${count(pages, 'page')}. Press Ctrl-C to stop.
`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
