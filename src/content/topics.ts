import { getEntry } from 'astro:content';
import { unreadableTopics, type Topics } from '../playbook/topics/topics.ts';
import { TOPICS_ENTRY } from './topics-loader.ts';

let loaded: Promise<Topics> | undefined;

/** Returns the topics. They are the same object throughout a build, and loaded again for each page in development. */
export function loadTopics(): Promise<Topics> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Topics> {
  const entry = await getEntry('topics', TOPICS_ENTRY);
  return entry?.data ?? unreadableTopics('topics', 'it was not loaded');
}
