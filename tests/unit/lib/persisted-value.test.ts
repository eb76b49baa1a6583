import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PersistedValue, type ValueFormat } from '../../../src/lib/persisted-value.ts';

/** Words, kept as a list of lines that begin with a hyphen. */
const keeping: ValueFormat<readonly string[]> = {
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
/** The window and its document in one: what is idle, hidden or left. */
let page: EventTarget;
let onIdle: (() => void)[];
const open = () => new PersistedValue('words', keeping);
const unchanged = () => {
  throw new Error('nobody is told what has not changed');
};
const idle = () => {
  for (const callback of onIdle.splice(0)) callback();
};

beforeEach(() => {
  store = new Store();
  page = new EventTarget();
  onIdle = [];
  vi.stubGlobal('localStorage', store);
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => onIdle.push(callback));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a kept value', () => {
  it('is empty at first, and there again afterwards', () => {
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'saved' });
    expect(words.change(adding('a'))).toBe(true);
    expect(open()).toMatchObject({ value: ['a'], state: 'saved' });
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
    expect(open()).toMatchObject({ value: ['a', 'b', 'c'], state: 'saved' });
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
    expect(words).toMatchObject({ value: ['a'], state: 'saved', unreadable: undefined });
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

describe('a value that is changed with every key', () => {
  it('is another one at once, and kept when the browser has nothing better to do', () => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    words.changeOnIdle(adding('b'), unchanged);
    expect(words.value).toEqual(['a', 'b']);
    expect(store.kept.size).toBe(0);
    idle();
    expect(store.kept.get('words')).toBe('-a\n-b');
    words.changeOnIdle(adding('c'), unchanged);
    idle();
    expect(store.kept.get('words')).toBe('-a\n-b\n-c');
  });

  it.each(['pagehide', 'visibilitychange'])('is kept before the page is gone: %s', (event) => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    page.dispatchEvent(new Event(event));
    expect(store.kept.get('words')).toBe('-a');
    store.kept.set('words', '-from another tab');
    idle();
    expect(store.kept.get('words')).toBe('-from another tab');
  });

  it('is kept before anything else is changed, or read', () => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    words.change(adding('b'));
    expect(store.kept.get('words')).toBe('-a\n-b');
    words.changeOnIdle(adding('c'), unchanged);
    words.load();
    expect(store.kept.get('words')).toBe('-a\n-b\n-c');
    expect(words.value).toEqual(['a', 'b', 'c']);
  });

  it('is changed again on top of what another tab has written meanwhile', () => {
    const here = open();
    const there = open();
    here.changeOnIdle(adding('a'), unchanged);
    there.change(adding('b'));
    idle();
    expect(here.value).toEqual(['b', 'a']);
    expect(store.kept.get('words')).toBe('-b\n-a');
  });

  it('says when it can be kept no more, and when it can again', () => {
    const states: string[] = [];
    const words = open();
    const changed = () => states.push(words.state);
    store.isFull = true;
    words.changeOnIdle(adding('a'), changed);
    idle();
    words.changeOnIdle(adding('b'), changed);
    idle();
    store.isFull = false;
    words.changeOnIdle(adding('c'), changed);
    idle();
    expect(states).toEqual(['refused', 'saved']);
    expect(store.kept.get('words')).toBe('-a\n-b\n-c');
  });

  it('sets aside what it cannot read', () => {
    store.kept.set('words', 'rubbish');
    const words = open();
    const changed = vi.fn();
    words.changeOnIdle(adding('a'), changed);
    idle();
    expect(changed).toHaveBeenCalledOnce();
    expect(words).toMatchObject({ value: ['a'], state: 'saved' });
    expect(Object.fromEntries(store.kept)).toEqual({ words: '-a', 'words:unreadable': 'rubbish' });
  });
});
