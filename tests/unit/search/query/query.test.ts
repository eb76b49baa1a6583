import { describe, expect, it } from 'vitest';
import { otherWords, readQuery, spellingsOf } from '../../../../src/search/query/query.ts';

describe('a query', () => {
  it('loses the words with which people only ask', () => {
    expect(readQuery('How do I call C from Rust?').words).toEqual(['call', 'c', 'rust']);
  });

  it('keeps words that would be dropped, if there are no others', () => {
    expect(readQuery('what is it').words).toEqual(['what', 'is', 'it']);
  });

  it('takes what stands in quotes for phrases, typographic ones as well', () => {
    expect(readQuery('“false sharing” cache "lock order"')).toMatchObject({
      phrases: ['false sharing', 'lock order'],
      words: ['cache'],
    });
  });

  it('takes a quotation mark that is not closed yet for nothing', () => {
    expect(readQuery('"false sha')).toMatchObject({ phrases: [], words: ['false', 'sha'] });
  });

  it('knows names by their signs, and words by their letters', () => {
    expect(readQuery('#[must_use] @security-auditor')).toMatchObject({
      symbols: ['#[must_use', '@security-auditor'],
      words: ['must_use', 'security', 'auditor'],
      compounds: ['security-auditor'],
    });
  });

  it('asks for somebody, where it begins with who', () => {
    expect(readQuery('who reviews code').kinds).toContain('delegation');
    expect(readQuery('whole code').kinds).toEqual([]);
  });

  it.each([
    ['who do I call for a memory leak?', ['memory', 'leak']],
    ['Which agent handles embedded development', ['embedded', 'development']],
    ['who is the best specialist for SQL', ['sql']],
    ['agents that know about tracing', ['tracing']],
    ['who does database work?', ['database']],
    ['who’s responsible for use after free', ['use', 'after', 'free']],
    ['who reviews unsafe code', ['reviews', 'unsafe', 'code']],
  ])('asks somebody for something: %s', (typed, words) => {
    expect(readQuery(typed)).toMatchObject({ words, kinds: ['delegation', 'roster', 'agent'] });
  });

  it.each(['agent memory', 'multi-agent workflows', 'call C', 'working with other agents'])(
    'asks for nobody: %s',
    (typed) => {
      expect(readQuery(typed).kinds).toEqual([]);
    },
  );

  it('keeps what a question for somebody says, if it says no more than that', () => {
    expect(readQuery('who helps').words).toEqual(['helps']);
  });

  it('asks the guide, where it asks what a kind of thing is', () => {
    expect(readQuery('what is a quality gate?').kinds).toEqual(['guide']);
    expect(readQuery('what is a gate for unsafe code?').kinds).toEqual([]);
    expect(readQuery('quality gate').kinds).toEqual([]);
  });

  it('compares words in lower case and without accents', () => {
    expect(readQuery('Café ÜBER').words).toEqual(['cafe', 'uber']);
  });

  it('takes no more of a pasted text than its first words', () => {
    expect(readQuery(Array.from({ length: 500 }, (_, index) => `w${String(index)}`).join(' ')).words).toHaveLength(12);
  });

  it('may be empty, or signs alone', () => {
    expect(readQuery('   ')).toMatchObject({ words: [], phrases: [], symbols: [] });
    expect(readQuery('?')).toMatchObject({ words: [], symbols: ['?'] });
  });
});

describe('other spellings', () => {
  const groups = [
    ['FFI', 'foreign function interface'],
    ['no_std', 'no-std', 'no std'],
    ['optimization', 'optimisation'],
  ];

  it('put a word for several, and several for one', () => {
    expect(spellingsOf(['foreign', 'function', 'interface'], groups)).toContainEqual(['ffi']);
    expect(spellingsOf(['ffi', 'gate'], groups)).toContainEqual(['foreign', 'function', 'interface', 'gate']);
    expect(spellingsOf(['no', 'std', 'alloc'], groups)).toContainEqual(['no_std', 'alloc']);
  });

  it('leave the words as they were typed first, and alone where there are none', () => {
    expect(spellingsOf(['optimisation'], groups)).toEqual([['optimisation'], ['optimization']]);
    expect(spellingsOf(['borrow'], groups)).toEqual([['borrow']]);
  });

  it('never become a flood', () => {
    const many = Array.from({ length: 40 }, (_, index) => ['a', `b${String(index)}`]);
    expect(spellingsOf(['a'], many).length).toBeLessThanOrEqual(6);
  });

  it('are told apart from what was typed: words, and phrases', () => {
    const spellings = spellingsOf(['ffi', 'optimisation'], groups);
    expect(otherWords(spellings).phrases).toContain('foreign function interface');
    expect(otherWords([['optimisation'], ['optimization']])).toEqual({ words: ['optimization'], phrases: [] });
  });
});
