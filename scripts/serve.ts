import { existsSync, globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { site } from '../src/site.ts';
import { startServer } from './server.ts';

const DEFAULT_PORT = 4321;
// Relative to the project, as in the build.
const directory = resolve(import.meta.dirname, '..', process.env.PLAYBOOK_OUT ?? 'dist');

try {
  await serve();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function serve(): Promise<void> {
  if (!existsSync(join(directory, 'index.html'))) {
    throw new Error(`There is no built site in ${directory}: run npm run build first.`);
  }
  const wanted = readPort(process.env.PORT);
  // A port from PORT is used or reported as taken; the default port may give way to the next free one.
  const server = await startServer({
    directory,
    base: site.base,
    port: wanted ?? DEFAULT_PORT,
    strictPort: wanted !== undefined,
  }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`Port ${String(wanted ?? DEFAULT_PORT)} is taken: set PORT to a free one.`, { cause: error });
  });

  const pages = globSync('**/*.html', { cwd: directory }).length;
  const agents = globSync('agents/*/index.html', { cwd: directory }).length;
  console.log(`
  ${site.title}
  ${server.url}
  ${count(agents, 'agent')}, ${count(pages, 'page')}. Press Ctrl-C to stop.
`);

  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function readPort(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new Error(`PORT is not a port number: ${text}`);
  return port;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
