import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { unreadableTopics, wordsFor } from '../../../../src/playbook/topics/topics.ts';
import { briefly } from '../helpers.ts';

function read(yaml: string) {
  return readTopics(yaml, 'topics.yaml');
}

describe('a topics file', () => {
  it('contains topics and groups of spellings, in order', () => {
    const { topics, spellings, problems } = read(`
topics:
  - id: tides
    title: Tides
    sentence: When the water
      comes and goes.
    synonyms: [ebb, flood]
    asked: [moon]
  - id: knots
    title: Knots
spellings:
  - [harbour, harbor]
  - [knot, kn, nautical mile an hour]
`);
    expect(problems).toEqual([]);
    expect(topics).toEqual([
      {
        id: 'tides',
        title: 'Tides',
        sentence: 'When the water comes and goes.',
        synonyms: ['ebb', 'flood'],
        common: [],
        asked: ['moon'],
      },
      { id: 'knots', title: 'Knots', sentence: '', synonyms: [], common: [], asked: [] },
    ]);
    expect(spellings).toEqual([
      ['harbour', 'harbor'],
      ['knot', 'kn', 'nautical mile an hour'],
    ]);
  });

  it('can be empty, or contain only a comment', () => {
    for (const yaml of ['', '# Nothing yet.\n', 'topics:\nspellings:\n', 'topics: []\n']) {
      expect(read(yaml)).toEqual({ file: 'topics.yaml', topics: [], spellings: [], problems: [] });
    }
  });

  it('is read with Windows line ends and a byte order mark', () => {
    const { topics, problems } = read('\uFEFFtopics:\r\n  - id: tides\r\n    synonyms:\r\n      - ebb\r\n');
    expect(problems).toEqual([]);
    expect(topics[0]?.synonyms).toEqual(['ebb']);
  });

  it('can contain words that YAML would read as other types', () => {
    const { topics } = read('topics:\n  - {id: odd, synonyms: [no, 2024, 1.0, true, null, "#[test]", "select!"]}\n');
    expect(topics[0]?.synonyms).toEqual(['no', '2024', '1.0', 'true', 'null', '#[test]', 'select!']);
  });

  it('contains each word once, and a single word as a list of one', () => {
    const { topics, problems } = read('topics:\n  - id: tides\n    synonyms: ebb\n    asked: [moon, moon, "  "]\n');
    expect(topics[0]).toMatchObject({ synonyms: ['ebb'], asked: ['moon'] });
    expect(problems).toEqual([]);
  });

  it('can contain aliases', () => {
    const { topics } = read('topics:\n  - id: a\n    synonyms: &words [ebb]\n  - id: b\n    synonyms: *words\n');
    expect(topics.map(({ synonyms }) => synonyms)).toEqual([['ebb'], ['ebb']]);
  });
});

describe('an invalid topics file', () => {
  it('is used as far as it can be read, and reported where it is not valid YAML', () => {
    const { topics, problems } = read('topics:\n  - id: tides\n    title: Tides: ebb and flood\n  - id: knots\n');
    expect(briefly(problems).at(0)).toBe('topics-not-yaml 3:12');
    expect(topics.map(({ id }) => id)).toContain('knots');
  });

  it('is used up to a quote that never closes', () => {
    const { topics, problems } = read('topics:\n  - id: tides\n  - id: knots\n    title: "Knots\n');
    expect(topics.map(({ id }) => id)).toEqual(['tides', 'knots']);
    expect(problems.map(({ rule }) => rule)).toEqual(['topics-not-yaml']);
  });

  it('is reported if it is not a mapping, or its topics are not a list', () => {
    expect(briefly(read('- id: tides\n').problems)).toEqual(['topics-shape 1:1']);
    expect(briefly(read('Just words.\n').problems)).toEqual(['topics-shape 1:1']);
    expect(briefly(read('topics:\n  id: tides\n').problems)).toEqual(['topics-shape 2:3']);
  });

  it('is used without the topic that cannot be read', () => {
    const { topics, problems } = read('topics:\n  - tides\n  - id: knots\n  - sentence: Nameless.\n  - [a, b]\n');
    expect(topics.map(({ id }) => id)).toEqual(['knots']);
    expect(briefly(problems)).toEqual(['topics-shape 2:5', 'topics-shape 4:5', 'topics-shape 5:5']);
  });

  it('is reported with its unknown keys and the allowed ones', () => {
    const { topics, problems } = read('topics:\n  - id: tides\n    synonym: ebb\nspelling: []\n');
    expect(briefly(problems)).toEqual(['topics-unknown-key 3:5', 'topics-unknown-key 4:1']);
    expect(problems[0]?.message).toContain('`synonym` is not a key of a topic (`id`, ');
    expect(topics[0]?.synonyms).toEqual([]);
  });

  it('is used with the first of several topics with the same id', () => {
    const { topics, problems } = read('topics:\n  - {id: a, title: One}\n  - {id: b}\n  - {id: A, title: Two}\n');
    expect(topics.map(({ title }) => title)).toEqual(['One', 'b']);
    expect(briefly(problems)).toEqual(['topic-id 4:5', 'topic-duplicate 4:5']);
  });

  it('gets a valid id in place of an invalid one, or from the title', () => {
    const { topics, problems } = read('topics:\n  - id: C / C++\n  - title: Ebb & flood\n  - id: ../../etc\n');
    expect(topics.map(({ id }) => id)).toEqual(['c-c', 'ebb-flood', 'etc']);
    expect(briefly(problems)).toEqual(['topic-id 2:5', 'topic-id 3:5', 'topic-id 4:5']);
  });

  it('is reported with the word that cannot be found in a text', () => {
    const { problems } = read('topics:\n  - id: a\n    synonyms:\n      - try\n      - "?"\n');
    expect(briefly(problems)).toEqual(['topic-word-unfindable 5:9']);
  });

  it('is used without groups of a single spelling', () => {
    const { spellings, problems } = read('spellings:\n  - [harbour]\n  - [a, b]\n  - {c: d}\n');
    expect(spellings).toEqual([['a', 'b']]);
    expect(briefly(problems)).toEqual(['topics-shape 2:5', 'topics-shape 4:5']);
  });

  it('is read quickly with recursive aliases, alias bombs and very deep lists', () => {
    expect(read('topics: &a [*a]\n').topics).toEqual([]);
    expect(read(`topics: ${'['.repeat(20_000)}`).topics).toEqual([]);
    expect(read('topics:\n  - id: *nobody\n  - id: tides\n').topics.map(({ id }) => id)).toEqual(['tides']);
  });

  it('is reported with its path if it cannot be read at all', () => {
    const { problems, topics } = unreadableTopics('lost.yaml', 'ENOENT');
    expect(topics).toEqual([]);
    expect(problems).toMatchObject([{ rule: 'topics-unreadable', file: 'lost.yaml', line: 1 }]);
  });
});

describe('the topics that come with the playbook', () => {
  const path = new URL('../../../fixtures/topics/rust.yaml', import.meta.url);
  const file = readTopics(readFileSync(path, 'utf8'), 'rust.yaml');

  it('are read without a problem, each with a sentence and words', () => {
    expect(file.problems).toEqual([]);
    expect(file.topics.length).toBeGreaterThan(30);
    for (const { id, sentence, synonyms } of file.topics) {
      expect([id, sentence]).toEqual([id, expect.stringMatching(/^\p{Lu}.{20,}\.$/u)]);
      expect([id, synonyms.length]).not.toEqual([id, 0]);
    }
  });

  it('have no word in two groups of spellings', () => {
    const words = file.spellings.flat();
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('are found by their titles, synonyms and further words, each once', () => {
    const ffi = file.topics.find(({ id }) => id === 'ffi');
    const words = ffi ? wordsFor(ffi) : [];
    expect(words).toContain('bindgen');
    expect(words).toContain('calling C from Rust');
    expect(new Set(words).size).toBe(words.length);
  });
});
