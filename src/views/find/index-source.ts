import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { wordsFor, type Topics } from '../../playbook/topics/topics.ts';
import type { IndexSource } from '../../search/build/build-index.ts';
import { playbookRecords } from '../../search/build/records.ts';
import { accessSentence } from '../access/access-view.ts';
import { playbookIndex } from '../shared/playbook-index.ts';

/** Returns the data that the search index is built from, without the guide. */
export const indexSource = memoize((playbook: Playbook, topics: Topics): IndexSource => {
  const { agents } = playbookIndex(playbook);
  const records = playbookRecords(playbook, topics).map((record) => {
    const agent = record.kind === 'agent' && record.agent ? agents.get(record.agent.id) : undefined;
    return agent ? { ...record, access: accessSentence(agent) } : record;
  });
  return {
    records,
    topics: topics.topics.map(({ id, title }) => ({ id, title })),
    spellings: topics.spellings,
    asked: topics.topics.flatMap((topic) => wordsFor(topic).map((word): [string, string] => [word, topic.title])),
  };
});
