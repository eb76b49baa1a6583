// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { findWords, wordsPattern } from '../../../../src/components/search/highlight/find-words.ts';
import { highlightAddress, highlightTerms } from '../../../../src/components/search/highlight/highlight-address.ts';
import { termsIn, withoutTerms } from '../../../../src/components/search/highlight/highlight-parameter.ts';

/** `a *b* c` → parts, those between stars marked. */
const parts = (text: string) => text.split('*').map((piece, index) => ({ text: piece, marked: index % 2 === 1 }));

describe('the words that a result’s page highlights', () => {
  it('are those that the search marked, each once', () => {
    const hit = { title: parts('*FFI* boundaries'), excerpt: parts('Every *ffi* call is *unsafe*.') };
    expect(highlightTerms(hit, 'ffi')).toEqual(['ffi', 'unsafe']);
  });

  it('are also what was asked for and is not in the excerpt, without words that say nothing', () => {
    const hit = { title: [], excerpt: parts('calls into *C*') };
    expect(highlightTerms(hit, 'How do I call C from Rust?')).toEqual(['c', 'call', 'rust']);
  });

  it('are phrases in quotes, whole', () => {
    const hit = { title: [], excerpt: parts('with *error* *handling* by *anyhow*') };
    expect(highlightTerms(hit, '"error handling" anyhow')).toEqual(['error handling', 'anyhow']);
  });

  it('are symbols as they were typed', () => {
    expect(highlightTerms({ title: [], excerpt: [] }, ' select!  C++ ')).toEqual(
      expect.arrayContaining(['select!', 'c++']),
    );
    expect(highlightTerms({ title: [], excerpt: [] }, '')).toEqual([]);
  });

  it('are what was marked as a whole, where words have no spaces between them', () => {
    expect(highlightTerms({ title: parts('*所有权*与借用'), excerpt: [] }, '所有权')).toEqual(['所有权']);
    expect(highlightTerms({ title: [], excerpt: [] }, '借用')).toEqual(['借用']);
  });

  it('go into the address before the anchor, and come out of it again', () => {
    const hit = { url: '/base/agents/rust-pro/#ffi', title: [], excerpt: parts('*#[must_use]* & *C++*') };
    const address = new URL(highlightAddress(hit, ''), 'http://localhost').href;
    expect(address).toMatch(/^http:\/\/localhost\/base\/agents\/rust-pro\/\?highlight=.*#ffi$/);
    expect(termsIn(address)).toEqual(['#[must_use]', 'c++']);
    expect(withoutTerms(address)).toBe('http://localhost/base/agents/rust-pro/#ffi');
  });

  it('leave an address alone that has none', () => {
    expect(highlightAddress({ url: '/guide/#a', title: [], excerpt: [] }, '')).toBe('/guide/#a');
  });
});

describe('finding words in a page', () => {
  const found = (html: string, ...terms: string[]) => {
    document.body.innerHTML = html;
    return findWords(document.body, terms).map(String);
  };

  it('finds whole words, with their endings, in upper and lower case', () => {
    expect(found('<p>A trait; Traits; a portrait; traitorously.</p>', 'trait')).toEqual(['trait', 'Traits']);
  });

  it('finds words among others that have no spaces between them', () => {
    expect(found('<p>所有权与借用规则</p>', '借用')).toEqual(['借用']);
  });

  it('takes short words as they are', () => {
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

  it('passes over what is no text of the page', () => {
    const html = '<script>ffi</script><button>ffi</button><svg><text>ffi</text></svg><p>ffi</p>';
    expect(found(html, 'ffi')).toEqual(['ffi']);
  });

  it('finds nothing where nothing is looked for', () => {
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
