import { getCollection } from 'astro:content';
import { loadPlaybook } from '../content/agents.ts';
import { loadTopics } from '../content/load-topics.ts';
import type { MarkdownSource } from '../views/markdown-pages/markdown-source.ts';

const files = import.meta.glob<string>('/content/guide/samples/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Returns what the markdown pages of all pages are made of. */
export async function loadMarkdownSource(): Promise<MarkdownSource> {
  const guide = (await getCollection('guide')).sort((a, b) => a.data.order - b.data.order);
  return {
    playbook: await loadPlaybook(),
    topics: await loadTopics(),
    guide: guide.map(({ id, data: { title, description }, body = '' }) => ({ id, title, description, body })),
    samples: new Map(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? path, text])),
  };
}
