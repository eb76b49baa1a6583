import { describe, expect, it } from 'vitest';
import { wordsOfPath } from '../../../../../src/components/search/page/words-of-path.ts';

describe('the words of a path', () => {
  it.each([
    ['/agents/rust-systems_engineer.html', 'rust systems engineer'],
    ['/some/base/agents/rust-pro/', 'rust pro'],
    ['/%E5%A4%A9%20x', '天 x'],
    ['/100%', '100%'],
    ['/', ''],
  ])('of %s are “%s”', (path, words) => {
    expect(wordsOfPath(path)).toBe(words);
  });
});
