import { expect, test } from 'vitest';
import { compareAgents } from '../../../src/compare/compare.ts';
import type { ComparedAgent } from '../../../src/compare/compared-agent.ts';
import { diffWords } from '../../../src/compare/word-diff.ts';

function agent(id: string, some: Partial<ComparedAgent> = {}): ComparedAgent {
  const place = { id, name: id, href: `/agents/${id}/`, accent: 'red', monogram: id, file: `${id}.md` };
  return {
    ...place,
    purpose: '',
    model: 'm',
    access: [],
    tools: [],
    topics: [],
    elements: [],
    cost: [],
    sections: [],
    ...some,
  };
}

const section = (title: string, text: string) => ({ title, text, href: '#' });

test('what all agents have is common, and what only one has is marked', () => {
  const tools = (...names: string[]) => names.map((text) => ({ text }));
  const { rows } = compareAgents([
    agent('a', { tools: tools('Read', 'Bash') }),
    agent('b', { tools: tools('Read', 'Edit') }),
    agent('c', { tools: tools('Read', 'Edit') }),
  ]);
  const row = rows.find(({ label }) => label === 'Tools');
  expect(row?.common.map(({ text }) => text)).toEqual(['Read']);
  expect(row?.cells.map((items) => items.map(({ text, isOnly }) => [text, isOnly]))).toEqual([
    [['Bash', true]],
    [['Edit', false]],
    [['Edit', false]],
  ]);
});

test('a topic that two agents cover at different depths is shown for both, and only one of them has none', () => {
  const { rows } = compareAgents([
    agent('a', { topics: [{ text: 'FFI (in depth)', key: 'FFI' }] }),
    agent('b', {
      topics: [
        { text: 'FFI (covers)', key: 'FFI' },
        { text: 'SQL (covers)', key: 'SQL' },
      ],
    }),
  ]);
  const cells = rows.find(({ label }) => label === 'Topics')?.cells;
  expect(cells?.flat().map(({ text, isOnly }) => [text, isOnly])).toEqual([
    ['FFI (in depth)', false],
    ['FFI (covers)', false],
    ['SQL (covers)', true],
  ]);
});

test('passages are aligned by headings with the same words in other forms, cases and numbers', () => {
  const { passages } = compareAgents([
    agent('a', { sections: [section('1. Error Handling', 'Use anyhow.'), section('Only here', 'x')] }),
    agent('b', { sections: [section('Handling errors', 'Use anyhow.')] }),
  ]);
  expect(passages.map(({ title, isSame }) => [title, isSame])).toEqual([['1. Error Handling', true]]);
});

test('the words that differ in nearly equal passages are marked on both sides', () => {
  const { passages } = compareAgents([
    agent('a', { sections: [section('Errors', 'Never use unwrap in a library.')] }),
    agent('b', { sections: [section('Errors', 'Never use panic in a library.')] }),
  ]);
  expect(passages[0]?.cells.map((cell) => cell?.parts.filter(({ isOwn }) => isOwn).map(({ text }) => text))).toEqual([
    ['unwrap'],
    ['panic'],
  ]);
});

test('texts with little in common, and very long ones, are left as they are', () => {
  expect(diffWords('one two three', 'four five six')).toBeUndefined();
  expect(diffWords('word '.repeat(700), 'word '.repeat(700))).toBeUndefined();
});
