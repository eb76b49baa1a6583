import { href } from '../../links.ts';
import { coverageOfAll, type Coverage } from '../../playbook/topics/coverage.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { summarise } from '../shared/element-summary.ts';
import { originOf, placeOf, titleOf, type OriginView } from '../shared/origin.ts';
import { excerptsOf, type ExcerptView } from './topic-excerpt.ts';

/** An element about a topic. */
export interface TopicElement {
  title: string;
  /** "Quality gate". */
  kind: string;
  href: string;
  origin: OriginView;
  excerpts: ExcerptView[];
}

export interface TopicElements {
  shown: TopicElement[];
  /** How many there are, shown or not. */
  total: number;
}

/** The search within the topic finds the others. */
const MAX_ELEMENTS = 18;
const MAX_EXCERPTS = 3;

/** Returns the elements about a topic: first those whose heading names it, then those with the most lines about it. */
export function topicElements(topic: string, playbook: Playbook, topics: Topics): TopicElements {
  const coverage = coverageOfAll(playbook, topics);
  const all = elementsByTopic(playbook, topics).get(topic) ?? [];
  return {
    total: all.length,
    shown: all.slice(0, MAX_ELEMENTS).map((placed) => ({
      title: titleOf(placed),
      kind: summarise(placed.id, placed.element).kind,
      href: href(placeOf(placed)),
      origin: originOf(placed),
      excerpts: excerptsOf(topicPassages(placed, coverage, topic) ?? [], topic, MAX_EXCERPTS),
    })),
  };
}

const elementsByTopic = memoize((playbook: Playbook, topics: Topics): ReadonlyMap<string, readonly PlacedElement[]> => {
  const coverage = coverageOfAll(playbook, topics);
  const index = new Map<string, PlacedElement[]>();
  for (const placed of playbook.elements) {
    for (const topic of coverage.get(placed.agent.id)?.elements.get(placed.element.slug)?.keys() ?? []) {
      const some = index.get(topic) ?? [];
      index.set(topic, some);
      some.push(placed);
    }
  }
  for (const [topic, some] of index) {
    const linesOf = new Map(some.map((placed) => [placed, topicPassages(placed, coverage, topic)?.length ?? 0]));
    // An element whose heading names the topic comes first, even if few of its lines do.
    const rank = (placed: PlacedElement) => {
      const isNamed = coverage.get(placed.agent.id)?.sections.get(placed.element.section)?.includes(topic) ?? false;
      return (isNamed ? 1_000 : 0) + (linesOf.get(placed) ?? 0);
    };
    some.sort((a, b) => rank(b) - rank(a));
  }
  return index;
});

function topicPassages({ agent, element }: PlacedElement, coverage: ReadonlyMap<string, Coverage>, topic: string) {
  return coverage.get(agent.id)?.elements.get(element.slug)?.get(topic);
}
