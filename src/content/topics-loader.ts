import type { Loader, LoaderContext } from 'astro/loaders';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { formatProblem } from '../playbook/problems.ts';
import { readTopics } from '../playbook/topics/read-topics.ts';
import { unreadableTopics, type Topics } from '../playbook/topics/topics.ts';
import { shownPath, type Site } from '../settings/resolve-site.ts';

/** The settings that concern the topics. */
type TopicSettings = Pick<Site, 'folder' | 'topics'>;

/** Id of the only entry of the collection, which is the whole topics file. */
export const TOPICS_ENTRY = 'topics';

/**
 * Fills a content collection with the topics file. In development, it updates the collection when the file changes. A
 * missing or invalid file is reported, and the site is built with the topics that could be read.
 */
export function topicsLoader(site: TopicSettings): Loader {
  return {
    name: 'topics',
    async load(context) {
      await fill(context, site);
      const { watcher } = context;
      const path = site.topics;
      if (!watcher || path === '') return;
      watcher.add(path);
      // One update after the other: of two at once, the slower one might store older topics.
      let last = Promise.resolve();
      watcher.on('all', (_event, changed) => {
        if (resolve(changed) !== path) return;
        last = last
          .then(() => fill(context, site))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

async function fill(context: LoaderContext, site: TopicSettings): Promise<void> {
  const { store, logger } = context;
  const topics = await readTopicsFile(site);
  const data = await context.parseData({ id: TOPICS_ENTRY, data: { ...topics } });
  store.set({ id: TOPICS_ENTRY, data, digest: context.generateDigest(data) });
  for (const problem of topics.problems) logger.warn(formatProblem(problem));
}

/** Reads the file of topics. If it cannot be read, there are no topics, and a problem says why. */
export async function readTopicsFile({ topics: file, folder }: TopicSettings): Promise<Topics> {
  if (file === '') return { file, topics: [], spellings: [], problems: [] };
  // The topics page shows this path, so it must not contain folders of the machine that builds the site.
  const inside = shownPath(file, folder);
  const shown = isAbsolute(inside) ? basename(inside) : inside;
  try {
    return readTopics(await readFile(file, 'utf8'), shown);
  } catch (error) {
    return unreadableTopics(shown, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}
