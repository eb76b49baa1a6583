import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readAgentsFolder } from '../../src/content/agents-folder.ts';
import { createPlaybook } from '../../src/playbook/playbook.ts';
import { readTopics } from '../../src/playbook/topics/read-topics.ts';
import { buildIndex } from '../../src/search/build/build-index.ts';
import { playbookRecords } from '../../src/search/build/records.ts';
import { generateAgents } from './generate-agents.ts';
import { ownAgents, workFolder } from './built-site.ts';

/** A site to search in. */
export interface SearchSite {
  agents: number;
  folder: string;
  /** Number of search records, before merging. */
  records: number;
  /** Time to build the index; absent for the site that was built as a whole. */
  seconds?: number;
}

/**
 * Copies the pages of a built site and adds the index of many agents. A search needs no other pages, and drawing the
 * diagrams of a thousand agents would take minutes.
 * @param shell folder of the built site
 */
export async function makeSearchSite(agents: number, shell: string): Promise<SearchSite> {
  const sources = join(workFolder, `agents-${String(agents)}`);
  await generateAgents(agents, ownAgents, sources);
  const folder = join(workFolder, `search-${String(agents)}`);
  await rm(folder, { recursive: true, force: true });
  await cp(shell, folder, { recursive: true });
  await rm(join(folder, 'pagefind'), { recursive: true });

  const playbook = createPlaybook(await readAgentsFolder(sources));
  const file = 'content/topics.yaml';
  const topics = readTopics(await readFile(join(import.meta.dirname, '../..', file), 'utf8'), file);
  const started = performance.now();
  const records = playbookRecords(playbook, topics);
  const files = await buildIndex({
    records,
    topics: topics.topics.map(({ id, title }) => ({ id, title })),
    spellings: topics.spellings,
    asked: [],
  });
  const seconds = (performance.now() - started) / 1000;
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, 'pagefind', path)), { recursive: true });
    await writeFile(join(folder, 'pagefind', path), content);
  }
  return { agents, folder, records: records.length, seconds };
}
