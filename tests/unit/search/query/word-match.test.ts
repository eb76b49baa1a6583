import { describe, expect, it } from 'vitest';
import { excerptOf, mark } from '../../../../src/search/query/excerpt.ts';
import { coverage, holdsInOrder, likeness } from '../../../../src/search/query/match.ts';

describe('a word of a text', () => {
  it('answers to itself, to its beginning and to its other forms', () => {
    expect(likeness('ffi', 'ffi')).toBe('same');
    expect(likeness('asynchronous', 'async')).toBe('begins');
    expect(likeness('binding', 'bindings')).toBe('related');
    expect(likeness('libraries', 'library')).toBe('related');
    expect(likeness('no_std', 'std')).toBe('begins');
  });

  it('answers to nothing else', () => {
    expect(likeness('optimization', 'optimizaton')).toBeUndefined();
    expect(likeness('cat', 'c')).toBeUndefined();
    expect(likeness('trait', 'train')).toBeUndefined();
  });
});

describe('words in a text', () => {
  it('cover as much of a query as they answer', () => {
    expect(coverage('Error handling', ['error', 'handling'])).toBe(1);
    expect(coverage('Error', ['error', 'handling'])).toBe(0.5);
    expect(coverage('', ['error'])).toBe(0);
  });

  it('stand in order, or not', () => {
    expect(holdsInOrder('Rust-C FFI Integration', ['ffi', 'integ'])).toBe(true);
    expect(holdsInOrder('Integration of FFI', ['ffi', 'integration'])).toBe(false);
  });
});

const shown = (parts: { text: string; marked: boolean }[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('an excerpt', () => {
  const words = (...asked: string[]) => ({ words: asked, exact: [] });

  it('is the line that answers best, with the words marked', () => {
    const body = 'Nothing here.\nEvery unsafe block is reviewed.\nSomething unsafe.';
    expect(shown(excerptOf(body, words('unsafe', 'review')))).toContain('Every [unsafe] block is [reviewed].');
  });

  it('marks names with signs as they are written, and leaves markup as text', () => {
    const text = '<b>`select!`</b> &amp; select';
    expect(shown(mark(text, { words: [], exact: ['select!'] }))).toBe('<b>`[select!]`</b> &amp; select');
  });

  it('is short, around what was found', () => {
    const body = `${'before '.repeat(100)}needle ${'behind '.repeat(100)}`;
    const excerpt = shown(excerptOf(body, words('needle')));
    expect(excerpt).toContain('[needle]');
    expect(excerpt.length).toBeLessThan(220);
    expect(excerpt).toMatch(/^… .* …$/);
  });

  it('is around what was found where no spaces stand between words, too', () => {
    const excerpt = shown(excerptOf(`${'前'.repeat(300)}借用${'後'.repeat(300)}`, words('借用')));
    expect(excerpt).toContain('[借用]');
    expect(excerpt.length).toBeLessThan(220);
  });

  it('shows the beginning where nothing is marked, and nothing of nothing', () => {
    expect(shown(excerptOf('First line\nSecond', words('absent')))).toMatch(/^First line/);
    expect(excerptOf('', words('x'))).toEqual([]);
  });
});
