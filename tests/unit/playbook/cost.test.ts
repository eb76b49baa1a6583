import { expect, test } from 'vitest';
import { estimateTokens, overBudget, totalCost } from '../../../src/playbook/cost.ts';
import { createPlaybook } from '../../../src/playbook/playbook.ts';

const { agents } = createPlaybook([
  {
    path: 'a.md',
    bytes: new TextEncoder().encode(
      '---\nname: a\ndescription: "Bakes. <example>user: bread</example>"\n---\n\nBake.\n',
    ),
  },
  { path: 'b.md', bytes: new TextEncoder().encode('---\nname: b\ndescription: Cooks.\n---\n\nCook soups.\n') },
]);

test('the cost is the description as written, examples included, and the prompt without the blank lines around it', () => {
  expect(agents.map(({ cost }) => cost)).toEqual([
    { description: 'Bakes. <example>user: bread</example>'.length, prompt: 5 },
    { description: 6, prompt: 11 },
  ]);
  expect(totalCost(agents)).toEqual({ description: 43, prompt: 16 });
});

test('four characters are estimated as one token, and a rest as one more', () => {
  expect([0, 1, 4, 5].map(estimateTokens)).toEqual([0, 1, 1, 2]);
});

test('descriptions that need more tokens than the budget are a problem, and without a budget they are not', () => {
  const [exceeded] = overBudget(agents, 10, 'agents');
  expect(exceeded).toMatchObject({ rule: 'budget-exceeded', severity: 'warning', file: 'agents' });
  expect(exceeded?.message).toContain('about 11 of 10 tokens');
  expect(overBudget(agents, 11, 'agents')).toEqual([]);
  expect(overBudget(agents, 0, 'agents')).toEqual([]);
});
