import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeptValue, type Keeping } from '../../../src/components/common/kept-value.ts';

/** Words, kept as a list of lines that begin with a hyphen. */
const keeping: Keeping<readonly string[]> = {
  empty: [],
  read: (text) =>
    text.split('\n').every((line) => line.startsWith('-')) ? text.split('\n').map((line) => line.slice(1)) : undefined,
  write: (words) => words.map((word) => `-${word}`).join('\n'),
  isEmpty: ({ length }) => length === 0,
};
const adding = (word: string) => (words: readonly string[]) => [...words, word];

/** A store that can be full or blocked. */
class Store {
  readonly kept = new Map<string, string>();
  isFull = false;
  isBlocked = false;

  getItem(key: string) {
    if (this.isBlocked) throw new Error('blocked');
    return this.kept.get(key) ?? null;
  }

  setItem(key: string, text: string) {
    if (this.isFull || this.isBlocked) throw new Error('full');
    this.kept.set(key, text);
  }

  removeItem(key: string) {
    if (this.isBlocked) throw new Error('blocked');
    this.kept.delete(key);
  }
}

let store: Store;
const open = () => new KeptValue('words', keeping);

beforeEach(() => {
  store = new Store();
  vi.stubGlobal('localStorage', store);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a kept value', () => {
  it('is empty at first, and there again afterwards', () => {
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'kept' });
    expect(words.change(adding('a'))).toBe(true);
    expect(open()).toMatchObject({ value: ['a'], state: 'kept' });
  });

  it('leaves nothing behind when it is empty again', () => {
    const words = open();
    words.change(adding('a'));
    words.change(() => []);
    expect(store.kept.size).toBe(0);
  });

  it('has what other tabs wrote meanwhile', () => {
    const here = open();
    const there = open();
    here.change(adding('a'));
    there.change(adding('b'));
    here.change(adding('c'));
    expect(here.value).toEqual(['a', 'b', 'c']);
    there.load();
    expect(there.value).toEqual(['a', 'b', 'c']);
  });

  it('lives on in the page while the store is full, and is kept when there is room again', () => {
    const words = open();
    words.change(adding('a'));
    store.isFull = true;
    expect(words.change(adding('b'))).toBe(false);
    expect(words).toMatchObject({ value: ['a', 'b'], state: 'refused' });
    words.load();
    expect(words).toMatchObject({ value: ['a', 'b'], state: 'refused' });
    store.isFull = false;
    expect(words.change(adding('c'))).toBe(true);
    expect(open()).toMatchObject({ value: ['a', 'b', 'c'], state: 'kept' });
  });

  it('lives in the page alone where the store is blocked', () => {
    store.isBlocked = true;
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'refused' });
    expect(words.change(adding('a'))).toBe(false);
    expect(words).toMatchObject({ value: ['a'], state: 'refused' });
  });

  it('sets aside what it cannot read before anything is written in its place', () => {
    store.kept.set('words', 'rubbish');
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'unreadable', unreadable: 'rubbish' });
    expect(store.kept.get('words')).toBe('rubbish');
    expect(words.change(adding('a'))).toBe(true);
    expect(words).toMatchObject({ value: ['a'], state: 'kept', unreadable: undefined });
    expect(Object.fromEntries(store.kept)).toEqual({ words: '-a', 'words:unreadable': 'rubbish' });
  });

  it('writes nothing over what it cannot read where there is no room to set that aside', () => {
    store.kept.set('words', 'rubbish');
    store.isFull = true;
    const words = open();
    expect(words.change(adding('a'))).toBe(false);
    expect(words).toMatchObject({ value: ['a'], state: 'refused' });
    expect(store.kept.get('words')).toBe('rubbish');
  });
});
