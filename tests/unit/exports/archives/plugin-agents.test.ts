import { expect, test } from 'vitest';
import { isSafePath } from '../../../../src/exports/file-names.ts';
import { pluginAgents } from '../../../../src/exports/archives/plugin-agents.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { allFixtures, bytesOf } from '../../playbook/helpers.ts';

function split(files: Record<string, string>) {
  const { agents } = createPlaybook(Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) })));
  const { included, leftOut } = pluginAgents(agents);
  return {
    files: included.map(({ file }) => file),
    leftOut: leftOut.map(({ agent, reason }) => `${agent.source.path} ${reason}`),
  };
}

const agent = (keys: string) => `---\n${keys}\n---\n\nYou help.\n`;

test('agents of Claude Code are included, whatever their names', () => {
  const { files, leftOut } = split({
    'a.md': agent('name: rust-pro\ndescription: Does Rust.'),
    'b.md': agent('name: 天気\ndescription: Weather.'),
    'c.md': agent('name: 雨\ndescription: Rain.'),
    'd.md': agent('name: ../../up\ndescription: Climbs.'),
    'e.md': agent('name: con\ndescription: Device.'),
  });
  expect(files.toSorted()).toEqual([
    'agents/agent-2.md',
    'agents/agent.md',
    'agents/con-file.md',
    'agents/rust-pro.md',
    'agents/up.md',
  ]);
  expect(leftOut).toEqual([]);
});

test.each([
  ['permissionMode: plan', '`permissionMode`'],
  ['permissionMode: dontAsk', '`permissionMode`'],
  ['hooks: {PreToolUse: []}', '`hooks`'],
])('an agent whose limit a plugin would lift is left out: %s', (keys, reason) => {
  const { files, leftOut } = split({ 'a.md': agent(`name: a\ndescription: A.\n${keys}`) });
  expect(files).toEqual([]);
  expect(leftOut).toEqual([expect.stringContaining(reason)]);
});

test('a mode that allows more than the default does not matter, because the plugin drops it', () => {
  const { files } = split({ 'a.md': agent('name: a\ndescription: A.\npermissionMode: acceptEdits') });
  expect(files).toEqual(['agents/a.md']);
});

test('an agent whose front matter Claude Code cannot read is left out: without it, it could use every tool', () => {
  const { leftOut } = split({
    'a.md': agent('name: a\ndescription: Reads: only.\ntools: Read'),
    'b.md': agent('name: b\ndescription: B.\nname: c'),
  });
  expect(leftOut).toHaveLength(2);
  expect(leftOut[0]).toContain('Front matter that Claude Code cannot read');
});

test('an agent of another tool, one with a name that is not accepted, and a second one of a name are left out', () => {
  const { files, leftOut } = split({
    '.github/agents/x.agent.md': agent('description: X.'),
    'b.md': agent('name: a:b\ndescription: B.'),
    'c/one.md': agent('name: Twin\ndescription: One.'),
    'd/two.md': agent('name: twin\ndescription: Two.'),
  });
  expect(files).toEqual(['agents/twin.md']);
  expect(leftOut).toEqual(
    expect.arrayContaining([
      expect.stringContaining('Written for VS Code'),
      expect.stringContaining('A name that Claude Code does not accept'),
      'd/two.md The name of another agent, which comes first',
    ]),
  );
});

test('of all malformed files, each agent is either in the plugin or left out with a reason, and every path is safe', () => {
  const { agents } = createPlaybook(allFixtures());
  const { included, leftOut } = pluginAgents(agents);
  expect(included.length + leftOut.length).toBe(agents.length);
  expect(included.filter(({ file }) => !isSafePath(file))).toEqual([]);
  expect(new Set(included.map(({ file }) => file)).size).toBe(included.length);
});
