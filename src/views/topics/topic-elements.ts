import { elementPath, href, sectionPath } from '../../links.ts';
import { coverageOfAll, type Coverage } from '../../playbook/topics/coverage.ts';
import { memoize } from '../../playbook/memoize.ts';
import type { PlacedElement, Playbook } from '../../playbook/playbook.ts';
import type { Topics } from '../../playbook/topics/topics.ts';
import { summarise } from '../shared/element-summary.ts';
import { originOf, titleOf, type OriginView } from '../shared/origin.ts';
import { excerptsOf, type ExcerptView } from './topic-excerpt.ts';

/** An element that has to do with a topic. */
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
  /** How many there are in all. */
  total: number;
}

/** More elements than this are found by search. */
const MOST_ELEMENTS = 18;
const MOST_EXCERPTS = 3;

/** The elements about a topic: first those whose title or heading names it, then those with most lines about it. */
export function topicElements(topic: string, playbook: Playbook, topics: Topics): TopicElements {
  const coverage = coverageOfAll(playbook, topics);
  const all = elementsByTopic(playbook, topics).get(topic) ?? [];
  return {
    total: all.length,
    shown: all.slice(0, MOST_ELEMENTS).map((placed) => ({
      title: titleOf(placed),
      kind: summarise(placed.id, placed.element).kind,
      href: addressOf(placed),
      origin: originOf(placed),
      excerpts: excerptsOf(passagesOf(placed, coverage, topic) ?? [], topic, MOST_EXCERPTS),
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
    const linesOf = new Map(some.map((placed) => [placed, passagesOf(placed, coverage, topic)?.length ?? 0]));
    // The one whose title names the topic has not always a line that does.
    const rank = (placed: PlacedElement) => {
      const isTitled = coverage.get(placed.agent.id)?.sections.get(placed.element.section)?.includes(topic) ?? false;
      return (isTitled ? 1_000 : 0) + (linesOf.get(placed) ?? 0);
    };
    some.sort((a, b) => rank(b) - rank(a));
  }
  return index;
});

function passagesOf({ agent, element }: PlacedElement, coverage: ReadonlyMap<string, Coverage>, topic: string) {
  return coverage.get(agent.id)?.elements.get(element.slug)?.get(topic);
}

/** The element's own page; its place in its agent's file where it has none. */
function addressOf(placed: PlacedElement): string {
  const { agent, element } = placed;
  if (element.kind === 'delegations') return href(sectionPath(agent.id, element.section));
  return href(elementPath(placed) ?? sectionPath(agent.id, element.section));
}
