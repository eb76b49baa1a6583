import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../src/check/check-files.ts';
import { formats } from '../../../src/check/formats.ts';
import { problem } from '../../../src/playbook/problems.ts';
import { rules } from '../../../src/playbook/rules/rules.ts';
import { bytesOf } from '../playbook/helpers.ts';

const file = (path: string, ...lines: string[]) => ({ path, bytes: bytesOf(lines.join('\n')) });

const untidy = [
  file('crew/a, b.md', '---', 'name: Über Pilot', 'description: Steers: well', '---', '', 'Ask @harbour-master.', ''),
  file('README.md', '# Not an agent'),
];

const resultOf = (isQuiet = false) => checkFiles(untidy, './ships', { isQuiet });

describe('the check of a folder', () => {
  it('counts agents, skipped files and problems by severity', () => {
    const { agents, skipped, counts, problems } = resultOf();
    expect([agents, skipped.length]).toEqual([1, 1]);
    expect(counts).toEqual({ error: 1, warning: 1, info: 1 });
    expect(problems.map(({ rule, line, column }) => [rule, line, column])).toEqual([
      ['name-format', 2, 1],
      ['front-matter-unquoted', 3, 14],
      ['agent-unknown', 6, 6],
    ]);
  });

  it('reports only errors if it is quiet, and counts the rest all the same', () => {
    const { problems, counts } = resultOf(true);
    expect(problems.map(({ severity }) => severity)).toEqual(['error']);
    expect(counts.warning).toBe(1);
  });

  it('never quotes a line that may contain a secret, in any format', () => {
    const [example] = Object.entries(rules['secret-like'].bad.files);
    const [path, text] = example ?? ['', ''];
    const result = checkFiles([file(path, text)], '.');
    expect(result.problems.map(({ rule }) => rule)).toEqual(['secret-like']);
    const secret = /gh[p]_\w+/.exec(text)?.[0] ?? 'none';
    for (const format of Object.values(formats)) expect(format(result)).not.toContain(secret.slice(0, 12));
  });
});

describe('the report for a terminal', () => {
  it('shows the place, the rule, the line with a marker, and what to do', () => {
    expect(formats.terminal(resultOf(true))).toBe(
      [
        'ships/crew/a, b.md:3:14 error [front-matter-unquoted]',
        '  The value of `description` is not valid YAML without quotes; it was read as if it had them.',
        '  3 │ description: Steers: well',
        '    │              ^',
        '  → Put the whole value in double quotes, or use a block (`|`). Until then, Claude Code skips the file.',
        '',
        '1 error, 1 warning and 1 note in 1 agent. 1 other markdown file skipped.',
        '',
      ].join('\n'),
    );
  });

  it('shows only the part of a long line around the marker, and puts the marker below wide signs', () => {
    const long = file(
      'long.md',
      '---',
      'name: x',
      'description: y',
      '---',
      '',
      `${'水'.repeat(60)}${'z'.repeat(90)} â€” ${'z'.repeat(200)}`,
    );
    const [, , quoted = '', marker = ''] = formats.terminal(checkFiles([long], '.')).split('\n');
    expect(quoted.length).toBeLessThan(120);
    expect(quoted).toMatch(/^ {2}6 │ ….*â€”.*…$/);
    expect(marker.indexOf('^')).toBe(quoted.indexOf('â€”'));
    const wide = file('wide.md', '---', 'name: x', 'description: y', '---', '', '水水 â€” x');
    expect(formats.terminal(checkFiles([wide], '.')).split('\n')[3]).toBe(`    │ ${' '.repeat(5)}^`);
  });

  it('does not let a file move the cursor or reorder the line', () => {
    const hostile = file('x.md', '---', 'name: x', 'description: y', '---', '', '\u001B[2Jgone \u202Edlo\u202C', '');
    expect(formats.terminal(checkFiles([hostile], '.'))).not.toMatch(/[\u001B\u202E]/);
  });
});

describe('the reports for programs', () => {
  it('are valid JSON with every problem', () => {
    const { counts, problems } = JSON.parse(formats.json(resultOf())) as { counts: unknown; problems: unknown[] };
    expect(counts).toEqual({ error: 1, warning: 1, info: 1 });
    expect(problems[1]).toMatchObject({ path: 'ships/crew/a, b.md', line: 3, rule: 'front-matter-unquoted' });
  });

  it('are SARIF with each rule once and paths as URIs', () => {
    const log = JSON.parse(formats.sarif(resultOf())) as {
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
    };
    const [run] = log.runs;
    expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual([
      'agent-unknown',
      'front-matter-unquoted',
      'name-format',
    ]);
    expect(run?.results[2]).toMatchObject({
      ruleId: 'agent-unknown',
      ruleIndex: 0,
      level: 'note',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'ships/crew/a%2C%20b.md' } } }],
    });
  });

  it('are commands for GitHub, in which commas and colons of a path are escaped', () => {
    expect(formats.github(resultOf()).split('\n')[0]).toMatch(
      /^::warning file=ships\/crew\/a%2C b\.md,line=2,col=1,title=name-format::The name “Über Pilot”/,
    );
  });
});

it('reports problems of the folder itself by its path', () => {
  const ofFolder = problem('budget-exceeded', '', { line: 1, column: 1 }, 'about 9 of 5 tokens');
  const checkFolder = () => [ofFolder];
  const [found] = checkFiles([], 'ships/', { checkFolder }).problems;
  expect(found).toMatchObject({ rule: 'budget-exceeded', path: 'ships' });
  expect(checkFiles([], '.', { checkFolder }).problems[0]?.path).toBe('.');
});
