import type { Loader, LoaderContext } from 'astro/loaders';
import { createHash } from 'node:crypto';
import { resolve, sep } from 'node:path';
import { createPlaybook, type AgentFile } from '../playbook/playbook.ts';
import { formatProblem } from '../playbook/problems.ts';
import { readAgentsFolder } from './folder.ts';

/** More lines than this in the build's log help nobody; every page shows its own problems anyway. */
const MOST_PROBLEMS_LOGGED = 50;

/** The only entry of the collection. */
export const AGENTS_ENTRY = 'agents';

/**
 * Watches a folder of agents for a content collection, and reports what is wrong with them. The collection holds no
 * agent, only one entry whose digest changes with the files: of a thousand agents, Astro's store would keep several
 * copies, and whoever needs them is as fast in reading the files.
 * @param folder relative to where the command is run
 */
export function agentLoader(folder: string): Loader {
  return {
    name: 'agents',
    async load(context) {
      await fill(context, folder);
      const { watcher } = context;
      if (!watcher) return;
      const root = resolve(folder) + sep;
      watcher.add(root);
      // One after the other: two at once could leave what the slower one had read earlier.
      let last = Promise.resolve();
      watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(root) || !/\.md$/i.test(path)) return;
        last = last
          .then(() => fill(context, folder))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

async function fill(context: LoaderContext, folder: string): Promise<void> {
  const { store, logger } = context;
  const files = await readAgentsFolder(folder);
  const data = await context.parseData({ id: AGENTS_ENTRY, data: {} });
  store.set({ id: AGENTS_ENTRY, data, digest: digestOf(files) });
  const problems = createPlaybook(files).agents.flatMap((agent) => agent.problems);
  for (const problem of problems.slice(0, MOST_PROBLEMS_LOGGED)) logger.warn(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS_LOGGED;
  if (more > 0) logger.warn(`… and ${String(more)} more problems, each on its agent's page`);
}

function digestOf(files: readonly AgentFile[]): string {
  const digest = createHash('sha256');
  for (const file of files) {
    const content = 'bytes' in file ? file.bytes : file.unreadable;
    // With its length, so that what one file loses another cannot seem to have won.
    digest.update(`${file.path}\0${String(content.length)}\0`).update(content);
  }
  return digest.digest('base64url');
}
