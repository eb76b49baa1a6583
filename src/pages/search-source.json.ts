import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { loadPlaybook } from '../content/agents.ts';
import { guidePath, href } from '../links.ts';
import type { IndexSource } from '../search/build/build-index.ts';
import type { GuidePage } from '../search/build/guide-records.ts';
import { loadTopics } from '../content/load-topics.ts';
import { indexSource } from '../views/find/index-source.ts';

/** The data that the search index is built from. Of the guide it has only the addresses: its text comes from the pages. */
export interface SearchSource extends IndexSource {
  guide: GuidePage[];
}

/** Only for `integrations/search-index.ts`, which removes it from the built site. */
export const GET: APIRoute = async () => {
  const [playbook, topics, guide] = await Promise.all([loadPlaybook(), loadTopics(), getCollection('guide')]);
  const source: SearchSource = {
    ...indexSource(playbook, topics),
    guide: guide
      .sort((a, b) => a.data.order - b.data.order)
      .map(({ id, data }) => ({ url: href(`${guidePath}${id}/`), title: data.title })),
  };
  return Response.json(source);
};
