import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { compareChoices } from '../../../../src/views/compare/compare-view.ts';
import { MAX_ON_ONE_PAGE } from '../../../../src/views/shared/index-page.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const noTopics = readTopics('topics: []\n', 'topics.yaml');

/** Each name is in two files. */
function choicesOf(names: number) {
  const files = Array.from({ length: 2 * names }, (_, index) => ({
    path: `${String(index % 2)}/n${String(index >> 1)}.md`,
    bytes: bytesOf(`---\nname: n${String(index >> 1)}\ndescription: Number ${String(index)}.\n---\n\nText.\n`),
  }));
  return compareChoices(createPlaybook(files), noTopics);
}

describe('the page on which agents are chosen to be compared', () => {
  it('lists all agents and all names of several files if there are few', () => {
    const { total, agents, names, moreNames } = choicesOf(2);
    expect([total, agents.length, names.length, moreNames]).toEqual([4, 4, 2, 0]);
  });

  it('leaves the agents to the catalogue, and limits the names, if there are many', () => {
    const { total, agents, names, moreNames } = choicesOf(MAX_ON_ONE_PAGE + 5);
    expect([total, agents.length, names.length, moreNames]).toEqual([210, 0, MAX_ON_ONE_PAGE, 5]);
  });
});
