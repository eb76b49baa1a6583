import { readFacets } from '../query/facet-table.ts';
import { rankAgents, taskTopic, type AgentRanking, type TaskTopic } from '../query/rank-agents.ts';
import { taskWords, topicsOfTask } from '../query/task-words.ts';
import { wordStrengths } from '../query/word-strengths.ts';
import { stem } from '../query/words.ts';
import type { IndexSource } from './build-index.ts';
import { storeFacets } from './facet-columns.ts';
import { mergeRecords } from './merged-records.ts';

/** Ranks agents for a task during the build, before the search index exists. */
export interface TaskRanker {
  /** The ids of the agents, by their index in a ranking. */
  agents: string[];
  rank: (task: string) => AgentRanking;
}

/** Creates a ranker. It looks the words up in memory, in the records of the index, and ranks as the browser does. */
export function taskRanker({ records: all, topics, asked }: Omit<IndexSource, 'spellings'>): TaskRanker {
  const records = mergeRecords(all);
  const ids = [...new Set(records.flatMap(({ agents }) => agents.map(({ id }) => id)))];
  const indices = new Map(ids.map((id, index) => [id, index]));
  const table = readFacets(
    storeFacets(records, indices, topics),
    ids.map((id) => [id, '', '']),
  );
  const byStem = new Map<string, Map<number, number>>();
  for (const [number, { body, code, ...head }] of records.entries()) {
    const text = code === undefined ? body : `${body}\n${code}`;
    for (const [root, strength] of wordStrengths({ ...head, body: text })) {
      const ofRoot = byStem.get(root) ?? new Map<number, number>();
      byStem.set(root, ofRoot);
      ofRoot.set(number, strength);
    }
  }
  const topicIndices = new Map(topics.map(({ title }, index) => [title, index]));
  const taskTopics = new Map<string, TaskTopic>();
  const topicOf = (title: string): TaskTopic => {
    const topic = taskTopics.get(title) ?? taskTopic(topicIndices.get(title) ?? -1, table, records.length);
    taskTopics.set(title, topic);
    return topic;
  };
  const none = new Map<number, number>();
  return {
    agents: ids,
    rank: (task) =>
      rankAgents(
        taskWords(task).map((word) => ({ word, records: byStem.get(stem(word)) ?? none })),
        topicsOfTask(task, asked).map(topicOf),
        table,
      ),
  };
}
