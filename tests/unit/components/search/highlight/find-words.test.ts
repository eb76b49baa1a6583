// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findWords, wordsPattern } from '../../../../../src/components/search/highlight/find-words.ts';
import { highlightAddress } from '../../../../../src/components/search/highlight/highlight-address.ts';
import { termsIn, withoutTerms } from '../../../../../src/components/search/highlight/highlight-parameter.ts';

describe('the terms that the page of a result highlights', () => {
  it('are written to the address before the anchor, and read from it', () => {
    const hit = { url: '/base/agents/rust-pro/#ffi', terms: ['#[must_use]', 'c++'] };
    const address = new URL(highlightAddress(hit), 'http://localhost').href;
    expect(address).toMatch(/^http:\/\/localhost\/base\/agents\/rust-pro\/\?highlight=.*#ffi$/);
    expect(termsIn(address)).toEqual(['#[must_use]', 'c++']);
    expect(withoutTerms(address)).toBe('http://localhost/base/agents/rust-pro/#ffi');
  });

  it('leave the address unchanged if there are none', () => {
    expect(highlightAddress({ url: '/guide/#a', terms: [] })).toBe('/guide/#a');
  });
});

describe('finding words in a page', () => {
  const found = (html: string, ...terms: string[]) => {
    document.body.innerHTML = html;
    return findWords(document.body, terms).map(String);
  };

  it('finds whole words with endings, in upper and lower case', () => {
    expect(found('<p>A trait; Traits; a portrait; traitorously.</p>', 'trait')).toEqual(['trait', 'Traits']);
  });

  it('finds words in scripts without spaces', () => {
    expect(found('<p>所有权与借用规则</p>', '借用')).toEqual(['借用']);
  });

  it('finds short words without endings', () => {
    expect(found('<p>C calls C++ and Cow in c.</p>', 'c')).toEqual(['C', 'C', 'c']);
  });

  it.each([
    ['select!', '<p>Use <code>select!</code>, then select.</p>'],
    ['#[must_use]', '<pre><span>#</span><span>[must_use]</span></pre>'],
    ['C++', '<p>C++ (not C)</p>'],
    ['?', '<p>The ? operator</p>'],
    ['clippy::pedantic', '<p>clippy::<b>pedantic</b></p>'],
    ['--release', '<p>cargo build --release</p>'],
    ['@security-auditor', '<p>to @security-auditor.</p>'],
    ['no_std', '<p>no_std</p>'],
  ])('finds the symbol %s, also across inline elements', (term, html) => {
    expect(found(html, term)).toEqual([term]);
  });

  it('finds a phrase across inline elements and line ends, but not across blocks', () => {
    expect(found('<p>error\n  <em>handling</em></p><p>error</p><p>handling</p>', 'error handling')).toHaveLength(1);
  });

  it('skips scripts, buttons and images', () => {
    const html = '<script>ffi</script><button>ffi</button><svg><text>ffi</text></svg><p>ffi</p>';
    expect(found(html, 'ffi')).toEqual(['ffi']);
  });

  it('finds nothing without terms', () => {
    expect(found('<p>ffi</p>')).toEqual([]);
    expect(found('<p>ffi</p>', ' ')).toEqual([]);
    expect(wordsPattern([])).toBeUndefined();
  });

  it('takes every character literally', () => {
    expect(found('<p>a.c abc (x|y) [z] \\d $ ^</p>', 'a.c', '(x|y)', '[z]', '\\d', '$', '^')).toEqual([
      'a.c',
      '(x|y)',
      '[z]',
      '\\d',
      '$',
      '^',
    ]);
  });
});
