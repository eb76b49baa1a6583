import { describe, expect, it } from 'vitest';
import {
  measureCoverage,
  coverageOfAll,
  topicsOfElement,
  topicsOfSection,
} from '../../../../src/playbook/topics/coverage.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { topicFinder } from '../../../../src/playbook/topics/topic-finder.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { agentOf, bytesOf } from '../helpers.ts';

const topics = readTopics(
  `
topics:
  - {id: tides, title: Tides, synonyms: [tide, ebb]}
  - {id: knots, title: Knots, synonyms: [knot, bowline]}
`,
  'topics.yaml',
);
const find = topicFinder(topics, ['tide-watcher']);

/** Returns a number of words that are not about a topic. */
function filler(words: number): string {
  return Array.from({ length: words }, () => 'word').join(' ');
}

function coverage(body: string, front = 'name: someone\ndescription: Does things.') {
  return measureCoverage(agentOf(`---\n${front}\n---\n\n${body}`), find);
}

function depthOf(body: string, front?: string) {
  return coverage(body, front).byTopic.get('tides')?.depth;
}

describe('the depth of a topic in a file', () => {
  it('is missing if no word of the topic occurs', () => {
    expect(depthOf('# Work\n\nNothing of the kind.')).toBeUndefined();
    expect(coverage('').byTopic.size).toBe(0);
  });

  it('is a mention if a word occurs once', () => {
    expect(depthOf(`# Work\n\nMind the tide.\n\n${filler(200)}`)).toBe('mentions');
  });

  it('is more than a mention if a heading names the topic', () => {
    expect(depthOf(`# Work\n\n${filler(400)}\n\n# Tides\n\n${filler(10)}`)).toBe('covers');
  });

  it('is more than a mention if a bold label with text after it names the topic', () => {
    expect(depthOf(`# Work\n\n${filler(200)}\n\n- **Ebb and flood**: ${filler(20)}`)).toBe('covers');
    expect(depthOf(`# Work\n\n${filler(900)}\n\n- **Ebb and flood** → @pilot`)).toBe('mentions');
  });

  it('is more than a mention if several passages contain the topic', () => {
    const once = `The ebb ${filler(10)}.`;
    expect(depthOf(`# Work\n\n${once}\n\n${once}\n\n${filler(300)}`)).toBe('mentions');
    expect(depthOf(`# Work\n\n${once}\n\n${once}\n\n${once}\n\n${filler(300)}`)).toBe('covers');
  });

  it('depends on the length of the rest of the file', () => {
    const section = `# Tides\n\n${filler(100)}\n\n`;
    expect(depthOf(`${section}# Work\n\n${filler(500)}`)).toBe('in-depth');
    expect(depthOf(`${section}# Work\n\n${filler(2_000)}`)).toBe('covers');
    expect(depthOf(`${section}# Work\n\n${filler(20_000)}`)).toBe('mentions');
  });

  it('is never in depth for a few words, whatever their share', () => {
    expect(depthOf('# Tides\n\nThe tide, the ebb.')).toBe('covers');
  });

  it('includes the sections below a heading that names the topic', () => {
    const nested = `# Tides\n\n## Causes\n\n${filler(60)}\n\n## Tables\n\n${filler(60)}\n\n# Work\n\n${filler(300)}`;
    expect(coverage(nested).byTopic.get('tides')?.words).toBe(120);
    expect(depthOf(nested)).toBe('in-depth');
  });

  it('does not include the whole file if its title names the topic', () => {
    const titled = `# Tides\n\n${filler(20)}\n\n## Work\n\n${filler(400)}\n\n## Rest\n\n${filler(400)}`;
    expect(coverage(titled).byTopic.get('tides')?.words).toBe(20);
  });

  it('includes words of code by half, and only lines that name the topic', () => {
    const code = '# Work\n\n```rust\nlet ebb = 1;\nlet other = 2;\n```\n';
    expect(coverage(code).byTopic.get('tides')?.words).toBe(2);
  });

  it('is in depth in a short file of which the topic is a large part', () => {
    const short = `# Tides\n\n${filler(45)}\n\n# Work\n\n`;
    expect(depthOf(short + filler(60))).toBe('in-depth');
    expect(depthOf(short + filler(200))).toBe('covers');
  });

  it('is that of a title if the agent’s name contains the topic', () => {
    const body = `# Work\n\nThe tide ${filler(10)}.\n\n${filler(1_000)}`;
    expect(depthOf(body, 'name: tide-master\ndescription: Does things.')).toBe('covers');
    expect(depthOf(body, 'name: harbour-master\ndescription: Does things.')).toBe('mentions');
  });

  it('is in depth with few words of the topic if the agent’s name contains it', () => {
    const body = `# Work\n\n${filler(90)}`;
    expect(depthOf(body, `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('in-depth');
    expect(depthOf(body + filler(900), `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('covers');
    expect(depthOf(`# Work\n\n${filler(20)}`, `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('covers');
  });

  it('is found for topics in names, which are in lower case', () => {
    const capitals = topicFinder(readTopics('topics: [{id: a, title: SQL}, {id: b, title: Kafka}]', 't'), []);
    const topicsOf = (name: string) => [
      ...measureCoverage(agentOf(`---\nname: ${name}\ndescription: Does things.\n---\n`), capitals).byTopic.keys(),
    ];
    expect(topicsOf('sql-pro')).toEqual(['a']);
    expect(topicsOf('kafka-engineer')).toEqual(['b']);
  });

  it('includes the description and its dialogues', () => {
    const front =
      'name: someone\ndescription: "Knows the tide. <example>Context: Low ebb\\nuser: \\"Help\\"\\nassistant: \\"Yes\\"</example>"';
    const places = coverage('# Work\n\nNothing.', front).byTopic.get('tides')?.places ?? [];
    expect(places.map(({ kind }) => kind)).toEqual(['description', 'examples']);
  });

  it('does not include names of agents', () => {
    expect(depthOf('# Work\n\nAsk tide-watcher, or @tide, or @ebb-expert.')).toBeUndefined();
  });

  it('decides the order of topics, the deepest first', () => {
    const body = `# Knots\n\n${filler(100)}\n\n# Work\n\nThe tide.\n\n${filler(100)}`;
    expect([...coverage(body).byTopic.keys()]).toEqual(['knots', 'tides']);
  });
});

describe('the places where a file covers a topic', () => {
  it('are sections with their passages and the words in them', () => {
    const { byTopic } = coverage('# Sailing\n\nWait for the ebb.\n\nAnything.\n\n## Knots\n\n- A bowline\n- More\n');
    const [place] = byTopic.get('tides')?.places ?? [];
    expect(place).toMatchObject({ kind: 'section', id: 'sailing', title: 'Sailing', isNamed: false, words: 4 });
    expect(place?.passages.map(({ text, line }) => [text, line])).toEqual([['Wait for the ebb.', 8]]);
    expect(byTopic.get('knots')?.places[0]).toMatchObject({ id: 'knots', isNamed: true, words: 3 });
  });

  it('include tables, quotations and nested lists, each passage on its own', () => {
    const body = '# Work\n\n| When | What |\n|---|---|\n| ebb | wait |\n\n> The **tide**\n> turns\n\n- a\n  - an ebb\n';
    const passages = coverage(body).byTopic.get('tides')?.places[0]?.passages ?? [];
    expect(passages.map(({ text }) => text)).toEqual(['ebb · wait', 'The tide turns', 'an ebb']);
  });

  it('give the topics of a section: those in its headings, and those of a large part of its text', () => {
    const body = `# Work\n\n## Tides\n\n### Causes\n\nThe moon.\n\n## Rest\n\n${filler(100)}\n\nThe ebb.\n\n## Rope\n\nA knot.`;
    const all = coverage(`${body}\n\n# Other\n\nText.`);
    expect(topicsOfSection(all, 'causes')).toEqual(['tides']);
    expect(topicsOfSection(all, 'rest')).toEqual([]);
    expect(topicsOfSection(all, 'rope')).toEqual(['knots']);
    expect(topicsOfSection(all, 'nowhere')).toEqual([]);
    expect(topicsOfSection(undefined, 'causes')).toEqual([]);
  });

  it('give the topics of an element: those in its title, in the headings above and in its lines', () => {
    const body = `# Tides\n\n## Before the ebb\n\n- [ ] A bowline is tied\n- [ ] Lights are on\n\n# Other\n\n- [ ] Nothing\n`;
    const all = coverage(body);
    expect(topicsOfElement(all, 'before-the-ebb')).toEqual(['tides', 'knots']);
    expect(topicsOfElement(all, 'other')).toEqual([]);
    expect(
      all.elements
        .get('before-the-ebb')
        ?.get('knots')
        ?.map(({ text }) => text),
    ).toEqual(['A bowline is tied']);
  });

  it('include the lines of trees and templates without their markup', () => {
    const body = '# To harbours\n\n```\n## Request\n**Tide table**: [ebb, flood]\n**Draught**: [metres]\n```\n';
    const lines = coverage(body).elements.get('request')?.get('tides') ?? [];
    expect(lines.map(({ text, isCode }) => [text, isCode])).toEqual([['Tide table: [ebb, flood]', false]]);
  });
});

describe('the coverage of a playbook', () => {
  const files = ['a', 'b'].map((name) => ({
    path: `${name}.md`,
    bytes: bytesOf(`---\nname: ${name}\ndescription: Does things.\n---\n\n# Tides\n\nThe ebb.\n`),
  }));

  it('is measured once for every agent', () => {
    const playbook = createPlaybook(files);
    const coverage = coverageOfAll(playbook, topics);
    expect([...coverage.keys()]).toEqual(['a', 'b']);
    expect(coverageOfAll(playbook, topics)).toBe(coverage);
    expect(coverageOfAll(createPlaybook(files), topics)).toEqual(coverage);
  });

  it('is empty without agents, and without topics', () => {
    expect(coverageOfAll(createPlaybook([]), topics).size).toBe(0);
    const none = coverageOfAll(createPlaybook(files), readTopics('', 'topics.yaml'));
    expect([...none.values()].map(({ byTopic }) => byTopic.size)).toEqual([0, 0]);
  });
});
