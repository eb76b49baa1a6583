import { getCollection } from 'astro:content';
import type { Playbook } from '../playbook/playbook.ts';
import { memoize } from '../playbook/memoize.ts';
import { chooseTopics } from '../playbook/topics/field.ts';
import type { Topics } from '../playbook/topics/topics.ts';
import { loadPlaybook } from './agents.ts';

/** Returns the topics: of the file that a setting names, or of the included one that fits the agents. */
export async function loadTopics(): Promise<Topics> {
  const playbook = await loadPlaybook();
  // In development, the file may have changed since.
  if (import.meta.env.DEV) return load(playbook);
  return loadOnce(playbook);
}

/** Returns the same object for all pages, so that views can cache what they derive. */
const loadOnce = memoize(load);

async function load({ agents }: Playbook): Promise<Topics> {
  const entries = await getCollection('topics');
  const files = entries.sort((a, b) => Number(a.id) - Number(b.id)).map(({ data }) => data);
  return chooseTopics(files, agents);
}
