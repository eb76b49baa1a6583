import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { coverageOfAll } from '../../../../src/playbook/topics/coverage.ts';
import { chooseTopics } from '../../../../src/playbook/topics/field.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { playbookOf } from '../../views/playbook-of.ts';

const read = (file: string) => readTopics(readFileSync(file, 'utf8'), file);
const rust = read('content/topics.yaml');
const software = read('content/topics-software.yaml');
const included = [rust, software];

const shop = playbookOf({
  retention:
    '# Lifetime value\n\nMeasure the lifetime of a customer, and borrow ideas. A trait of loyal ones is patience.\n',
  refunds: '# Refunds\n\nAnswer kindly, and give the money back.\n',
});
const developers = playbookOf({
  tester: '# Tests\n\nWrite a unit test for each function of the API, run it, and commit the code to the repository.\n',
  deployer: '# Deployment\n\nDeploy the backend with Docker, and debug each endpoint. Customers wait a lifetime.\n',
  baker: '# Bread\n\nBake.\n',
});

describe('the topics of a folder', () => {
  it('are those of Rust for agents of Rust, with the same coverage as if their common words were certain', async () => {
    const team = createPlaybook(await readAgentsFolder('tests/fixtures/rust-team'));
    const chosen = chooseTopics(included, team.agents);
    expect(chosen.file).toBe('content/topics.yaml');
    const certain = rust.topics.map((topic) => ({
      ...topic,
      synonyms: [...topic.synonyms, ...topic.common],
      common: [],
    }));
    const depths = (topics: typeof rust) =>
      [...coverageOfAll(team, topics)].map(([id, { byTopic }]) => [
        id,
        [...byTopic.values()].map(({ topic, depth, words }) => [topic, depth, words].join()).sort(),
      ]);
    expect(depths(chosen)).toEqual(depths({ ...rust, topics: certain }));
  });

  it('are those of software work if most agents do it, and only then', () => {
    const { file, choice } = chooseTopics(included, developers.agents);
    expect(file).toBe('content/topics-software.yaml');
    expect(choice?.considered.map(({ about, isChosen }) => [about, isChosen])).toEqual([
      [0, false],
      [2, true],
    ]);
  });

  it('are none if no file fits, so that no word is mistaken for a topic', () => {
    const { topics, spellings, choice } = chooseTopics(included, shop.agents);
    expect(topics).toEqual([]);
    expect(spellings).toEqual(software.spellings);
    expect(choice?.considered.some(({ isChosen }) => isChosen)).toBe(false);
  });

  it('are those of the only file, whatever the agents are about', () => {
    expect(chooseTopics([rust], shop.agents)).toBe(rust);
  });

  it('are the first ones if there are no agents', () => {
    expect(chooseTopics(included, []).file).toBe(rust.file);
  });
});

describe('a word that is common English', () => {
  const topicsOf = (id: string, playbook: typeof shop) => [
    ...(coverageOfAll(playbook, rust).get(id)?.byTopic.keys() ?? []),
  ];

  it('counts only beside another word of its topic, or in a file about the field', () => {
    expect(topicsOf('retention', shop)).toEqual([]);
    const beside = playbookOf({ compiler: '# Lifetimes\n\nEvery lifetime ends. PhantomData marks one.\n' });
    expect(topicsOf('compiler', beside)).toEqual(['lifetimes']);
    const inField = playbookOf({ crab: '# Lifetimes\n\nRust: each crate passes clippy. Every lifetime ends.\n' });
    expect(topicsOf('crab', inField)).toContain('lifetimes');
  });
});
