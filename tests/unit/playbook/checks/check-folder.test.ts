import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { briefly, bytesOf } from '../helpers.ts';

interface File {
  path: string;
  bytes: Uint8Array;
}

function file(name: string, body: string, keys: readonly string[] = [], path = `${name}.md`): File {
  return { path, bytes: bytesOf(['---', `name: ${name}`, 'description: x', ...keys, '---', '', body].join('\n')) };
}

/** Returns the problems of files, with the names of their agents. */
function problemsOf(...files: File[]): string[] {
  return createPlaybook(files).agents.flatMap(({ name, problems }) =>
    briefly(problems).map((problem) => `${name}: ${problem}`),
  );
}

function messagesOf(...files: File[]): string[] {
  return createPlaybook(files).agents.flatMap(({ problems }) => problems.map(({ message }) => message));
}

describe('names without a file', () => {
  it('are reported once for each file, at the first place, with their number and the nearest name', () => {
    const files = [
      file('deck-hand', 'x'),
      file('a', 'Ask @deck-chief.\n\nThen @deck-chief again.'),
      file('b', '@deck-chief'),
    ];
    expect(problemsOf(...files)).toEqual(['a: agent-unknown 6:6', 'b: agent-unknown 6:2']);
    expect(messagesOf(...files)[0]).toBe(
      'No file of the folder defines “deck-chief”. It is named in 2 places of this file.',
    );
    expect(messagesOf(file('deck-handler', 'x'), file('a', '@deck-handling'))[0]).toMatch(
      /The closest name is “deck-handler”/,
    );
  });

  it('do not include the agents that come with a tool', () => {
    expect(problemsOf(file('a', 'Use @general-purpose for the rest.'))).toEqual([]);
  });
});

describe('duplicate names', () => {
  it('are reported once, with a few of the other files and the number of the rest', () => {
    const files = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((folder) => file('pilot', folder, [], `${folder}/pilot.md`));
    expect(problemsOf(...files)).toEqual(['pilot: name-duplicate 2:1']);
    expect(messagesOf(...files)).toEqual([
      '6 other files have the name “pilot”: b/pilot.md, c/pilot.md, d/pilot.md, e/pilot.md, 2 more.',
    ]);
  });

  it.each([
    ['plugins/sea/agents/pilot.md', 'plugins/air/agents/pilot.md'],
    ['.claude/agents/pilot.md', '.opencode/agents/pilot.md'],
    ['sea/skills/pilot/SKILL.md', 'air/skills/pilot/SKILL.md'],
  ])('do not include files that no tool reads together: %s and %s', (one, other) => {
    expect(problemsOf(file('pilot', 'x', [], one), file('pilot', 'y', [], other))).toEqual([]);
  });
});

describe('delegations in a circle', () => {
  const hand = (task: string, to: string) => `## Delegation\n\n- ${task} → ${to}\n- Anything else → @mate`;
  const mate = file('mate', 'x');

  it('are reported with the whole circle, once', () => {
    const files = [
      mate,
      file('a', hand('Paint the hull', '@b')),
      file('b', hand('**Paint** the hull', '@c')),
      file('c', hand('paint the hull', '@a')),
    ];
    expect(problemsOf(...files)).toEqual(['a: delegation-cycle 8:1']);
    expect(messagesOf(...files)).toEqual(['The task “Paint the hull” goes round in a circle: a → b → c → a.']);
  });

  it.each([
    ['has another choice', 'Paint the hull', '@a or @mate'],
    ['is a role', 'Paint the hull', '@a or a painter'],
    ['is another task', 'Scrub the hull', '@a'],
  ])('are not reported if one of them %s', (_, task, to) => {
    expect(problemsOf(mate, file('a', hand('Paint the hull', '@b')), file('b', hand(task, to)))).toEqual([]);
  });
});

describe('delegations that the tools of an agent limit', () => {
  const body = '## Delegation\n\n- Charts → @pilot\n- Depths → @diver';
  const crew = [file('pilot', 'x'), file('diver', 'y')];

  it.each([
    ['agents: [pilot]', 'a.agent.md', ['a: delegation-not-allowed 10:1']],
    ['agents: ["*"]', 'a.agent.md', []],
    ['agents: [Pilot, diver]', 'a.agent.md', []],
    ['permission: { task: { "*": deny, pil*: allow } }', '.opencode/agents/a.md', ['a: delegation-not-allowed 10:1']],
    ['tools: Read, Agent(pilot)', 'a.md', ['a: grant-scope-ignored 4:1', 'a: delegation-unlisted 10:1']],
  ])('are reported at their lines: %s', (key, path, problems) => {
    expect(problemsOf(...crew, file('a', body, [key], path))).toEqual(problems);
  });
});

describe('tools that the playbook does not know', () => {
  const runs = 'When invoked:\n\n1. Run `git diff`.\n2. Report it.';

  it.each([
    ['Read, Globb', ['a: tool-misspelt 4:1', 'a: command-without-shell 9:4']],
    ['Read, TodoRead', ['a: command-without-shell 9:4']],
    ['Read, chart_plotter', []],
  ])('may run commands, unless they are misspelt or known: %s', (tools, problems) => {
    expect(problemsOf(file('a', runs, [`tools: ${tools}`]))).toEqual(problems);
  });

  it('name the tool that they are close to', () => {
    expect(messagesOf(file('a', 'x', ['disallowedTools: WebFecth, Edi, Bish(git log)']))).toEqual([
      '“WebFecth” is not a known tool; “WebFetch” is close to it.',
      '“Bish(git log)” is not a known tool; “Bash” is close to it.',
      expect.stringContaining('documents no limits in brackets'),
    ]);
  });

  it('are not looked for in the files of other tools', () => {
    expect(problemsOf(file('a', 'x', ['tools: [serch]'], '.github/agents/a.agent.md'))).toEqual([]);
  });
});

describe('keys of other tools', () => {
  it.each([
    ['disallowed-tools: Bash', ['a: key-misspelt 4:1']],
    ['temperature: 0.2', ['a: key-of-other-tool 4:1']],
    ['reviewed-by: Ada', []],
  ])('are reported: %s', (line, problems) => {
    expect(problemsOf(file('a', 'x', [line]))).toEqual(problems);
  });
});

describe('handoffs in the front matter', () => {
  const handoff = ['handoffs:', '  - label: Review it', '    agent: critic', '    prompt: Look.'];
  const crew = [file('critic', 'x'), file('tester', 'x')];

  it('are reported at the delegation that gives the same task to another agent', () => {
    const body = '## Delegation\n\n- Run tests → @tester\n- **Review it** → @tester\n';
    const files = [file('a', body, handoff, 'a.agent.md'), ...crew];
    expect(problemsOf(...files)).toEqual(['a: handoff-contradicted 13:1']);
    expect(messagesOf(...files)).toEqual(['“Review it” goes to “tester” here, but to “critic” in `handoffs`.']);
  });

  it('are fine if the prompt names the same agent among others, or has other tasks', () => {
    const body = '## Delegation\n\n- review it → @tester or @critic\n- Review the tests → @tester\n';
    expect(problemsOf(file('a', body, handoff, 'a.agent.md'), ...crew)).toEqual([]);
  });
});

describe('quality gates of phases', () => {
  const phases = '## Phase 1: Plan\n\nPlan.\n\n## Phase 2: Build\n\nBuild.\n\n';

  it('are reported if no other line of the file names their phase', () => {
    expect(problemsOf(file('a', `${phases}**Exit criteria of phase 4:**\n\n- [ ] Shipped`))).toEqual([
      'a: gate-unapplied 14:3',
    ]);
  });

  it.each([
    ['the gate is a phase itself', `${phases}## Phase 3: Quality checks\n\n- [ ] Shipped`],
    ['the phase is a step elsewhere', `${phases}In phase 3, ship.\n\n## Phase 3 checklist\n\n- [ ] Shipped`],
    ['the file has too few phases to compare with', '## Phase 3 checklist\n\n- [ ] Shipped'],
    ['the number is not that of a phase', `${phases}## Checklist of 4 items\n\n- [ ] Shipped`],
  ])('are fine if %s', (_, body) => {
    expect(problemsOf(file('a', body))).toEqual([]);
  });
});

describe('prompts that contradict the tools', () => {
  it.each([
    '- Never write or edit files.',
    'You must never modify any files.',
    'You are a **read-only** reviewer.',
    'Look around. Do not create, edit or delete files!',
  ])('are reported if they forbid changes: %s', (body) => {
    expect(problemsOf(file('a', body)).map((problem) => problem.split(' ')[1])).toEqual(['write-forbidden']);
    expect(problemsOf(file('a', body, ['tools: Read, Grep']))).toEqual([]);
    expect(problemsOf(file('a', body, ['disallowedTools: Write, Edit']))).toEqual([]);
    expect(problemsOf(file('a', body, ['permissionMode: plan']))).toEqual([]);
  });

  it.each([
    'Never modify files outside of the harbour.',
    'Never edit files without asking.',
    'Reviewers cannot modify files.',
    'The database is read-only.',
    '```\nNever modify files.\n```',
    '> Never modify files.',
  ])('are not reported if they limit something else: %s', (body) => {
    expect(problemsOf(file('a', body))).toEqual([]);
  });

  it.each([
    ['tools: Read', ['a: command-without-shell 9:4']],
    ['tools: Read, Bash', []],
    ['tools: Read, mcp__shell', []],
    ['tools: Read, HarbourShell', []],
    ['model: opus', []],
  ])('are reported if they ask for commands that no tool can run: %s', (key, problems) => {
    expect(problemsOf(file('a', 'When invoked:\n\n1. Run `git diff HEAD`.\n2. Read it.', [key]))).toEqual(problems);
  });

  it('are not reported for commands that a user or another agent runs', () => {
    const body = '## Advice\n\n- Run `npm test` yourself.\n- Never run `git push` here.';
    expect(problemsOf(file('a', body, ['tools: Read']))).toEqual([]);
  });
});

describe('links', () => {
  const links = (body: string) => problemsOf(file('a', body, [], 'crew/a.md'), file('pilot', 'x', [], 'deck/pilot.md'));

  it('are reported if they lead to no heading or to an agent’s file elsewhere', () => {
    expect(links('## Tides\n\n[up](#tide), [b](pilot.md)\n\n[c]: ../pilot.md')).toEqual([
      'a: anchor-broken 8:1',
      'a: link-broken 8:14',
      'a: link-broken 10:1',
    ]);
  });

  it.each([
    '## High tides!\n\n[up](#high-tides)',
    '<a id="own"></a>\n\n[up](#own) [top](#top)',
    '[b](../deck/pilot.md) [c](deck/pilot.md) [d](/deck/pilot.md)',
    '[web](https://example.org/pilot.md) [mail](mailto:a@example.org)',
    '[a project’s file](docs/guide.md) [any](../../pilot.md)',
    '`[code](#nowhere)`\n\n```\n[code](#nowhere)\n```',
  ])('are not reported if they lead somewhere or cannot be followed: %s', (body) => {
    expect(links(body)).toEqual([]);
  });
});

describe('decision trees', () => {
  it('are checked for branches that end in a question or in an arrow', () => {
    const tree = ['```', 'Which?', '├── A → @x', '├── B → @y', '├── C? ', '└── D →', '```'].join('\n');
    expect(problemsOf(file('x', 'x'), file('y', 'y'), file('a', tree))).toEqual([
      'a: tree-dead-end 10:5',
      'a: tree-dead-end 11:5',
    ]);
  });
});
