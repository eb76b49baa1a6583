import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { issueTemplate, pullRequestTemplate } from '../../../../src/exports/elements/github-templates.ts';
import { readRoute } from '../../../../src/playbook/elements/route.ts';
import { parseMarkdown } from '../../../../src/playbook/source/markdown.ts';

test('a checklist for pull requests is a list of open tasks, with what is nested in them', () => {
  const text = pullRequestTemplate('Before merging: [all]', [
    { markdown: '**Tests** pass\nin `CI`', nested: ['- unit', '  - [x] macOS', '', 'Ask @sre-team.'] },
    { markdown: '审查 #12', nested: [] },
  ]);
  expect(text).toBe(
    [
      '## Before merging: [all]',
      '',
      '- [ ] **Tests** pass in `CI`',
      '  - unit',
      '    - [x] macOS',
      '',
      '  Ask `@sre-team`.',
      '- [ ] 审查 `#12`',
      '',
    ].join('\n'),
  );
  const list = parseMarkdown(text).children.find(({ type }) => type === 'list');
  expect(list?.type === 'list' && list.children.map(({ checked }) => checked)).toEqual([false, false]);
});

test('an issue template has the keys of GitHub and a task for each step, with its agents', () => {
  const route = (text: string) => {
    const read = readRoute(text);
    return read ? { route: read } : {};
  };
  const text = issueTemplate({
    title: 'yes: [no] "x"',
    about: 'Workflow of rust-pro, 3 steps',
    start: 'A bug @night',
    steps: [
      { markdown: 'Design *it*', ...route('@rust-pro'), tasks: [] },
      { markdown: '', ...route('@a-b or @c-d'), tasks: ['sketch', 'review'] },
      { markdown: 'Check', ...route('@e-f + database specialist'), tasks: [] },
      { markdown: 'Ship', tasks: [] },
    ],
  });
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(text) ?? [];
  expect(parse(yaml, { version: '1.1' })).toEqual({
    name: 'yes: [no] "x"',
    about: 'Workflow of rust-pro, 3 steps',
    title: 'yes: [no] "x": ',
    labels: '',
  });
  expect(body).toBe(
    [
      'Starts with: A bug `@night`',
      '',
      '- [ ] 1. Design *it* (`rust-pro`)',
      '- [ ] 2. `a-b` or `c-d`',
      '  - [ ] sketch',
      '  - [ ] review',
      '- [ ] 3. Check (`@e-f` + database specialist)',
      '- [ ] 4. Ship',
      '',
    ].join('\n'),
  );
});
