import type { Loader, LoaderContext } from 'astro/loaders';
import { resolve, sep } from 'node:path';
import { overBudget } from '../playbook/cost.ts';
import { formatProblem, withoutInformation } from '../playbook/problems.ts';
import type { SkippedFile } from '../playbook/skipped-files.ts';
import { shownPath, type Site } from '../settings/resolve-site.ts';
import { sharedAgents, type ReadAgents } from './shared-playbook.ts';

/** Maximum number of problems to list in the log of a build. `playbook check` and the page of problems list all. */
const MAX_PROBLEMS_LOGGED = 50;

/** The settings that concern the agents. */
type AgentSettings = Pick<Site, 'agents' | 'budget' | 'folder' | 'out'>;

/**
 * Fills a content collection with the agents of a folder, one entry for each agent, and reports the problems of the
 * files. In development, it updates the collection when a file changes. An entry only says which file it stands for, and
 * changes when that does: pages use the playbook instead (see `shared-playbook.ts`). Astro writes its store to disk, makes
 * it a module of the build, and keeps several copies, which takes seconds and hundreds of megabytes for a thousand agents.
 */
export function agentsLoader(site: AgentSettings): Loader {
  return {
    name: 'agents',
    async load(context) {
      const { watcher } = context;
      if (!watcher) {
        // The build has read them already.
        fill(context, sharedAgents(site.agents) ?? (await read(site)), site);
        return;
      }
      fill(context, await read(site), site);
      const root = site.agents + sep;
      const out = site.out + sep;
      watcher.add(root);
      // One update at a time: if two ran at once, the slower one might store older files.
      let last = Promise.resolve();
      watcher.on('all', (_event, path) => {
        const changed = resolve(path);
        if (!changed.startsWith(root) || changed.startsWith(out) || !/\.md$/i.test(path)) return;
        last = last
          .then(() => read(site))
          .then((agents) => {
            fill(context, agents, site);
          })
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

/** Reads the agents. A build does so itself, without Astro's loading of our modules, which takes two seconds. */
async function read(site: AgentSettings): Promise<ReadAgents> {
  const { readAgents } = await import('./read-agents.ts');
  return readAgents(site);
}

function fill({ store, logger }: LoaderContext, { playbook, digests }: ReadAgents, site: AgentSettings): void {
  const shown = shownPath(site.agents, site.folder);
  const { agents } = playbook;
  store.clear();
  for (const { id, source } of agents) {
    store.set({ id, data: { path: source.path }, digest: digests.get(source.path) ?? source.path });
  }
  const problems = agents.flatMap((agent) => withoutInformation(agent.problems));
  for (const problem of problems.slice(0, MAX_PROBLEMS_LOGGED)) logger.warn(formatProblem(problem));
  for (const exceeded of overBudget(agents, site.budget, shown)) logger.warn(formatProblem(exceeded));
  for (const line of skippedLines(playbook.skipped)) logger.warn(line);
  const more = problems.length - MAX_PROBLEMS_LOGGED;
  if (more > 0) logger.warn(`… and ${String(more)} more problems, each on the page of its agent`);
}

/** Skipped files to name for each reason. */
const MAX_SKIPPED_LOGGED = 3;

/** Returns what a build says about the files that are not agents: how many, why, and how to include them. */
export function skippedLines(skipped: readonly SkippedFile[]): string[] {
  if (skipped.length === 0) return [];
  const lines = [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, files]) => {
    const named = files.slice(0, MAX_SKIPPED_LOGGED).map(({ path }) => path);
    const more = files.length - named.length;
    const list = [...named, ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
    return `Skipped ${String(files.length)} ${files.length === 1 ? 'file' : 'files'} ${reason}: ${list}`;
  });
  return [...lines, 'To include a file, start it with front matter that has a `name` and a `description`.'];
}
