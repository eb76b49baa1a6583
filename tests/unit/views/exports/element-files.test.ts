import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSafePath } from '../../../../src/exports/file-names.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { elementFileText } from '../../../../src/views/exports/element-file-text.ts';
import { elementFiles } from '../../../../src/views/exports/element-files.ts';
import { allFixtures } from '../../playbook/helpers.ts';
import { playbookOf } from '../playbook-of.ts';

async function filesOf(prompt: string) {
  const { elements } = playbookOf({ 'rust-pro': prompt, 'sql-pro': 'You know SQL.' });
  return Promise.all(
    elements.flatMap((placed) =>
      elementFiles(placed).map(async (file) => ({ ...file, text: await elementFileText(placed, file.format) })),
    ),
  );
}

test('a gate becomes a checklist with the markup of its items and what is nested in them', async () => {
  const [file] = await filesOf(
    '## Gate: *release*\n\n- [x] `cargo test` **passes**\n\n  - on Linux\n    - with `musl`\n- [ ] Ask @sql-pro\n',
  );
  expect(file).toMatchObject({
    path: '.github/PULL_REQUEST_TEMPLATE/rust-pro-gate-release.md',
    href: '/gates/rust-pro-gate-release/rust-pro-gate-release.md',
  });
  expect(file?.text).toBe(
    '## Gate: release\n\n- [ ] `cargo test` **passes**\n  - on Linux\n    - with `musl`\n- [ ] Ask `@sql-pro`\n',
  );
});

test('a flow becomes an issue template with the agents of its steps', async () => {
  const [file] = await filesOf('## Query workflow\n\n1. Write the *query* → @sql-pro\n2. Call it → @rust-pro\n');
  expect(file?.path).toBe('.github/ISSUE_TEMPLATE/rust-pro-query-workflow.md');
  expect(file?.text).toContain('about: Workflow of rust-pro, 2 steps');
  expect(file?.text).toContain('- [ ] 1. Write the *query* (`sql-pro`)\n- [ ] 2. Call it (`rust-pro`)\n');
});

test('a handoff template becomes a prompt file and a skill, which has the name of its folder', async () => {
  const [prompt, skill] = await filesOf(
    '## To SQL\n\n```markdown\n**Table**: [which one]\n**Rows**: [how many]\n```\n',
  );
  expect(prompt?.path).toBe('.github/prompts/rust-pro-to-sql.prompt.md');
  expect(prompt?.text).toContain('**Table**: ${input:table:which one}\n**Rows**: ${input:rows:how many}');
  expect(skill?.path).toBe('.claude/skills/rust-pro-to-sql/SKILL.md');
  expect(skill?.text).toContain('name: rust-pro-to-sql');
  expect(skill?.text).toContain('**Table**: $table\n**Rows**: $rows');
});

const team = new URL('../../../fixtures/rust-team/', import.meta.url);

test('the front matter of every file of every fixture is valid, and its path safe', async () => {
  const rust = readdirSync(team).map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, team))) }));
  const { elements } = createPlaybook([...allFixtures(), ...rust]);
  const files = elements.flatMap((placed) => elementFiles(placed).map((file) => ({ placed, ...file })));
  expect(files.length).toBeGreaterThan(20);
  for (const { placed, format, path } of files) {
    expect(isSafePath(path), path).toBe(true);
    const text = await elementFileText(placed, format);
    const [, yaml] = /^---\n([\s\S]*?)\n---\n\n/.exec(text) ?? [];
    if (format === 'pull-request') expect(yaml).toBeUndefined();
    else expect(Object.values(parse(yaml ?? '') as object).every((value) => value !== null)).toBe(true);
    if (format === 'skill') expect(text).not.toMatch(/(?:^|\s)!`|`{3}!/m);
  }
});
