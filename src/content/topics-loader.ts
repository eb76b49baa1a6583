import type { Loader, LoaderContext } from 'astro/loaders';
import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { formatProblem } from '../playbook/problems.ts';
import { readTopics } from '../playbook/topics/read-topics.ts';
import { unreadableTopics, type Topics } from '../playbook/topics/topics.ts';

/**
 * Fills a content collection with files of topics, one entry for each. In development, it updates the collection when a file
 * changes. A missing or invalid file is reported, and the site is built with the topics that could be read.
 * @param files relative to the working directory of the command; the id of each is its index
 */
export function topicsLoader(files: readonly string[]): Loader {
  return {
    name: 'topics',
    async load(context) {
      await fill(context, files);
      const { watcher } = context;
      if (!watcher) return;
      const paths = files.map((file) => resolve(file));
      watcher.add(paths);
      // One update after the other: of two at once, the slower one might store older topics.
      let last = Promise.resolve();
      watcher.on('all', (_event, changed) => {
        if (!paths.includes(resolve(changed))) return;
        last = last
          .then(() => fill(context, files))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

async function fill(context: LoaderContext, files: readonly string[]): Promise<void> {
  const { store, logger } = context;
  // The store may contain the topics of another build.
  store.clear();
  for (const [index, file] of files.entries()) {
    const id = String(index);
    const topics = await readTopicsFile(file);
    const data = await context.parseData({ id, data: { ...topics } });
    store.set({ id, data, digest: context.generateDigest(data) });
    for (const problem of topics.problems) logger.warn(formatProblem(problem));
  }
}

/** Reads a file of topics. If it cannot be read, there are no topics, and a problem says why. */
export async function readTopicsFile(file: string): Promise<Topics> {
  // The topics page shows this path, so it must not contain folders of the machine that builds the site.
  const inside = relative(process.cwd(), resolve(file)).replaceAll('\\', '/');
  const shown = inside.startsWith('..') ? (inside.split('/').at(-1) ?? inside) : inside;
  try {
    return readTopics(await readFile(file, 'utf8'), shown);
  } catch (error) {
    return unreadableTopics(shown, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}
