import type { Loader, LoaderContext } from 'astro/loaders';
import { createHash } from 'node:crypto';
import { resolve, sep } from 'node:path';
import { createPlaybook, type AgentFile } from '../playbook/playbook.ts';
import { formatProblem } from '../playbook/problems.ts';
import { readAgentsFolder } from './agents-folder.ts';

/** More lines than this in the build's log help nobody; every page shows its own problems anyway. */
const MOST_PROBLEMS_LOGGED = 50;

/**
 * Fills a content collection with the agents of a folder, one entry an agent, keeps it up to date while the
 * development server runs, and reports what is wrong with the files. An entry is an agent as its author wrote it. What
 * the playbook understands of it is not kept there: Astro's store would hold several copies, which takes hundreds of
 * megabytes for a thousand agents.
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
  const { agents } = createPlaybook(files);
  const fileAt = new Map(files.map((file) => [file.path, file]));
  store.clear();
  for (const { id, name, description, model, color, tools, body, source } of agents) {
    const written = { name, description, model, color, tools: tools?.map((tool) => tool.written), path: source.path };
    const data = await context.parseData({ id, data: written });
    store.set({ id, data, body, digest: digestOf(fileAt.get(source.path)) });
  }
  const problems = agents.flatMap((agent) => agent.problems);
  for (const problem of problems.slice(0, MOST_PROBLEMS_LOGGED)) logger.warn(formatProblem(problem));
  const more = problems.length - MOST_PROBLEMS_LOGGED;
  if (more > 0) logger.warn(`… and ${String(more)} more problems, each on its agent's page`);
}

/** Another one whenever a file is another, or has moved. */
function digestOf(file: AgentFile | undefined): string {
  const digest = createHash('sha256').update(`${file?.path ?? ''}\0`);
  if (file) digest.update('bytes' in file ? file.bytes : file.unreadable);
  return digest.digest('base64url');
}
