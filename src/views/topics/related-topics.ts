import { coverageOfAll } from '../../playbook/topics/coverage.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topic, Topics } from '../../playbook/topics/topics.ts';

const MAX_RELATED = 6;
/** One shared section may be a coincidence. */
const MIN_SHARED_SECTIONS = 2;

/** Returns the topics that share sections with a topic, the most similar first. */
export function relatedTopics(id: string, playbook: Playbook, topics: Topics): readonly Topic[] {
  return relatedByTopic(playbook, topics).get(id) ?? [];
}

/**
 * Ranks topics by the Jaccard index of their sections: the number of sections about both topics divided by the
 * number of sections about either.
 */
const relatedByTopic = memoize((playbook: Playbook, file: Topics): ReadonlyMap<string, readonly Topic[]> => {
  const { topics } = file;
  const sectionCounts = new Map<string, number>();
  const shared = new Map<string, Map<string, number>>();
  for (const coverage of coverageOfAll(playbook, file).values()) {
    for (const about of coverage.sections.values()) {
      for (const topic of about) {
        sectionCounts.set(topic, (sectionCounts.get(topic) ?? 0) + 1);
        const others = shared.get(topic) ?? new Map<string, number>();
        shared.set(topic, others);
        for (const other of about) if (other !== topic) others.set(other, (others.get(other) ?? 0) + 1);
      }
    }
  }
  const similarityOf = (id: string, other: string) => {
    const both = shared.get(id)?.get(other) ?? 0;
    return both < MIN_SHARED_SECTIONS
      ? 0
      : both / ((sectionCounts.get(id) ?? 0) + (sectionCounts.get(other) ?? 0) - both);
  };
  return new Map(
    topics.map(({ id }) => {
      const ranked = topics.map((topic) => ({ topic, similarity: similarityOf(id, topic.id) }));
      const related = ranked.filter(({ similarity }) => similarity > 0).sort((a, b) => b.similarity - a.similarity);
      return [id, related.slice(0, MAX_RELATED).map(({ topic }) => topic)];
    }),
  );
});
