import { describe, expect, it } from 'vitest';
import {
  coverageOf,
  coverageOfAll,
  topicsOfElement,
  topicsOfSection,
} from '../../../../src/playbook/topics/coverage.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { topicFinder } from '../../../../src/playbook/topics/topic-finder.ts';
import { readTopics } from '../../../../src/playbook/topics/topics.ts';
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

/** So many words about nothing. */
function filler(words: number): string {
  return Array.from({ length: words }, () => 'word').join(' ');
}

function coverage(body: string, front = 'name: someone\ndescription: Does things.') {
  return coverageOf(agentOf(`---\n${front}\n---\n\n${body}`), find);
}

function depthOf(body: string, front?: string) {
  return coverage(body, front).treatments.get('tides')?.depth;
}

describe('how deeply a file treats a topic', () => {
  it('is not at all where no word of it occurs', () => {
    expect(depthOf('# Work\n\nNothing of the kind.')).toBeUndefined();
    expect(coverage('').treatments.size).toBe(0);
  });

  it('is a mention where a word occurs once', () => {
    expect(depthOf(`# Work\n\nMind the tide.\n\n${filler(200)}`)).toBe('mentions');
  });

  it('is more than a mention where a heading names it', () => {
    expect(depthOf(`# Work\n\n${filler(400)}\n\n# Tides\n\n${filler(10)}`)).toBe('treats');
  });

  it('is more than a mention where a bold label names it, and something follows', () => {
    expect(depthOf(`# Work\n\n${filler(200)}\n\n- **Ebb and flood**: ${filler(20)}`)).toBe('treats');
    expect(depthOf(`# Work\n\n${filler(900)}\n\n- **Ebb and flood** → @pilot`)).toBe('mentions');
  });

  it('is more than a mention where several passages have to do with it', () => {
    const once = `The ebb ${filler(10)}.`;
    expect(depthOf(`# Work\n\n${once}\n\n${once}\n\n${filler(300)}`)).toBe('mentions');
    expect(depthOf(`# Work\n\n${once}\n\n${once}\n\n${once}\n\n${filler(300)}`)).toBe('treats');
  });

  it('depends on how much else there is in the file', () => {
    const section = `# Tides\n\n${filler(100)}\n\n`;
    expect(depthOf(`${section}# Work\n\n${filler(500)}`)).toBe('in-depth');
    expect(depthOf(`${section}# Work\n\n${filler(2_000)}`)).toBe('treats');
    expect(depthOf(`${section}# Work\n\n${filler(20_000)}`)).toBe('mentions');
  });

  it('is never great in a few words, whatever their share', () => {
    expect(depthOf('# Tides\n\nThe tide, the ebb.')).toBe('treats');
  });

  it('counts the sections below a heading that names it', () => {
    const nested = `# Tides\n\n## Causes\n\n${filler(60)}\n\n## Tables\n\n${filler(60)}\n\n# Work\n\n${filler(300)}`;
    expect(coverage(nested).treatments.get('tides')?.words).toBe(120);
    expect(depthOf(nested)).toBe('in-depth');
  });

  it('does not count all of a file whose title names it', () => {
    const titled = `# Tides\n\n${filler(20)}\n\n## Work\n\n${filler(400)}\n\n## Rest\n\n${filler(400)}`;
    expect(coverage(titled).treatments.get('tides')?.words).toBe(20);
  });

  it('counts words of code half, and only lines that name it', () => {
    const code = '# Work\n\n```rust\nlet ebb = 1;\nlet other = 2;\n```\n';
    expect(coverage(code).treatments.get('tides')?.words).toBe(2);
  });

  it('is great in a short file, if it is a good part of it', () => {
    const short = `# Tides\n\n${filler(45)}\n\n# Work\n\n`;
    expect(depthOf(short + filler(60))).toBe('in-depth');
    expect(depthOf(short + filler(200))).toBe('treats');
  });

  it('takes the agent’s own name for a title', () => {
    const body = `# Work\n\nThe tide ${filler(10)}.\n\n${filler(1_000)}`;
    expect(depthOf(body, 'name: tide-master\ndescription: Does things.')).toBe('treats');
    expect(depthOf(body, 'name: harbour-master\ndescription: Does things.')).toBe('mentions');
  });

  it('takes an agent that is called after a topic for one that speaks of it throughout', () => {
    const body = `# Work\n\n${filler(90)}`;
    expect(depthOf(body, `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('in-depth');
    expect(depthOf(body + filler(900), `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('treats');
    expect(depthOf(`# Work\n\n${filler(20)}`, `name: tide-master\ndescription: Knows ${filler(10)}.`)).toBe('treats');
  });

  it('knows topics in names, which are in small letters', () => {
    const capitals = topicFinder(readTopics('topics: [{id: a, title: SQL}, {id: b, title: Kafka}]', 't'), []);
    const topicsOf = (name: string) => [
      ...coverageOf(agentOf(`---\nname: ${name}\ndescription: Does things.\n---\n`), capitals).treatments.keys(),
    ];
    expect(topicsOf('sql-pro')).toEqual(['a']);
    expect(topicsOf('kafka-engineer')).toEqual(['b']);
  });

  it('includes the description and its dialogues', () => {
    const front =
      'name: someone\ndescription: "Knows the tide. <example>Context: Low ebb\\nuser: \\"Help\\"\\nassistant: \\"Yes\\"</example>"';
    const places = coverage('# Work\n\nNothing.', front).treatments.get('tides')?.places ?? [];
    expect(places.map(({ kind }) => kind)).toEqual(['description', 'examples']);
  });

  it('does not count names of agents', () => {
    expect(depthOf('# Work\n\nAsk tide-watcher, or @tide, or @ebb-expert.')).toBeUndefined();
  });

  it('puts the deepest topics first', () => {
    const body = `# Knots\n\n${filler(100)}\n\n# Work\n\nThe tide.\n\n${filler(100)}`;
    expect([...coverage(body).treatments.keys()]).toEqual(['knots', 'tides']);
  });
});

describe('where a file treats a topic', () => {
  it('is said by section, with the passages and the words in them', () => {
    const { treatments } = coverage('# Sailing\n\nWait for the ebb.\n\nAnything.\n\n## Knots\n\n- A bowline\n- More\n');
    const [place] = treatments.get('tides')?.places ?? [];
    expect(place).toMatchObject({ kind: 'section', id: 'sailing', title: 'Sailing', isNamed: false, words: 4 });
    expect(place?.passages.map(({ text, line }) => [text, line])).toEqual([['Wait for the ebb.', 8]]);
    expect(treatments.get('knots')?.places[0]).toMatchObject({ id: 'knots', isNamed: true, words: 3 });
  });

  it('finds words in tables, quotations and nested lists, each passage by itself', () => {
    const body = '# Work\n\n| When | What |\n|---|---|\n| ebb | wait |\n\n> The **tide**\n> turns\n\n- a\n  - an ebb\n';
    const passages = coverage(body).treatments.get('tides')?.places[0]?.passages ?? [];
    expect(passages.map(({ text }) => text)).toEqual(['ebb · wait', 'The tide turns', 'an ebb']);
  });

  it('names the topics of a section: those of its headings, and those of much of its text', () => {
    const body = `# Work\n\n## Tides\n\n### Causes\n\nThe moon.\n\n## Rest\n\n${filler(100)}\n\nThe ebb.\n\n## Rope\n\nA knot.`;
    const all = coverage(`${body}\n\n# Other\n\nText.`);
    expect(topicsOfSection(all, 'causes')).toEqual(['tides']);
    expect(topicsOfSection(all, 'rest')).toEqual([]);
    expect(topicsOfSection(all, 'rope')).toEqual(['knots']);
    expect(topicsOfSection(all, 'nowhere')).toEqual([]);
    expect(topicsOfSection(undefined, 'causes')).toEqual([]);
  });

  it('names the topics of an element: of its title, of the headings above, of its lines', () => {
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

  it('reads the lines of trees and templates without their drawing', () => {
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

  it('is found out once, for every agent', () => {
    const playbook = createPlaybook(files);
    const coverage = coverageOfAll(playbook, topics);
    expect([...coverage.keys()]).toEqual(['a', 'b']);
    expect(coverageOfAll(playbook, topics)).toBe(coverage);
    expect(coverageOfAll(createPlaybook(files), topics)).toEqual(coverage);
  });

  it('is empty without agents, and without topics', () => {
    expect(coverageOfAll(createPlaybook([]), topics).size).toBe(0);
    const none = coverageOfAll(createPlaybook(files), readTopics('', 'topics.yaml'));
    expect([...none.values()].map(({ treatments }) => treatments.size)).toEqual([0, 0]);
  });
});
