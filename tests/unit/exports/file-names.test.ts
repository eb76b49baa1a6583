import { expect, test } from 'vitest';
import { isSafePath, pathKey, plainName } from '../../../src/exports/file-names.ts';

test.each([
  ['Rust Pro', 'rust-pro'],
  ['../../etc/passwd', 'etc-passwd'],
  ['Çédille über', 'cedille-uber'],
  ['天気予報士', 'fallback'],
  ['--a__b--', 'a-b'],
  ['CON', 'con-file'],
  ['a'.repeat(100), 'a'.repeat(64)],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('the name for a file of %j is %j', (text, expected) => {
  expect(plainName(text, 'fallback')).toBe(expected);
});

test.each(['a.md', '.claude-plugin/plugin.json', 'agents/天気.md', '.github/prompts/a.prompt.md'])(
  '%j is a safe path',
  (path) => {
    expect(isSafePath(path)).toBe(true);
  },
);

test.each([
  '',
  '/etc/passwd',
  '../a',
  'a/../b',
  'a/./b',
  'a//b',
  'a/',
  '..\\a',
  'C:/a',
  'a\0b',
  'a/nul.md',
  'COM1',
  'a. ',
  'a.',
  'a\u202Egnp.md',
])('%j is no safe path', (path) => {
  expect(isSafePath(path)).toBe(false);
});

test('paths that differ in case or in the form of an accent are the same file', () => {
  expect(pathKey('Agents/É.md')).toBe(pathKey('agents/E\u0301.md'));
});
