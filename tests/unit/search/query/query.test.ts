import { describe, expect, it } from 'vitest';
import { parseQuery, replacementsIn, variantsOf } from '../../../../src/search/query/query.ts';

describe('a query', () => {
  it('leaves out stop words', () => {
    expect(parseQuery('How do I call C from Rust?').words).toEqual(['call', 'c', 'rust']);
  });

  it('contains stop words if there are no other words', () => {
    expect(parseQuery('what is it').words).toEqual(['what', 'is', 'it']);
  });

  it('has phrases in straight and in typographic quotes', () => {
    expect(parseQuery('“false sharing” cache "lock order"')).toMatchObject({
      phrases: ['false sharing', 'lock order'],
      words: ['cache'],
    });
  });

  it('ignores a quotation mark that is not closed', () => {
    expect(parseQuery('"false sha')).toMatchObject({ phrases: [], words: ['false', 'sha'] });
  });

  it('has symbols with their signs, and words without', () => {
    expect(parseQuery('#[must_use] @security-auditor')).toMatchObject({
      symbols: ['#[must_use', '@security-auditor'],
      words: ['must_use', 'security', 'auditor'],
      compounds: ['security-auditor'],
    });
  });

  it('asks for an agent if it begins with “who”', () => {
    expect(parseQuery('who reviews code').kinds).toContain('delegation');
    expect(parseQuery('whole code').kinds).toEqual([]);
  });

  it.each([
    ['who do I call for a memory leak?', ['memory', 'leak']],
    ['Which agent handles embedded development', ['embedded', 'development']],
    ['who is the best specialist for SQL', ['sql']],
    ['agents that know about tracing', ['tracing']],
    ['who does database work?', ['database']],
    ['who’s responsible for use after free', ['use', 'after', 'free']],
    ['who reviews unsafe code', ['reviews', 'unsafe', 'code']],
  ])('asks for an agent, and has only its subject as words: %s', (typed, words) => {
    expect(parseQuery(typed)).toMatchObject({ words, kinds: ['delegation', 'roster', 'agent'] });
  });

  it.each(['agent memory', 'multi-agent workflows', 'call C', 'working with other agents'])(
    'does not ask for an agent: %s',
    (typed) => {
      expect(parseQuery(typed).kinds).toEqual([]);
    },
  );

  it('has the request word as its word if there is no subject', () => {
    expect(parseQuery('who helps').words).toEqual(['helps']);
  });

  it('asks for the guide if it asks what a kind of result is', () => {
    expect(parseQuery('what is a quality gate?').kinds).toEqual(['guide']);
    expect(parseQuery('what is a gate for unsafe code?').kinds).toEqual([]);
    expect(parseQuery('quality gate').kinds).toEqual([]);
  });

  it('has its words in lower case and without accents', () => {
    expect(parseQuery('Café ÜBER').words).toEqual(['cafe', 'uber']);
  });

  it('has only the first words of a pasted text', () => {
    expect(parseQuery(Array.from({ length: 500 }, (_, index) => `w${String(index)}`).join(' ')).words).toHaveLength(12);
  });

  it('can be empty, or contain only signs', () => {
    expect(parseQuery('   ')).toMatchObject({ words: [], phrases: [], symbols: [] });
    expect(parseQuery('?')).toMatchObject({ words: [], symbols: ['?'] });
  });
});

describe('the variants of a query', () => {
  const groups = [
    ['FFI', 'foreign function interface'],
    ['no_std', 'no-std', 'no std'],
    ['optimization', 'optimisation'],
  ];

  it('replace several words by one, and one by several', () => {
    expect(variantsOf(['foreign', 'function', 'interface'], groups)).toContainEqual(['ffi']);
    expect(variantsOf(['ffi', 'gate'], groups)).toContainEqual(['foreign', 'function', 'interface', 'gate']);
    expect(variantsOf(['no', 'std', 'alloc'], groups)).toContainEqual(['no_std', 'alloc']);
  });

  it('begin with the words as typed', () => {
    expect(variantsOf(['optimisation'], groups)).toEqual([['optimisation'], ['optimization']]);
    expect(variantsOf(['borrow'], groups)).toEqual([['borrow']]);
  });

  it('replace a spelling with signs only where the query has them', () => {
    const signs = [['C++', 'cpp']];
    expect(variantsOf(['c'], signs, ['c++'])).toContainEqual(['cpp']);
    expect(variantsOf(['c'], signs, ['C#'])).toEqual([['c']]);
  });

  it('are limited in number', () => {
    const many = Array.from({ length: 40 }, (_, index) => ['a', `b${String(index)}`]);
    expect(variantsOf(['a'], many).length).toBeLessThanOrEqual(6);
  });

  it('have replacements: single words, and phrases', () => {
    const variants = variantsOf(['ffi', 'optimisation'], groups);
    expect(replacementsIn(variants).phrases).toContain('foreign function interface');
    expect(replacementsIn([['optimisation'], ['optimization']])).toEqual({ words: ['optimization'], phrases: [] });
  });
});
