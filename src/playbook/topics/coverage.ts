import type { Agent } from '../agent.ts';
import { memoize } from '../memoize.ts';
import type { Playbook } from '../playbook.ts';
import { parseMarkdown } from '../source/markdown.ts';
import { depthOf, depths, type Depth } from './depth.ts';
import { passagesIn, passagesOfText, type Passage } from './passages.ts';
import { aboutField, textOf } from './field.ts';
import { topicFinder, type TopicFinder, type TopicWord } from './topic-finder.ts';
import type { Topics } from './topics.ts';

/** A passage with the topics' words in it. */
export interface FoundPassage extends Passage {
  found: TopicWord[];
}

/** A part of an agent's file that is about a topic, or contains a word of it. */
export interface CoveredPlace {
  /** `section`: a heading with its text, or the text before the first heading. The others are in the front matter. */
  kind: 'description' | 'examples' | 'section';
  /** Anchor of the section; empty if there is none. */
  id: string;
  title: string;
  /** Whether its heading, or one above, names the topic. Then all its words are about the topic. */
  isNamed: boolean;
  /** Number of its words that are about the topic. */
  words: number;
  /** The passages with words of the topic, in the order of the file; may be empty if the heading names the topic. */
  passages: FoundPassage[];
}

/** An agent's coverage of one topic. */
export interface TopicCoverage {
  /** Id of the topic. */
  topic: string;
  depth: Depth;
  /** Number of words of the file that are about the topic; words of code count half. */
  words: number;
  /** The same as a share of all words of the file, from 0 to 1. */
  share: number;
  /** In the order of the file. */
  places: CoveredPlace[];
}

/** The topics of an agent's file, with the places where it covers them. */
export interface Coverage {
  /** By the topic's id, the deepest coverage first. */
  byTopic: ReadonlyMap<string, TopicCoverage>;
  /** Ids of the topics that each section is about, by its anchor; the text before the first heading has an empty one. */
  sections: ReadonlyMap<string, readonly string[]>;
  /**
   * The passages of each element, by its slug, then by the id of each of its topics. The list is empty if only the
   * title of the element or a heading above names the topic.
   */
  elements: ReadonlyMap<string, ReadonlyMap<string, readonly FoundPassage[]>>;
}

const finderAndCache = memoize((playbook: Playbook, topics: Topics) => {
  const names = playbook.roster.map(({ name }) => name);
  const find = topicFinder(topics, names);
  return { finderFor: finderByAgent(find, topics), cache: new Map<string, Coverage>() };
});

/**
 * Returns the finder for each agent. Words that are common English count only beside evidence: in a file about the field of
 * the topics, or in one that contains another word of the same topic.
 */
function finderByAgent(find: TopicFinder, topics: Topics): (agent: Agent) => TopicFinder {
  if (topics.topics.every(({ common }) => common.length === 0)) return () => find;
  const isAbout = aboutField(topics);
  return (agent) => {
    if (topics.field && isAbout(agent)) return find;
    const certain = new Set(
      find(textOf(agent))
        .filter(({ isCommon }) => !isCommon)
        .map(({ topic }) => topic),
    );
    return (text) => find(text).filter(({ topic, isCommon }) => !isCommon || certain.has(topic));
  };
}

/** Returns the coverage of one agent of a playbook. Measures it at the first call. */
export function coverageOfAgent(agent: Agent, playbook: Playbook, topics: Topics): Coverage {
  const { finderFor, cache } = finderAndCache(playbook, topics);
  const coverage = cache.get(agent.id) ?? measureCoverage(agent, finderFor(agent));
  cache.set(agent.id, coverage);
  return coverage;
}

/** Returns the coverage of every agent, by its id. The first call takes a few seconds for a thousand agents. */
export const coverageOfAll = memoize((playbook: Playbook, topics: Topics): ReadonlyMap<string, Coverage> => {
  return new Map(playbook.agents.map((agent) => [agent.id, coverageOfAgent(agent, playbook, topics)]));
});

/** Returns the ids of the topics that a section is about, because a heading names them or because of its words. */
export function topicsOfSection(coverage: Coverage | undefined, section: string): readonly string[] {
  return coverage?.sections.get(section) ?? [];
}

/** Returns the ids of the topics that an element's title, a heading above it, or one of its lines names. */
export function topicsOfElement(coverage: Coverage | undefined, slug: string): string[] {
  return [...(coverage?.elements.get(slug)?.keys() ?? [])];
}

/** Share of a section's words from which it is about a topic that no heading names. */
const MIN_SECTION_SHARE = 0.1;

/** A part of a file, with all its passages. */
interface PartOfFile extends Pick<CoveredPlace, 'kind' | 'id' | 'title'> {
  /** Ids of the topics that its heading or one above names. */
  named: ReadonlySet<string>;
  passages: FoundPassage[];
}

/**
 * Measures which topics an agent's file covers, where, and in how much depth (see `depth.ts`). It counts the words
 * about a topic: all words of a section whose heading names it, including the sections below; elsewhere the words of
 * each paragraph, list item, table row or line of code that contains the topic. Words of code count half.
 *
 * A title is a heading, the bold label of a passage, the agent's name, or the first sentences of its description. If
 * the file has a single heading of the first level, that is the title of the file, which does not make every section
 * one about its topics. Nor does the agent's name, which does so only for the description.
 */
export function measureCoverage(agent: Agent, find: TopicFinder): Coverage {
  const inAgentName = topicsOfName(agent.name, find);
  const places = placesOf(agent, find, inAgentName);
  const totalWords = sum(places.map(({ passages }) => sum(passages.map(countedWords))));
  const inTitle = new Set([...inAgentName, ...topicsIn(find(agent.summary))]);
  for (const place of places) {
    for (const topic of place.named) inTitle.add(topic);
    for (const { label, found } of place.passages) {
      for (const { topic } of found.filter(({ from }) => from < label)) inTitle.add(topic);
    }
  }

  const covered = new Map<string, CoveredPlace[]>();
  const sections = new Map<string, string[]>();
  for (const place of places) {
    const all = sum(place.passages.map(countedWords));
    for (const [topic, coveredPlace] of coveredIn(place, all)) {
      covered.set(topic, [...(covered.get(topic) ?? []), coveredPlace]);
      const about = sections.get(place.id) ?? [];
      const isAbout = coveredPlace.isNamed || coveredPlace.words >= all * MIN_SECTION_SHARE;
      if (place.kind === 'section' && !about.includes(topic) && isAbout) {
        sections.set(place.id, [...about, topic]);
      }
    }
  }
  const topics = [...covered].map(([topic, coveredPlaces]): TopicCoverage => {
    const words = sum(coveredPlaces.map((place) => place.words));
    const depth = depthOf({
      topicWords: words,
      totalWords,
      passages: sum(coveredPlaces.map((place) => place.passages.length)),
      isInTitle: inTitle.has(topic),
      isInAgentName: inAgentName.has(topic),
    });
    return { topic, depth, words, share: totalWords === 0 ? 0 : words / totalWords, places: coveredPlaces };
  });
  topics.sort((a, b) => depths.indexOf(b.depth) - depths.indexOf(a.depth) || b.words - a.words);
  return {
    byTopic: new Map(topics.map((coverage) => [coverage.topic, coverage])),
    sections,
    elements: topicsOfElements(agent, places, find),
  };
}

/** @param inAgentName topics that the agent's name contains */
function placesOf(agent: Agent, find: TopicFinder, inAgentName: ReadonlySet<string>): PartOfFile[] {
  const withWords = (passages: readonly Passage[]) =>
    passages.map((passage) => ({ ...passage, found: find(passage.text) }));
  const description = parseMarkdown(agent.description).children;
  const dialogues = agent.examples.flatMap(({ context, turns, commentary }) => [
    context,
    ...turns.map(({ text }) => text),
    commentary,
  ]);

  const { sections } = agent.outline;
  const hasFileTitle = sections.filter(({ depth, id }) => depth === 1 && id !== '').length === 1;
  const above: { depth: number; topics: string[] }[] = [];
  const inBody = sections.map((section): PartOfFile => {
    const { id, title, depth, blocks } = section;
    while ((above.at(-1)?.depth ?? 0) >= depth) above.pop();
    const topics = topicsIn(find(title));
    const inherited = above.flatMap((heading) => heading.topics);
    if (!(hasFileTitle && depth === 1)) above.push({ depth, topics });
    const passages = withWords(blocks.flatMap(passagesIn));
    return { kind: 'section', id, title, named: new Set([...topics, ...inherited]), passages };
  });
  return [
    {
      kind: 'description',
      id: '',
      title: '',
      named: inAgentName,
      passages: withWords(passagesIn({ kind: 'prose', nodes: description, from: 1, to: 1 })),
    },
    {
      kind: 'examples',
      id: '',
      title: '',
      named: new Set(),
      passages: withWords(dialogues.flatMap((text) => passagesOfText(text, 1))),
    },
    ...inBody,
  ];
}

/** Returns a place for each topic that occurs in it or that a heading names. */
function coveredIn(place: PartOfFile, all: number): Map<string, CoveredPlace> {
  const { kind, id, title, named, passages } = place;
  const covered = new Map<string, CoveredPlace>();
  for (const topic of named) covered.set(topic, { kind, id, title, isNamed: true, words: all, passages: [] });
  for (const passage of passages) {
    for (const topic of topicsIn(passage.found)) {
      const coveredPlace = covered.get(topic) ?? { kind, id, title, isNamed: false, words: 0, passages: [] };
      covered.set(topic, coveredPlace);
      coveredPlace.passages.push(passage);
      if (!coveredPlace.isNamed) coveredPlace.words += countedWords(passage);
    }
  }
  return covered;
}

/** Finds the topics in a name, although it is in lower case: SQL in `sql-pro`, Kafka in `kafka-engineer`. */
function topicsOfName(name: string, find: TopicFinder): Set<string> {
  const words = name.replace(/[-_]/g, ' ');
  const titled = words.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  return new Set([words, titled, words.toUpperCase()].flatMap((written) => topicsIn(find(written))));
}

/** Finds the topics of each element: those of its title, of the headings above, and of its lines. */
function topicsOfElements(agent: Agent, places: readonly PartOfFile[], find: TopicFinder): Coverage['elements'] {
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

/** Returns the ids of the topics of some words, each once, in the order of the text. */
function topicsIn(found: readonly TopicWord[]): string[] {
  return [...new Set(found.map(({ topic }) => topic))];
}

/** Returns the number of words of a passage, in which code counts half. */
function countedWords({ words, isCode }: Passage): number {
  return isCode ? words / 2 : words;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
