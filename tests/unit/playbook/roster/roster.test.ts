import { describe, expect, it } from 'vitest';
import { withoutInformation } from '../../../../src/playbook/problems.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { bytesOf, briefly } from '../helpers.ts';

const file = (name: string, body: string, description = 'y', path = `${name}.md`) => ({
  path,
  bytes: bytesOf(`---\nname: ${name}\ndescription: ${JSON.stringify(description)}\n---\n\n${body}\n`),
});

function shown(...files: ReturnType<typeof file>[]) {
  return createPlaybook(files).roster.map(({ name, agent, references }) => [
    agent === undefined ? `(${name})` : name,
    ...references.map(({ kind, by, text, line }) => `${kind} by ${by}, ${String(line)}: ${text}`),
  ]);
}

const problemsOf = (...files: ReturnType<typeof file>[]) =>
  createPlaybook(files).agents.flatMap(({ name, problems }) =>
    withoutInformation(problems).map((problem) => `${name}: ${briefly([problem]).join('')} ${problem.message}`),
  );

describe('the roster', () => {
  it('contains all agents with a file and all names that files mention, sorted', () => {
    expect(
      shown(
        file('b-agent', '- Data → @sql-pro\n- Looks → @a-agent\n\nAsk `a-agent` or @no-body, not `zero-copy`.'),
        file('a-agent', 'Text.'),
      ),
    ).toEqual([
      ['a-agent', 'delegation by b-agent, 7: Looks', 'mention by b-agent, 9: '],
      ['b-agent'],
      ['(no-body)', 'mention by b-agent, 9: '],
      ['(sql-pro)', 'delegation by b-agent, 6: Data'],
    ]);
  });

  it('contains the references to each name', () => {
    const body = [
      '```',
      'Task?',
      '├── Big → @x-a',
      '└── Small → @y-b',
      '```',
      '# Flow',
      '1. One → @x-a',
      '2. Two → @x-a + @y-b',
      '```',
      '@x-a - Three',
      '↓',
      '@y-b',
      '```',
      '- Work with x-a on four',
      '- Work with z-c',
    ].join('\n');
    const [, x] = shown(file('me', body, 'Use it.\n<example>Context: five\nuser: "ask @x-a"</example>'));
    expect(x).toEqual([
      '(x-a)',
      'answer by me, 8: Task? Big',
      'workflow by me, 12: Flow, step 1: One',
      'workflow by me, 13: Flow, step 2: Two',
      'flow by me, 15: Flow, step 1: Three',
      'collaboration by me, 19: four',
      'example by me, 1: five',
    ]);
  });

  it('does not contain an agent’s mentions of itself, except in its own elements', () => {
    expect(shown(file('me-too', 'I am @me-too, `me-too`.\n\n- A → @me-too\n- B → @me-too'))).toEqual([
      ['me-too', 'delegation by me-too, 8: A', 'delegation by me-too, 9: B'],
    ]);
  });

  it('assigns the references to a shared name to the first of its agents', () => {
    const { roster } = createPlaybook([
      file('twin', 'x', 'y', 'b/twin.md'),
      file('twin', 'z', 'y', 'a/twin.md'),
      file('other', 'Ask @twin.'),
    ]);
    expect(roster.map(({ id, references }) => [id, references.length])).toEqual([
      ['other', 0],
      ['a-twin', 1],
      ['b-twin', 0],
    ]);
  });

  it('gives an outside specialist an id that no agent has', () => {
    const { roster } = createPlaybook([file('Sql Pro', 'Ask @sql-pro.')]);
    expect(roster.map(({ name, id }) => `${name} ${id}`)).toEqual(['Sql Pro sql-pro', 'sql-pro sql-pro-2']);
  });

  it.each(['constructor', '__proto__', 'has-own-property'])('can contain the name %s', (name) => {
    expect(shown(file('me', `- A → @${name}\n- B → @b`)).length).toBeGreaterThan(1);
  });
});

describe('misspelt names', () => {
  const optimizer = file('performance-optimizer', 'x');

  it('are reported at each position of the name', () => {
    const body = [
      'Ask @performance-optimiser, or `@performance-optimiser`.',
      '',
      '1. A → @performance-optimiser',
      '2. B that goes',
      '   on → @performance-optimiser',
      '',
      '**Integration**: speed (a-b), more',
      'speed (performance-optimiser)',
    ].join('\n');
    expect(problemsOf(optimizer, file('me', body)).map((problem) => problem.split(' No agent ')[0])).toEqual([
      'me: name-near-miss 6:6',
      'me: name-near-miss 6:34',
      'me: name-near-miss 8:9',
      'me: name-near-miss 10:10',
      'me: name-near-miss 13:8',
    ]);
  });

  it('are reported at the name in trees, flows and tables', () => {
    const name = 'performance-optimiser';
    const tree = `\`\`\`\nT?\n├── A → @b\n└── C → @${name}\n\`\`\``;
    const flow = `\`\`\`\nS\n↓\n@a - x\n↓\n@${name} - y\n\`\`\``;
    const table = `| Task | Who |\n|---|---|\n| A | @${name} |`;
    const at = (body: string) => problemsOf(optimizer, file('me', body)).map((problem) => problem.split(' ')[2]);
    expect([at(tree), at(flow), at(table)]).toEqual([['9:10'], ['11:2'], ['8:8']]);
  });

  it('are reported at the description if they are in a dialogue', () => {
    const description = 'Use it.\n<example>user: "ask @performance-optimiser"</example>';
    expect(problemsOf(optimizer, file('me', 'x', description))).toEqual([
      expect.stringContaining('me: name-near-miss 3:1'),
    ]);
  });

  it('are reported with the agent of a similar name', () => {
    expect(problemsOf(optimizer, file('me', 'Ask @performance-optimiser.'))).toEqual([
      'me: name-near-miss 6:6 No agent file has the name “performance-optimiser”, which is close to “performance-optimizer”.',
    ]);
  });

  it('are reported with the new name of an agent if the file has the old one', () => {
    expect(problemsOf(file('data-keeper', 'x', 'y', 'old-name.md'), file('me', 'Ask @old-name.'))).toEqual([
      expect.stringContaining('“old-name”, which is close to “data-keeper”'),
    ]);
  });

  it('are reported with a similar name that occurs more often', () => {
    expect(problemsOf(file('me', 'Ask @security-auditor, @security-auditor or @security-auditer.'))).toEqual([
      expect.stringContaining(
        '6:46 No agent file has the name “security-auditer”, which is close to “security-auditor”',
      ),
    ]);
  });

  it('do not include the plural of a name in a list of people to work with', () => {
    const body = '- **With code-reviewers**: x\n- **With performance-optimizer**: y';
    expect(problemsOf(optimizer, file('code-reviewer', 'x'), file('me', body))).toEqual([]);
  });

  it.each([
    ['security_auditor', 'security-auditor'],
    ['securityauditor-x', 'security-auditor-x'],
    ['code-reviewers', 'code-reviewer'],
  ])('include %s for %s', (written, meant) => {
    expect(problemsOf(file(meant, 'x'), file('me', `- A → @${written}\n- B → @b`))).toHaveLength(1);
  });

  it.each([
    ['cpp-expert', 'php-expert'],
    ['go-developer', 'c-developer'],
    ['crowd-agent-17', 'crowd-agent-18'],
    ['frontend-developer', 'backend-developer'],
    ['python-pro', 'python-tester'],
    ['java-architect', 'javascript-architect'],
  ])('do not include %s for %s', (written, meant) => {
    expect(problemsOf(file(meant, 'x'), file('me', `Ask @${written}.`))).toEqual([]);
  });
});
