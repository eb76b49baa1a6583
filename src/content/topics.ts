import { getEntry } from 'astro:content';
import { unreadableTopics, type Topics } from '../playbook/topics/topics.ts';
import { TOPICS_ENTRY } from './topics-loader.ts';

let loaded: Promise<Topics> | undefined;

/** The topics of the site's file. The same object throughout a build; read anew for each page while authors edit. */
export function loadTopics(): Promise<Topics> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Topics> {
  const entry = await getEntry('topics', TOPICS_ENTRY);
  return entry?.data ?? unreadableTopics('topics', 'it was not loaded');
}
