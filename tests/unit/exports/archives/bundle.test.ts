import { expect, test } from 'vitest';
import { bundle, type ChosenAgent } from '../../../../src/exports/archives/bundle.ts';

const colour = { field: 'color', effect: 'lost', explanation: 'Cursor has no colours.' } as const;

function chosen(id: string, path: string, losses: readonly (typeof colour)[] = []): ChosenAgent {
  return { id, name: id.toUpperCase(), export: { path, content: `file of ${id}`, losses } };
}

test('chosen agents become files, in the same order however they were chosen', () => {
  const agents = [chosen('b', '.cursor/agents/b.md'), chosen('a', '.cursor/agents/a.md')];
  expect(bundle(agents)).toEqual(bundle(agents.toReversed()));
  expect(bundle(agents).files).toEqual([
    { path: '.cursor/agents/a.md', content: 'file of a' },
    { path: '.cursor/agents/b.md', content: 'file of b' },
  ]);
});

test('a refused agent is left out with the reason', () => {
  const { files, leftOut } = bundle([
    chosen('a', 'a.md'),
    { id: 'b', name: 'B', export: { refusal: 'It has a list of tools, and Cursor has none.' } },
  ]);
  expect(files).toHaveLength(1);
  expect(leftOut).toEqual([{ name: 'B', reason: 'It has a list of tools, and Cursor has none.' }]);
});

test('of two agents with the same file, whatever its case, the second is left out', () => {
  const { files, leftOut } = bundle([chosen('a', 'agents/Twin.md'), chosen('b', 'agents/twin.md')]);
  expect(files.map(({ path }) => path)).toEqual(['agents/Twin.md']);
  expect(leftOut).toEqual([{ name: 'B', reason: 'Its file would overwrite agents/twin.md of A.' }]);
});

test('an agent whose path leaves the folder is left out', () => {
  expect(bundle([chosen('a', '.cursor/agents/../../a.md')]).leftOut).toHaveLength(1);
});

test('the same loss of several agents is one, and the most frequent comes first', () => {
  const other = { field: 'hooks', effect: 'lost', explanation: 'No hooks.' } as const;
  const agent = chosen('c', 'c.md', [colour]);
  const { changes } = bundle([
    { ...chosen('a', 'a.md'), export: { path: 'a.md', content: '', losses: [other, colour] } },
    chosen('b', 'b.md', [colour]),
    agent,
  ]);
  expect(changes).toEqual([
    { ...colour, names: ['A', 'B', 'C'] },
    { ...other, names: ['A'] },
  ]);
});
