import type { Loader, LoaderContext } from 'astro/loaders';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { formatProblem } from '../playbook/problems.ts';
import { readTopics, unreadableTopics, type Topics } from '../playbook/topics/topics.ts';

/** The only entry of the collection: a file of topics is one thing. */
export const TOPICS_ENTRY = 'topics';

/**
 * Fills a content collection with the one file of topics, and keeps it up to date while the development server
 * runs. A file that is missing or broken is reported; the site is built with what there is.
 * @param file relative to where the command is run
 */
export function topicsLoader(file: string): Loader {
  return {
    name: 'topics',
    async load(context) {
      await fill(context, file);
      const { watcher } = context;
      if (!watcher) return;
      const path = resolve(file);
      watcher.add(path);
      // One after the other: two at once could leave what the slower one had read earlier.
      let last = Promise.resolve();
      watcher.on('all', (_event, changed) => {
        if (resolve(changed) !== path) return;
        last = last
          .then(() => fill(context, file))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

async function fill(context: LoaderContext, file: string): Promise<void> {
  const { store, logger } = context;
  const topics = await read(file);
  const data = await context.parseData({ id: TOPICS_ENTRY, data: { ...topics } });
  store.set({ id: TOPICS_ENTRY, data, digest: context.generateDigest(data) });
  for (const problem of topics.problems) logger.warn(formatProblem(problem));
}

async function read(file: string): Promise<Topics> {
  // Never a path of the machine that built the site: the page of topics shows it.
  const inside = relative(process.cwd(), resolve(file)).replaceAll('\\', '/');
  const shown = inside.startsWith('..') ? (inside.split('/').at(-1) ?? inside) : inside;
  try {
    return readTopics(await readFile(file, 'utf8'), shown);
  } catch (error) {
    return unreadableTopics(shown, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}
