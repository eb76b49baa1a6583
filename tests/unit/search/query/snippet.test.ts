import { describe, expect, it } from 'vitest';
import { mark, snippetOf } from '../../../../src/search/query/snippet.ts';

/** Formats parts as text, with the marked ones in brackets. */
const format = (parts: { text: string; marked: boolean }[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
const words = (...some: string[]) => ({ words: some, exact: [] });

describe('a snippet', () => {
  it('is the line that matches best, with the words marked', () => {
    const body = 'Nothing here.\nEvery unsafe block is reviewed.\nSomething unsafe.';
    expect(format(snippetOf(body, words('unsafe', 'review')))).toContain('Every [unsafe] block is [reviewed].');
  });

  it('marks symbols as written, and leaves markup as text', () => {
    const text = '<b>`select!`</b> &amp; select';
    expect(format(mark(text, { words: [], exact: ['select!'] }))).toBe('<b>`[select!]`</b> &amp; select');
  });

  it('is cut around the first match in a long line', () => {
    const body = `${'before '.repeat(100)}needle ${'behind '.repeat(100)}`;
    const snippet = format(snippetOf(body, words('needle')));
    expect(snippet).toContain('[needle]');
    expect(snippet.length).toBeLessThan(220);
    expect(snippet).toMatch(/^… .* …$/);
  });

  it('is cut around the first match in text without spaces', () => {
    const snippet = format(snippetOf(`${'前'.repeat(300)}借用${'後'.repeat(300)}`, words('借用')));
    expect(snippet).toContain('[借用]');
    expect(snippet.length).toBeLessThan(220);
  });

  it('is the beginning of a text without a match, and empty for an empty text', () => {
    expect(format(snippetOf('First line\nSecond', words('absent')))).toMatch(/^First line/);
    expect(snippetOf('', words('x'))).toEqual([]);
  });
});
