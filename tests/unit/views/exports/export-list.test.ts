import { expect, test } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { exportList } from '../../../../src/views/exports/to-export-list.ts';

function listOf(text: string) {
  const { agents } = createPlaybook([{ path: 'a.md', bytes: new TextEncoder().encode(text) }]);
  return agents.map((agent) => exportList(agent, text))[0];
}

test('the file for its own tool is that of the agent, also with the line ends of Windows', () => {
  const list = listOf('---\r\nname: a\r\ndescription: A.\r\n---\r\n\r\n\r\nYou help.\r\n');
  expect(list?.targets['claude-code']).toMatchObject({ path: '.claude/agents/a.md', href: '/agents/a.md' });
  expect(list?.targets.opencode).toMatchObject({ href: '/agents/a/opencode/a.md' });
});

test('a file that had to be repaired is not that of the agent', () => {
  const list = listOf('---\nname: a\ndescription: Keeps: tables.\n---\n\nYou help.\n');
  expect(list?.targets['claude-code']).toMatchObject({ href: '/agents/a/claude-code/a.md' });
});

test('a refusal is listed with its reason', () => {
  const list = listOf('---\nname: a\ndescription: A.\ntools: Read\n---\n\nYou help.\n');
  const refused = Object.values(list?.targets ?? {}).filter((one) => 'refusal' in one);
  expect(refused).not.toEqual([]);
  for (const one of refused) expect(one.refusal).not.toBe('');
});
