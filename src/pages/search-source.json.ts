import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { loadPlaybook } from '../content/agents.ts';
import { guidePath, href } from '../links.ts';
import type { IndexSource } from '../search/build/build-index.ts';
import type { GuidePage } from '../search/build/guide-records.ts';
import { playbookRecords } from '../search/build/records.ts';
import { wordsFor } from '../playbook/topics/topics.ts';
import { loadTopics } from '../content/topics.ts';

/** What the search index is made from, except for the guide's text: of that, only where it is. */
export interface SearchSource extends IndexSource {
  guide: GuidePage[];
}

/** For `integrations/search-index.ts` alone, which takes it out of the build again. */
export const GET: APIRoute = async () => {
  const [playbook, topics, guide] = await Promise.all([loadPlaybook(), loadTopics(), getCollection('guide')]);
  const source: SearchSource = {
    records: playbookRecords(playbook, topics),
    topics: topics.topics.map(({ id, title }) => ({ id, title })),
    spellings: topics.spellings,
    asked: topics.topics.flatMap((topic) => wordsFor(topic).map((word): [string, string] => [word, topic.title])),
    guide: guide
      .sort((a, b) => a.data.order - b.data.order)
      .map(({ id, data }) => ({ url: href(`${guidePath}${id}/`), title: data.title })),
  };
  return Response.json(source);
};
