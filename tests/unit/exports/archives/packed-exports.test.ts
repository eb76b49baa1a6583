import { expect, test } from 'vitest';
import { packExports, unpackExport } from '../../../../src/exports/archives/packed-exports.ts';

const agent = {
  name: 'a',
  prompt: 'You help.\n$& `x`',
  source: '\r\n---\r\nname: a\r\n---\r\n\r\nYou help.\r\n$& `x`\r\n',
};

test('an export is the same after packing, and the prompt is there only once', () => {
  const files = [
    ['cursor', { path: 'a.md', text: `---\nreadonly: true\n---\n\n${agent.prompt}\n`, losses: [], kept: [] }],
    ['codex', { path: 'a.toml', text: 'prompt = "You help.\\n$& `x`"', losses: [], kept: [] }],
    ['kiro', { refusal: 'No.' }],
  ] as const;
  const packed = packExports(
    agent,
    files.map(([id, one]) => [id, 'refusal' in one ? one : { ...one, losses: [], kept: [] }]),
  );
  expect(JSON.stringify(packed).split('You help.\\n$&')).toHaveLength(2);
  for (const [id, one] of files) expect(unpackExport(packed, id)).toEqual(one);
});

test('a file that differs from the source only in the ends of its lines is the source', () => {
  const text = `---\nname: a\n---\n${agent.prompt}\n`;
  const packed = packExports(agent, [['claude-code', { path: 'a.md', text, losses: [], kept: [] }]]);
  expect(unpackExport(packed, 'claude-code')).toEqual({ path: 'a.md', losses: [], isSource: true });
});

test('a tool that the site does not know is refused', () => {
  expect(unpackExport(packExports(agent, []), 'constructor')).toHaveProperty('refusal');
});
