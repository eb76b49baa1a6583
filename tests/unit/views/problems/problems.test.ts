import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { readTopics } from '../../../../src/playbook/topics/read-topics.ts';
import { problemsView } from '../../../../src/views/problems/problems-view.ts';
import { rulesView } from '../../../../src/views/problems/rules-view.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const noTopics = readTopics('topics: []\n', 'topics.yaml');

describe('the page of problems', () => {
  const playbook = createPlaybook([
    { path: 'a.md', bytes: bytesOf('---\nname: Big A\ndescription: x\n---\n\nAsk @harbour-master.\n') },
    { path: 'b.md', bytes: bytesOf('---\nname: b\n---\n\nb\n') },
    { path: 'c.md', bytes: bytesOf('---\nname: c\ndescription: x\n---\n\nc\n') },
  ]);

  it('counts by severity, rule and file, and leaves out files without problems', () => {
    const { summary, totals, rules, files, entries } = problemsView(playbook, noTopics);
    expect(summary).toBe(
      'What is wrong in the files, and what is worth knowing: 1 error, 1 warning, 1 note in 3 files.',
    );
    expect(totals.map((total) => total.count)).toEqual([1, 1, 1]);
    expect(rules.map(({ id, problems }) => [id, problems])).toEqual([
      ['description-missing', 1],
      ['name-format', 1],
      ['agent-unknown', 1],
    ]);
    expect(files.map(({ name, counts }) => [name, counts])).toEqual([
      ['b', '1 error'],
      ['Big A', '1 warning, 1 note'],
    ]);
    expect(entries.map(({ problem, file }) => [problem.severity, file.name])).toEqual([
      ['error', 'b'],
      ['warning', 'Big A'],
      ['info', 'Big A'],
    ]);
  });

  it('includes the topics file', () => {
    const { files } = problemsView(playbook, readTopics('Just words.\n', 'topics.yaml'));
    expect(files.at(-1)).toMatchObject({ name: 'Topics', path: 'topics.yaml', counts: '1 error' });
  });

  it('says so if nothing is wrong, and nothing of the kind if there are no agents', () => {
    const clean = createPlaybook([{ path: 'c.md', bytes: bytesOf('---\nname: c\ndescription: x\n---\n\nc\n') }]);
    expect(problemsView(clean, noTopics)).toMatchObject({ summary: 'No problems in 1 file.', entries: [], facets: [] });
    expect(problemsView(createPlaybook([]), noTopics).summary).not.toMatch(/No problems/);
  });
});

describe('the page of rules', () => {
  it('shows the signs in examples that readers could not see, and never lets them reorder the page', () => {
    const text = JSON.stringify(rulesView());
    expect(text).toContain('⟨U+202E⟩');
    expect(text).toContain('⟨U+00A0⟩');
    expect(text).not.toMatch(/[\u202A-\u202E\u00A0]/);
  });
});
