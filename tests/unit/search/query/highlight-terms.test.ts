import { describe, expect, it } from 'vitest';
import { highlightTerms } from '../../../../src/search/query/highlight-terms.ts';
import { parseQuery } from '../../../../src/search/query/query.ts';

/** Makes parts from `a *b* c`, those between stars marked. */
const parts = (text: string) => text.split('*').map((piece, index) => ({ text: piece, marked: index % 2 === 1 }));

describe('the terms that the page of a result highlights', () => {
  it('are those that the search marked, each once', () => {
    const hit = { title: parts('*FFI* boundaries'), snippet: parts('Every *ffi* call is *unsafe*.') };
    expect(highlightTerms(hit, parseQuery('ffi'))).toEqual(['ffi', 'unsafe']);
  });

  it('include content words of the query that are not in the snippet', () => {
    const hit = { title: [], snippet: parts('calls into *C*') };
    expect(highlightTerms(hit, parseQuery('How do I call C from Rust?'))).toEqual(['c', 'call', 'rust']);
  });

  it('are whole phrases, where the query has quotes', () => {
    const hit = { title: [], snippet: parts('with *error* *handling* by *anyhow*') };
    expect(highlightTerms(hit, parseQuery('"error handling" anyhow'))).toEqual(['error handling', 'anyhow']);
  });

  it('include symbols exactly as they are typed', () => {
    expect(highlightTerms({ title: [], snippet: [] }, parseQuery(' select!  C++ '))).toEqual(
      expect.arrayContaining(['select!', 'c++']),
    );
    expect(highlightTerms({ title: [], snippet: [] }, parseQuery(''))).toEqual([]);
  });

  it('are the whole marked text in scripts without spaces', () => {
    expect(highlightTerms({ title: parts('*所有权*与借用'), snippet: [] }, parseQuery('所有权'))).toEqual(['所有权']);
    expect(highlightTerms({ title: [], snippet: [] }, parseQuery('借用'))).toEqual(['借用']);
  });
});
