import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../src/playbook/outline.ts';
import { createAgent, fileNameOf } from '../../../src/playbook/agent.ts';
import { readSource } from '../../../src/playbook/source/source.ts';
import { agentOf, briefly, bytesOf, fixture } from './helpers.ts';

const withFrontMatter = (...lines: string[]) => agentOf(['---', ...lines, '---', '', '# Body', ''].join('\n'));
const fromFixture = (path: string) => createAgent(readSource(path, fixture(path)), 'agent');
const problemsOf = (...lines: string[]) => briefly(withFrontMatter(...lines).problems);

describe('createAgent', () => {
  it('reads a file whose only problem is information', () => {
    const agent = agentOf(
      '---\nname: beekeeper\ndescription: |\n  Keeps bees.\n\n  Examples:\n  <example>\n  user: "Honey?"\n  </example>\nmodel: opus\ncolor: yellow\ntools: Read, Bash(git log:*)\ndisallowedTools: [Write]\nmaxTurns: 5\nskills:\n  - smoke\n---\n\n# Hives\n\n## Bees\n',
      'team/beekeeper.md',
    );
    expect(agent).toEqual({
      id: 'agent',
      name: 'beekeeper',
      summary: 'Keeps bees.',
      description: 'Keeps bees.',
      examples: [{ context: '', turns: [{ speaker: 'user', text: 'Honey?' }], commentary: '' }],
      model: 'opus',
      color: 'yellow',
      tools: [
        { written: 'Read', name: 'Read', argument: '' },
        { written: 'Bash(git log:*)', name: 'Bash', argument: 'git log:*' },
      ],
      disallowedTools: [{ written: 'Write', name: 'Write', argument: '' }],
      otherKeys: [
        { key: 'maxTurns', value: '5' },
        { key: 'skills', value: ['smoke'] },
      ],
      unreadableTools: [],
      tool: { name: 'Claude Code', detectedBy: 'keys' },
      body: `${'\n'.repeat(18)}# Hives\n\n## Bees\n`,
      outline: parseOutline(`${'\n'.repeat(18)}# Hives\n\n## Bees\n`),
      sections: [
        { id: 'hives', title: 'Hives', depth: 1, line: 19 },
        { id: 'bees', title: 'Bees', depth: 2, line: 21 },
      ],
      elements: [],
      mentions: [{ name: 'smoke', explicit: false, section: '', line: 15, column: 1 }],
      problems: [expect.objectContaining({ rule: 'grant-scope-ignored', severity: 'info' })],
      cost: { description: 58, prompt: 16 },
      source: {
        path: 'team/beekeeper.md',
        bytes: 236,
        isReadable: true,
        frontMatter: expect.stringMatching(/^name: beekeeper\n[\s\S]*\n {2}- smoke$/) as string,
        descriptionAt: { line: 3, column: 1 },
      },
    });
  });

  it('returns plain data, which can be stored and compared', () => {
    const agent = fromFixture('hostile.md');
    expect(JSON.parse(JSON.stringify(agent))).toEqual(agent);
  });

  it('distinguishes an empty list of tools from a missing one', () => {
    expect(withFrontMatter('name: x', 'description: y')).not.toHaveProperty('tools');
    expect(withFrontMatter('name: x', 'description: y', 'tools: []').tools).toEqual([]);
  });

  it('uses the name of the file if the name is missing, and reports it', () => {
    const agent = fromFixture('no-name.md');
    expect(agent.name).toBe('no-name');
    expect(briefly(agent.problems)).toEqual(['name-missing 1:1']);
  });

  it.each(['name:', 'name: ""', 'name: "  "', 'name: null'])(
    'treats %j as a missing name, at the place of the key',
    (line) => {
      expect(problemsOf(line, 'description: y')).toEqual(['name-missing 2:1']);
    },
  );

  it.each([
    ['name: 42', '42', ['value-invalid 3:1']],
    ['name: [one, two]', 'one, two', ['value-invalid 3:1', 'name-format 3:1']],
    ['name: true', 'true', ['value-invalid 3:1']],
    ['name: {a: b}', 'a: b', ['value-invalid 3:1', 'name-skipped 3:1']],
    ['name: Bee Keeper', 'Bee Keeper', ['name-format 3:1']],
    ['name: 1.10', '1.10', ['value-invalid 3:1', 'name-format 3:1']],
    ['name: -bee', '-bee', ['name-skipped 3:1']],
    ['name: swarm:queen', 'swarm:queen', ['name-skipped 3:1']],
    ['name: bee_keeper', 'bee_keeper', ['name-format 3:1']],
    ['name: 専門家', '専門家', ['name-format 3:1']],
    ['name: "../../x"', '../../x', ['name-format 3:1']],
    ['name: "two\\nlines"', 'two lines', ['name-format 3:1']],
  ])('keeps an invalid name as written: %s', (line, name, problems) => {
    const agent = withFrontMatter('description: y', line);
    expect(agent.name).toBe(name);
    expect(briefly(agent.problems)).toEqual(problems);
  });

  it('reports a missing description', () => {
    expect(problemsOf('name: x')).toEqual(['description-missing 1:1']);
    expect(problemsOf('name: x', 'description: ""')).toEqual(['description-missing 3:1']);
    expect(problemsOf('name: x', 'description: <example>user "a"</example>')).toEqual([]);
  });

  it.each(['', '# nothing but a comment', '\n'])('reports front matter without name and description: %j', (line) => {
    expect(problemsOf(line)).toEqual(['name-missing 1:1', 'description-missing 1:1']);
  });

  it('does not report missing keys if there is no front matter', () => {
    expect(briefly(fromFixture('no-front-matter.md').problems)).toEqual(['front-matter-missing 1:1']);
    expect(briefly(fromFixture('empty.md').problems)).toEqual(['file-empty 1:1']);
    expect(briefly(agentOf('---\nname: x\n').problems)).toEqual(['front-matter-unclosed 1:1']);
  });

  it.each([
    'color: crimson',
    'color: "#ff0000"',
    'maxTurns: 0',
    'maxTurns: 1.5',
    'maxTurns: "3"',
    'background: "yes"',
    'tools: {Read: true}',
    'effort: 7',
    'memory: global',
    'isolation: none',
    'permissionMode: root',
    'model: [opus]',
    'hooks: none',
    'description: [a]',
  ])('reports a value that the format does not allow: %s', (line) => {
    const lines = line.startsWith('description') ? ['name: x', line] : ['name: x', 'description: y', line];
    const agent = withFrontMatter(...lines);
    expect(briefly(agent.problems)).toEqual([`value-invalid ${String(lines.length + 1)}:1`]);
    expect(agent.problems[0]?.message).toMatch(/^`\w+` is .+, which is not .+\.$/);
  });

  it.each([
    'color: red',
    'maxTurns: 3',
    'background: false',
    'tools: []',
    'skills: a, b',
    'hooks: {}',
    'unknown: [1]',
    'constructor: x',
  ])('accepts %s', (line) => {
    expect(problemsOf('name: x', 'description: y', line)).toEqual([]);
  });

  it('does not report valid values because another key is invalid YAML', () => {
    const { problems, otherKeys } = withFrontMatter(
      'name: x',
      'description: y',
      'unindented',
      'maxTurns: 3',
      'background: true',
    );
    expect(briefly(problems).map((problem) => problem.split(' ')[0])).toEqual(['front-matter-unreadable']);
    expect(otherKeys).toEqual([
      { key: 'maxTurns', value: '3' },
      { key: 'background', value: 'true' },
    ]);
  });

  it('reports problems of the description at its position', () => {
    const agent = withFrontMatter('name: x', 'description: \'One.\\n\\n<example>user: "a"\'');
    expect(briefly(agent.problems)).toEqual(['description-escaped-newlines 3:1', 'example-unclosed 3:1']);
    expect(agent.examples).toHaveLength(1);
  });

  it('reports problems of the body at their lines, in the order of the file', () => {
    expect(briefly(fromFixture('unclosed-fence.md').problems)).toEqual(['fence-unclosed 8:1']);
    expect(briefly(fromFixture('nested-fences.md').problems)).toEqual(['fence-nested 8:1']);
    expect(briefly(agentOf('---\nname: X\n---\n\ncafÃ©\n\n```').problems)).toEqual([
      'description-missing 1:1',
      'name-format 2:1',
      'mojibake 5:4',
      'fence-unclosed 7:1',
    ]);
  });

  it('reads a long description on one line with a colon, apostrophes and an example', () => {
    const agent = fromFixture('unquoted-colon.md');
    expect(briefly(agent.problems)).toEqual(['front-matter-unquoted 3:14', 'grant-scope-ignored 4:1']);
    expect(agent.summary).toBe(
      `Use this agent for the garden: it knows when to sow, it's patient, and it says "wait" a lot.`,
    );
    expect(agent.examples).toEqual([
      {
        context: 'Spring.',
        turns: [
          { speaker: 'user', text: 'When do I sow beans?' },
          { speaker: 'assistant', text: "I'll ask the gardener." },
        ],
        commentary: "It's about sowing.",
      },
    ]);
    expect(agent.tools?.map(({ name }) => name)).toEqual(['Read', 'Bash']);
  });

  it('reads a description that continues without indentation', () => {
    const agent = fromFixture('loose-front-matter.md');
    expect(briefly(agent.problems)).toEqual(['front-matter-unreadable 3:14']);
    expect(agent).toMatchObject({ name: 'stage-manager', description: 'Runs rehearsals.' });
    expect(agent.examples.map(({ turns }) => turns.map(({ text }) => text))).toEqual([
      ["Where's everyone?", "I'll let the stage-manager call them."],
      ['Can we move the dress rehearsal', 'Let me ask.'],
    ]);
    expect(agent.tools?.map(({ name }) => name)).toEqual(['Read', 'Write']);
    expect(agent.sections).toEqual([{ id: 'calls', title: 'Calls', depth: 1, line: 25 }]);
  });

  it('preserves tags in prose', () => {
    const agent = fromFixture('tags-in-prose.md');
    expect(agent.problems).toEqual([]);
    expect(agent.description).toBe('Reads <tags> in prose, and leaves <b>bold</b> alone.');
  });

  it('keeps everything in a hostile file as text', () => {
    const agent = fromFixture('hostile.md');
    expect(agent.name).toBe('../../x');
    expect(agent.summary).toContain("</title><script>alert('description')</script>");
    expect(agent.model).toBe("</style><script>alert('model')</script>");
    expect(agent.otherKeys.map(({ key }) => key)).toEqual([
      "</script><script>alert('key')</script>",
      '__proto__',
      'constructor',
    ]);
    expect(agent.sections.map(({ id }) => id).join(' ')).not.toMatch(/[<>"'`&/]/);
    expect(briefly(agent.problems)).toEqual(['name-format 2:1', 'grant-scope-ignored 4:1', 'value-invalid 6:1']);
  });

  it('never throws, and reports positions inside the file', () => {
    const part = fc.constantFrom(
      '---\n',
      'name: ',
      'description: ',
      'tools: ',
      'x',
      '\n',
      '\n\n',
      ': ',
      '"',
      "'",
      '<example>',
      '```',
      '```md\n',
      '# ',
      '- ',
      '> ',
      '&a ',
      '*a',
      '[',
      ']',
      '{',
      '|\n',
      '\\n',
      '\uFDD0',
      'Ã©',
      '\0',
      '__proto__: ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.array(part, { maxLength: 40 }).map((parts) => `---\n${parts.join('')}\n---\n${parts.join('')}`),
    );
    fc.assert(
      fc.property(text, (file) => {
        const agent = agentOf(file);
        const lines = new TextDecoder().decode(bytesOf(file)).split(/\r\n?|\n/).length;
        for (const { line, column } of agent.problems) {
          expect(line).toBeLessThanOrEqual(lines);
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
        }
        expect(agent.name).not.toBe('');
        expect(() => JSON.stringify(agent)).not.toThrow();
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['32 noncharacters', Array.from({ length: 32 }, (_, index) => String.fromCodePoint(0xfdd0 + index)).join('')],
    ['deep quotations', '>'.repeat(20_000)],
    ['deep lists', '- '.repeat(20_000)],
    ['open brackets', '['.repeat(20_000)],
    ['front matter that nests', `---\na: ${'{a: '.repeat(20_000)}\n---\nBody`],
    ['front matter that holds itself', '---\nname: &a [*a]\ndescription: &b {b: *b}\n---\nBody'],
  ])('reads %s', (_, text) => {
    expect(agentOf(text).body).not.toBe('');
  });
});

describe('fileNameOf', () => {
  it.each([
    ['teams/core/db-expert.agent.md', 'db-expert'],
    ['x.MD', 'x'],
    ['a.b.md', 'a.b'],
    ['folder/天気予報士.md', '天気予報士'],
    ['no-extension', 'no-extension'],
  ])('returns for %s the name %s', (path, name) => {
    expect(fileNameOf(path)).toBe(name);
  });
});
