import { coverageOfAll } from '../../playbook/topics/coverage.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import type { Topic, Topics } from '../../playbook/topics/topics.ts';

const MOST_RELATED = 6;
/** Topics that share a section by chance are not related: they need at least so many. */
const FEWEST_SHARED = 2;

/** The topics that stand in the same sections as a topic, those that do so most of the time first. */
export function relatedTopics(id: string, playbook: Playbook, topics: Topics): readonly Topic[] {
  return kinship(playbook, topics).get(id) ?? [];
}

/** Counts sections: kinship is those about both topics as a part of those about either (the Jaccard index). */
const kinship = memoize((playbook: Playbook, file: Topics): ReadonlyMap<string, readonly Topic[]> => {
  const { topics } = file;
  const alone = new Map<string, number>();
  const shared = new Map<string, Map<string, number>>();
  for (const coverage of coverageOfAll(playbook, file).values()) {
    for (const about of coverage.sections.values()) {
      for (const topic of about) {
        alone.set(topic, (alone.get(topic) ?? 0) + 1);
        const others = shared.get(topic) ?? new Map<string, number>();
        shared.set(topic, others);
        for (const other of about) if (other !== topic) others.set(other, (others.get(other) ?? 0) + 1);
      }
    }
  }
  const kinshipOf = (id: string, other: string) => {
    const both = shared.get(id)?.get(other) ?? 0;
    return both < FEWEST_SHARED ? 0 : both / ((alone.get(id) ?? 0) + (alone.get(other) ?? 0) - both);
  };
  return new Map(
    topics.map(({ id }) => {
      const ranked = topics.map((topic) => ({ topic, kinship: kinshipOf(id, topic.id) }));
      const related = ranked.filter(({ kinship }) => kinship > 0).sort((a, b) => b.kinship - a.kinship);
      return [id, related.slice(0, MOST_RELATED).map(({ topic }) => topic)];
    }),
  );
});
