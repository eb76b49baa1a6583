import { expect, test } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { alikeView } from '../../../../src/views/compare/similar-agents.ts';
import { confusedWith, confusionsOf } from '../../../../src/views/find/confusions.ts';

const topics = readTopics('topics: []', 'topics.yaml');

function playbookOf(files: Record<string, string>) {
  return createPlaybook(Object.entries(files).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })));
}

const file = (name: string, description: string, request: string) =>
  `---\nname: ${name}\ndescription: '${description} <example>Context: Work. user: "${request}" assistant: "Fine."</example>'\n---\n\nYou help.\n`;

const playbook = playbookOf({
  'a.md': file('baker', 'Bakes bread.', 'Bake a bread with rye'),
  'b.md': file('cook', 'Cooks soups and stews.', 'Bread, please, and no soup'),
  'c.md': file('plumber', 'Repairs pipes.', 'The pipe drips'),
});

test('a request that finds another agent first, or nearly so, is a confusion of both', () => {
  expect(confusionsOf(playbook, topics).map(({ agent, other }) => [agent, other])).toEqual([['cook', 'baker']]);
  expect([...confusedWith(playbook, topics)]).toEqual([
    ['cook', ['baker']],
    ['baker', ['cook']],
  ]);
});

test('the pages of both agents say it, with a link to their comparison', () => {
  const [baker, cook] = playbook.agents;
  if (!baker || !cook) throw new Error('There are no agents.');
  expect(alikeView(baker, playbook, topics)).toMatchObject({
    label: 'Often confused with',
    compare: '/compare/baker/',
  });
  expect(alikeView(cook, playbook, topics)?.agents[0]).toEqual({ name: 'baker', href: '/agents/baker/' });
});

test('the dialogues of other agents do not count, because each request would find its own words', () => {
  const twins = playbookOf({
    'a.md': file('baker', 'Bakes bread.', 'Repair the pipes of the oven'),
    'c.md': file('plumber', 'Repairs pipes.', 'The pipe drips'),
  });
  expect(confusionsOf(twins, topics).map(({ agent, other, isFirst }) => [agent, other, isFirst])).toEqual([
    ['baker', 'plumber', true],
  ]);
});

test('agents with the same name are compared with each other, and it is said how they differ', () => {
  const same = playbookOf({
    'one/x.md': '---\nname: x\ndescription: Does.\nmodel: opus\n---\n\nText.\n',
    'two/x.md': '---\nname: x\ndescription: Does.\n---\n\nText.\n',
  });
  const [first] = same.agents;
  expect(first && alikeView(first, same, topics)).toMatchObject({ label: 'Same name' });
});
