import type { Loader, LoaderContext } from 'astro/loaders';
import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { formatProblem } from '../playbook/problems.ts';
import { readTopics } from '../playbook/topics/read-topics.ts';
import { unreadableTopics, type Topics } from '../playbook/topics/topics.ts';
import { shownPath, type Site } from '../settings/resolve-site.ts';

/** The settings that concern the topics. */
type TopicSettings = Pick<Site, 'folder' | 'topics'>;

/** The files that come with the playbook, in the order of preference: see `chooseTopics`. */
const INCLUDED = ['content/topics.yaml', 'content/topics-software.yaml'];

/**
 * Fills a content collection with the topics files, one entry for each; the id is its index. In development, it updates the
 * collection when a file changes. A missing or invalid file is reported, and the site is built with the topics that could be
 * read.
 */
export function topicsLoader(site: TopicSettings): Loader {
  return {
    name: 'topics',
    async load(context) {
      // Astro runs in the folder of the playbook.
      const files = topicsFiles(site, process.cwd());
      await fill(context, files, site);
      const { watcher } = context;
      if (!watcher) return;
      watcher.add(files);
      // One update after the other: of two at once, the slower one might store older topics.
      let last = Promise.resolve();
      watcher.on('all', (_event, changed) => {
        if (!files.includes(resolve(changed))) return;
        last = last
          .then(() => fill(context, files, site))
          .catch((error: unknown) => {
            context.logger.error(String(error));
          });
      });
    },
  };
}

async function fill(context: LoaderContext, files: readonly string[], site: TopicSettings): Promise<void> {
  const { store, logger } = context;
  const entries = await Promise.all(
    files.map(async (file, index) => {
      const id = String(index);
      const topics = await readTopicsFile(file, site);
      return { id, topics, data: await context.parseData({ id, data: { ...topics } }) };
    }),
  );
  // The store may contain the topics of another build. It is filled at once, because Astro saves what it finds meanwhile.
  store.clear();
  for (const { id, topics, data } of entries) {
    store.set({ id, data, digest: context.generateDigest(data) });
    for (const problem of topics.problems) logger.warn(formatProblem(problem));
  }
}

function topicsFiles({ topics }: TopicSettings, playbookFolder: string): string[] {
  return topics === '' ? INCLUDED.map((file) => join(playbookFolder, file)) : [topics];
}

/**
 * Reads the topics of a site: the file that a setting names, or those that come with the playbook.
 * @param playbookFolder the folder of the playbook's own files
 */
export function readTopicsFiles(site: TopicSettings, playbookFolder: string): Promise<Topics[]> {
  return Promise.all(topicsFiles(site, playbookFolder).map((file) => readTopicsFile(file, site)));
}

/** Reads a file of topics. If it cannot be read, there are no topics, and a problem says why. */
async function readTopicsFile(file: string, { folder }: TopicSettings): Promise<Topics> {
  // The topics page shows this path, so it must not contain folders of the machine that builds the site.
  const inside = shownPath(file, folder);
  const shown = isAbsolute(inside) ? basename(inside) : inside;
  try {
    return readTopics(await readFile(file, 'utf8'), shown);
  } catch (error) {
    return unreadableTopics(shown, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}
