import { describe, expect, it } from 'vitest';
import { overBudget } from '../../../../src/playbook/cost.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import type { Problem } from '../../../../src/playbook/problems.ts';
import type { RuleExample } from '../../../../src/playbook/rules/rule.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { ruleGroups, ruleIds, rules } from '../../../../src/playbook/rules/rules.ts';
import { confusionProblems } from '../../../../src/views/find/confusion-problems.ts';
import { promptView } from '../../../../src/views/agent/system-prompt.ts';
import { bytesOf, sourceOf } from '../helpers.ts';
import { problemsInFolder, problemsInTopics } from './examples.ts';

function playbookOf({ files }: RuleExample) {
  return createPlaybook(Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) })));
}

/** Returns the problems of the diagrams of an example. */
async function problemsOfDiagrams(example: RuleExample): Promise<Problem[]> {
  const playbook = playbookOf(example);
  const views = await Promise.all(playbook.agents.map((agent) => promptView(agent, playbook)));
  return views.flatMap(({ problems }) => problems);
}

describe('the catalogue of rules', () => {
  for (const id of ruleIds) {
    const { bad, good, checkedIn } = rules[id];
    const problemsOf = async (example: RuleExample) => {
      if (checkedIn === 'topics') return problemsInTopics(example);
      if (checkedIn === 'budget') return overBudget(playbookOf(example).agents, example.budget ?? 0, 'agents');
      if (checkedIn === 'file') return Object.values(example.files).flatMap((text) => sourceOf(text).problems);
      if (checkedIn === 'ranking')
        return confusionProblems(playbookOf(example), readTopics('topics: []', 'topics.yaml'));
      return [...problemsInFolder(example), ...(checkedIn === 'drawing' ? await problemsOfDiagrams(example) : [])];
    };

    it(`has a bad example of ${id} that breaks no other rule but those that it names`, async () => {
      const kinds = new Set((await problemsOf(bad)).map(({ rule }) => rule));
      expect([...kinds].toSorted()).toEqual([id, ...(bad.alsoBreaks ?? [])].toSorted());
    });

    it(`has a good example of ${id} without any problem`, async () => {
      expect(await problemsOf(good)).toEqual([]);
    });
  }

  it('gives every rule an id of its own, because one of two with the same id would replace the other', () => {
    const ids = ruleGroups.flatMap((group) => Object.keys(group.rules));
    expect(ids).toEqual(ruleIds);
  });

  it('explains every rule in sentences', () => {
    for (const { title, advice, explanation } of Object.values(rules)) {
      expect(title).not.toMatch(/[.:]$/);
      expect(advice).toMatch(/\.$/);
      expect(explanation).toMatch(/\.$/);
    }
  });
});
