import { describe, expect, it } from 'vitest';
import { topicFinder } from '../../../../src/playbook/topics/topic-finder.ts';

/** Returns the words of one topic in a text. */
function found(synonyms: string[], text: string, more: { spellings?: string[][]; names?: string[] } = {}): string[] {
  const topic = { id: 'it', title: 'Zzz', sentence: '', synonyms, common: [], asked: ['never'] };
  const find = topicFinder({ topics: [topic], spellings: more.spellings ?? [] }, more.names ?? []);
  return find(text).map(({ from, to }) => text.slice(from, to));
}

describe('the words of a topic', () => {
  it('are found as whole words, in any case, with their plurals', () => {
    expect(found(['trait'], 'A Trait, TRAITS and a portrait; traitor, traits.')).toEqual(['Trait', 'TRAITS', 'traits']);
    expect(found(['library', 'patch'], 'Libraries, libraryish, patches')).toEqual(['Libraries', 'patches']);
  });

  it('are not found in the singular if they are defined in the plural', () => {
    expect(found(['generics'], 'a generic answer, generics')).toEqual(['generics']);
  });

  it('are found only as written if they have a capital', () => {
    expect(found(['Go'], 'Go on, let go, GO, Gopher')).toEqual(['Go']);
    expect(found(['REST', 'Arc'], 'REST for the rest; an arc, an Arc, two Arcs')).toEqual(['REST', 'Arc', 'Arcs']);
  });

  it('can be symbols, or contain symbols', () => {
    expect(found(['C++'], 'C, C++, C+++ and c++')).toEqual(['C++', 'C++']);
    expect(found(['select!'], 'tokio::select! { } but select(a)')).toEqual(['select!']);
    expect(found(['#[test]'], '#[test] #[tested] # [test]')).toEqual(['#[test]']);
    expect(found(['Result<', "'static", '--locked'], "Result<T>, &'static str, cargo build --locked")).toEqual([
      'Result<',
      "'static",
      '--locked',
    ]);
    expect(found(['.*', 'a|b'], 'anything at all: a, b, a|b')).toEqual(['a|b']);
  });

  it('are not searched for if they are symbols alone', () => {
    expect(found(['?', '…', ''], 'What? Nothing …')).toEqual([]);
  });

  it('are one word with underscores, and several without', () => {
    expect(found(['no_std'], '#![no_std], no_std_compat, no std')).toEqual(['no_std']);
    expect(found(['test'], 'test_coverage and test-driven')).toEqual(['test']);
  });

  it('are found across spaces, hyphens and line ends', () => {
    expect(found(['lock-free', 'race condition'], 'Lock free, lock-free, race\ncondition, race-conditions')).toEqual([
      'Lock free',
      'lock-free',
      'race\ncondition',
      'race-conditions',
    ]);
  });

  it('are found in all their spellings', () => {
    const spellings = [
      ['optimization', 'optimisation'],
      ['WebAssembly', 'wasm', 'web assembly'],
      ['no_std', 'no-std'],
    ];
    const text = 'Query optimisations for WASM, no-std targets and web assembly';
    expect(found(['query optimization', 'WebAssembly', 'no_std'], text, { spellings })).toEqual([
      'Query optimisations',
      'WASM',
      'no-std',
      'web assembly',
    ]);
  });

  it('are found as the longest of several at the same place, and not twice', () => {
    expect(found(['unit', 'unit test', 'test'], 'A unit test is a test')).toEqual(['unit test', 'test']);
  });

  it('are not found by words that readers only search for', () => {
    expect(found(['ebb'], 'never')).toEqual([]);
  });

  it('are not found in agents’ names', () => {
    const text = '@security-auditor, security-auditor, @security, a security-minded person, security';
    expect(found(['security'], text, { names: ['security-auditor'] })).toEqual(['security', 'security']);
  });

  it('are found in scripts other than Latin', () => {
    expect(found(['безопасность', 'Ωmega'], 'Безопасность прежде всего, Ωmega, ωmega')).toEqual([
      'Безопасность',
      'Ωmega',
    ]);
  });
});

describe('the words of several topics', () => {
  const topic = (id: string, title: string, ...synonyms: string[]) => ({
    id,
    title,
    sentence: '',
    synonyms,
    common: [],
    asked: [],
  });

  it('are found next to each other, and in the same word', () => {
    const find = topicFinder(
      { topics: [topic('a', 'A1', 'zero-copy'), topic('b', 'B1', 'zero-copy')], spellings: [] },
      [],
    );
    expect(find('zero-copy').map(({ topic }) => topic)).toEqual(['a', 'b']);
  });

  it('include their titles, without the capital at the start', () => {
    const topics = [topic('errors', 'Error handling'), topic('ffi', 'FFI'), topic('wasm', 'WebAssembly')];
    const find = topicFinder({ topics, spellings: [] }, []);
    expect(find('ERROR HANDLING with ffi, FFI and webassembly').map(({ topic }) => topic)).toEqual(['errors', 'ffi']);
  });

  it('do not include a word that is only part of a longer one', () => {
    const find = topicFinder(
      { topics: [topic('ffi', 'FFI', 'bindgen'), topic('wasm', 'Wasm', 'wasm-bindgen')], spellings: [] },
      [],
    );
    expect(find('wasm-bindgen').map(({ topic }) => topic)).toEqual(['wasm']);
    expect(find('bindgen').map(({ topic }) => topic)).toEqual(['ffi']);
  });
});
