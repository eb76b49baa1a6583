import { expect, test } from 'vitest';
import { taskWords, topicsOfTask } from '../../../../src/search/query/task-words.ts';

test('the words of a task are its content words, each form once', () => {
  expect(taskWords('I need a parser; which parsers are the best for 3 untrusted inputs?')).toEqual([
    'parser',
    'untrusted',
    'inputs',
  ]);
});

test('a pasted text is cut after forty words', () => {
  const pasted = Array.from(
    { length: 500 },
    (_, index) => `w${String.fromCharCode(97 + (index % 26))}${String(index)}x`,
  ).join(' ');
  expect(taskWords(pasted)).toHaveLength(40);
});

test('a topic is named by all words of one of its names, in their order and in any form', () => {
  const asked = [
    ['smart pointer', 'Ownership'],
    ["'a", 'Lifetimes'],
    ['clone', 'Ownership'],
  ] as const;
  expect(topicsOfTask('A list of smart pointers, cloned', asked)).toEqual(['Ownership']);
  expect(topicsOfTask('pointer that is smart', asked)).toEqual([]);
  expect(topicsOfTask("what does 'a mean", asked)).toEqual(['Lifetimes']);
  expect(topicsOfTask('what does a mean', asked)).toEqual([]);
});
