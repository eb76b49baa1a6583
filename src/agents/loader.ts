import type { Loader, LoaderContext } from 'astro/loaders';
import { resolve, sep } from 'node:path';
import { createPlaybook } from '../playbook/playbook.ts';
import { formatProblem } from '../playbook/problems.ts';
import { readAgentsFolder } from './folder.ts';

/** More lines than this in the build's log help nobody; every page shows its own problems anyway. */
const MOST_PROBLEMS_LOGGED = 50;

/**
 * Fills a content collection with the agents of a folder, one entry an agent, and keeps it up to date while
 * the development server runs.
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
  const { agents } = createPlaybook(await readAgentsFolder(folder));
  store.clear();
  for (const agent of agents) {
    const data = await context.parseData({ id: agent.id, data: { ...agent } });
    store.set({ id: agent.id, data, digest: context.generateDigest(data) });
  }
  const problems = agents.flatMap((agent) => agent.problems);
  for (const problem of problems.slice(0, MOST_PROBLEMS_LOGGED)) logger.warn(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS_LOGGED;
  if (more > 0) logger.warn(`… and ${String(more)} more problems, each on its agent's page`);
}
