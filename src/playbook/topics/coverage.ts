import type { Agent } from '../agent.ts';
import { depthOf, depths, type Depth } from './depth.ts';
import { outline } from '../outline.ts';
import { parseMarkdown } from '../source/markdown.ts';
import { once } from '../memoize.ts';
import { passage, passagesIn, type Passage } from './passages.ts';
import type { Playbook } from '../playbook.ts';
import { topicFinder, type TopicFinder, type TopicWord } from './topic-finder.ts';
import type { Topics } from './topics.ts';

/** A passage in which words of topics were found. */
export interface FoundPassage extends Passage {
  found: TopicWord[];
}

/** A part of an agent's file that has to do with a topic. */
export interface CoveredPlace {
  /** `section`: one with a heading, or the text before the first. The others are in the front matter. */
  kind: 'description' | 'examples' | 'section';
  /** Anchor of the section; empty where there is none. */
  id: string;
  title: string;
  /** Whether its heading, or one above, names the topic: then all of it is about the topic. */
  isNamed: boolean;
  /** How many of its words are about the topic. */
  words: number;
  /** Those with words of the topic, in the order of the file; may be none in a named section. */
  passages: FoundPassage[];
}

/** What an agent has on one topic. */
export interface Treatment {
  /** Id of the topic. */
  topic: string;
  depth: Depth;
  /** How many words of the file are about the topic; those of code count half. */
  words: number;
  /** The same as a part of all its words: 0 to 1. */
  share: number;
  /** In the order of the file. */
  places: CoveredPlace[];
}

/** What a file treats, and where. */
export interface Coverage {
  /** By the topic's id, the most treated first. */
  treatments: ReadonlyMap<string, Treatment>;
  /** Ids of the topics that each section is about, by its anchor; the empty one stands for what has no heading. */
  sections: ReadonlyMap<string, readonly string[]>;
  /**
   * The passages of each element, by its slug, then by the id of each topic it has to do with; none where only its
   * title or the heading above names the topic.
   */
  elements: ReadonlyMap<string, ReadonlyMap<string, readonly FoundPassage[]>>;
}

const surveys = once((playbook: Playbook, topics: Topics) => {
  const names = playbook.roster.map(({ name }) => name);
  return { find: topicFinder(topics, names), known: new Map<string, Coverage>() };
});

/** The coverage of one agent of a playbook. Found out once, and only for those who are asked about. */
export function coverageOfAgent(agent: Agent, playbook: Playbook, topics: Topics): Coverage {
  const { find, known } = surveys(playbook, topics);
  const coverage = known.get(agent.id) ?? coverageOf(agent, find);
  known.set(agent.id, coverage);
  return coverage;
}

/** The coverage of every agent, by its id. It reads every file: a few seconds for a thousand. */
export const coverageOfAll = once((playbook: Playbook, topics: Topics): ReadonlyMap<string, Coverage> => {
  return new Map(playbook.agents.map((agent) => [agent.id, coverageOfAgent(agent, playbook, topics)]));
});

/** Ids of the topics that a section is about: those its heading names, or one above it, or a tenth of its words. */
export function topicsOfSection(coverage: Coverage | undefined, section: string): readonly string[] {
  return coverage?.sections.get(section) ?? [];
}

/** Ids of the topics that an element has to do with: by its title, by the headings above it, by its lines. */
export function topicsOfElement(coverage: Coverage | undefined, slug: string): string[] {
  return [...(coverage?.elements.get(slug)?.keys() ?? [])];
}

/** A section is about a topic that its heading does not name if this share of its words is. */
const SECTION_SHARE = 0.1;

/** A place before it is known which topics it has to do with. */
interface Place extends Pick<CoveredPlace, 'kind' | 'id' | 'title'> {
  /** Topics that its heading names, or one above it. */
  named: ReadonlySet<string>;
  passages: FoundPassage[];
}

/**
 * Which topics an agent's file treats, where, and how deeply (see `depth.ts`). The measure is how many of its words
 * are about a topic: all words of a section whose heading names it, with the sections below; elsewhere those of each
 * paragraph, list entry, table row or line of code in which it occurs. Words of code count half.
 *
 * A title is a heading, the bold label of a passage, the agent's name, or the first sentences of its description. A
 * single heading at the top is the file's title: it names what the file is about, but does not make every section of
 * it one about that. Nor does the agent's name: only of its description all words count.
 */
export function coverageOf(agent: Agent, find: TopicFinder): Coverage {
  const calledAfter = topicsOfName(agent.name, find);
  const places = placesOf(agent, find, calledAfter);
  const total = sum(places.map(({ passages }) => sum(passages.map(wordsIn))));
  const named = new Set([...calledAfter, ...topicsIn(find(agent.summary))]);
  for (const place of places) {
    for (const topic of place.named) named.add(topic);
    for (const { label, found } of place.passages) {
      for (const { topic } of found.filter(({ from }) => from < label)) named.add(topic);
    }
  }

  const covered = new Map<string, CoveredPlace[]>();
  const sections = new Map<string, string[]>();
  for (const place of places) {
    const all = sum(place.passages.map(wordsIn));
    for (const [topic, one] of coveredIn(place, all)) {
      covered.set(topic, [...(covered.get(topic) ?? []), one]);
      const about = sections.get(place.id) ?? [];
      if (place.kind === 'section' && !about.includes(topic) && (one.isNamed || one.words >= all * SECTION_SHARE)) {
        sections.set(place.id, [...about, topic]);
      }
    }
  }
  const treatments = [...covered].map(([topic, some]): Treatment => {
    const words = sum(some.map((place) => place.words));
    const passages = sum(some.map((place) => place.passages.length));
    const measure = { words, total, passages, isNamed: named.has(topic), isCalledAfter: calledAfter.has(topic) };
    return { topic, depth: depthOf(measure), words, share: total === 0 ? 0 : words / total, places: some };
  });
  treatments.sort((a, b) => depths.indexOf(b.depth) - depths.indexOf(a.depth) || b.words - a.words);
  return {
    treatments: new Map(treatments.map((one) => [one.topic, one])),
    sections,
    elements: topicsOfElements(agent, places, find),
  };
}

/** @param calledAfter topics that the agent's name names */
function placesOf(agent: Agent, find: TopicFinder, calledAfter: ReadonlySet<string>): Place[] {
  const told = (kind: Place['kind'], passages: readonly Passage[], named: ReadonlySet<string> = new Set()): Place => ({
    kind,
    id: '',
    title: '',
    named,
    passages: passages.map((one) => ({ ...one, found: find(one.text) })),
  });
  const description = parseMarkdown(agent.description).children;
  const spoken = agent.examples.flatMap(({ context, turns, commentary }) => [
    context,
    ...turns.map(({ text }) => text),
    commentary,
  ]);

  const { sections } = outline(agent.body);
  const isTitled = sections.filter(({ depth, id }) => depth === 1 && id !== '').length === 1;
  const above: { depth: number; topics: string[] }[] = [];
  const inBody = sections.map((section): Place => {
    const { id, title, depth, blocks } = section;
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const topics = topicsIn(find(title));
    const inherited = above.flatMap((one) => one.topics);
    if (!(isTitled && depth === 1)) above.push({ depth, topics });
    const passages = blocks.flatMap(passagesIn).map((one) => ({ ...one, found: find(one.text) }));
    return { kind: 'section', id, title, named: new Set([...topics, ...inherited]), passages };
  });
  return [
    told('description', passagesIn({ kind: 'prose', nodes: description, from: 1, to: 1 }), calledAfter),
    told(
      'examples',
      spoken.flatMap((text) => passage(text, 1)),
    ),
    ...inBody,
  ];
}

/** What a place has on each topic that occurs in it or that its heading names. */
function coveredIn(place: Place, all: number): Map<string, CoveredPlace> {
  const { kind, id, title, named, passages } = place;
  const covered = new Map<string, CoveredPlace>();
  for (const topic of named) covered.set(topic, { kind, id, title, isNamed: true, words: all, passages: [] });
  for (const passage of passages) {
    for (const topic of topicsIn(passage.found)) {
      const one = covered.get(topic) ?? { kind, id, title, isNamed: false, words: 0, passages: [] };
      covered.set(topic, one);
      one.passages.push(passage);
      if (!one.isNamed) one.words += wordsIn(passage);
    }
  }
  return covered;
}

/** Names are in small letters: `sql-pro` is called after SQL, and `kafka-engineer` after Kafka. */
function topicsOfName(name: string, find: TopicFinder): Set<string> {
  const words = name.replace(/[-_]/g, ' ');
  const titled = words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return new Set([words, titled, words.toUpperCase()].flatMap((written) => topicsIn(find(written))));
}

/** What each element has to do with topics: those of its title, of its section's headings, of its lines. */
function topicsOfElements(agent: Agent, places: readonly Place[], find: TopicFinder): Coverage['elements'] {
  const sections = places.filter(({ kind }) => kind === 'section');
  const named = new Map(sections.map((place) => [place.id, place.named]));
  const passages = sections.flatMap((place) => place.passages.filter(({ found }) => found.length > 0));
  return new Map(
    agent.elements.map(({ slug, title, section, from, to }) => {
      const titled = [...topicsIn(find(title)), ...(named.get(section) ?? [])];
      const about = new Map<string, FoundPassage[]>(titled.map((topic) => [topic, []]));
      for (const passage of passages.filter(({ line }) => line >= from && line <= to)) {
        for (const topic of topicsIn(passage.found)) about.set(topic, [...(about.get(topic) ?? []), passage]);
      }
      return [slug, about];
    }),
  );
}

/** The topics of some words, each once, in the order of the text. */
function topicsIn(found: readonly TopicWord[]): string[] {
  return [...new Set(found.map(({ topic }) => topic))];
}

function wordsIn({ words, isCode }: Passage): number {
  return isCode ? words / 2 : words;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
