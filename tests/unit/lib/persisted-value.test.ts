import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PersistedValue, type ValueFormat } from '../../../src/lib/persisted-value.ts';
import { FakeBrowser } from './fake-browser.ts';

/** Words, stored as lines that begin with a hyphen. */
const format: ValueFormat<readonly string[]> = {
  empty: [],
  read: (text) =>
    text.split('\n').every((line) => line.startsWith('-')) ? text.split('\n').map((line) => line.slice(1)) : undefined,
  write: (words) => words.map((word) => `-${word}`).join('\n'),
  isEmpty: ({ length }) => length === 0,
};
const adding = (word: string) => (words: readonly string[]) => [...words, word];

let browser: FakeBrowser;
const open = () => new PersistedValue('words', format);
const unchanged = () => {
  throw new Error('the save state has not changed');
};

beforeEach(() => {
  browser = new FakeBrowser();
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a persisted value', () => {
  it('is empty at first, and is loaded again once it was saved', () => {
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'saved' });
    expect(words.change(adding('a'))).toBe(true);
    expect(open()).toMatchObject({ value: ['a'], state: 'saved' });
  });

  it('is removed from storage when it is empty again', () => {
    const words = open();
    words.change(adding('a'));
    words.change(() => []);
    expect(browser.storage.stored.size).toBe(0);
  });

  it('contains what other tabs have saved in the meantime', () => {
    const here = open();
    const there = open();
    here.change(adding('a'));
    there.change(adding('b'));
    here.change(adding('c'));
    expect(here.value).toEqual(['a', 'b', 'c']);
    there.load();
    expect(there.value).toEqual(['a', 'b', 'c']);
  });

  it('stays in the page while storage is full, and is saved when there is room again', () => {
    const words = open();
    words.change(adding('a'));
    browser.storage.isFull = true;
    expect(words.change(adding('b'))).toBe(false);
    expect(words).toMatchObject({ value: ['a', 'b'], state: 'refused' });
    words.load();
    expect(words).toMatchObject({ value: ['a', 'b'], state: 'refused' });
    browser.storage.isFull = false;
    expect(words.change(adding('c'))).toBe(true);
    expect(open()).toMatchObject({ value: ['a', 'b', 'c'], state: 'saved' });
  });

  it('stays in the page where storage is blocked', () => {
    browser.storage.isBlocked = true;
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'refused' });
    expect(words.change(adding('a'))).toBe(false);
    expect(words).toMatchObject({ value: ['a'], state: 'refused' });
  });

  it('backs up text that it cannot read before it writes over it', () => {
    browser.storage.stored.set('words', 'rubbish');
    const words = open();
    expect(words).toMatchObject({ value: [], state: 'unreadable', unreadable: 'rubbish' });
    expect(browser.storage.stored.get('words')).toBe('rubbish');
    expect(words.change(adding('a'))).toBe(true);
    expect(words).toMatchObject({ value: ['a'], state: 'saved', unreadable: undefined });
    expect(Object.fromEntries(browser.storage.stored)).toEqual({ words: '-a', 'words:unreadable': 'rubbish' });
  });

  it('does not write over text that it cannot read if there is no room for a backup', () => {
    browser.storage.stored.set('words', 'rubbish');
    browser.storage.isFull = true;
    const words = open();
    expect(words.change(adding('a'))).toBe(false);
    expect(words).toMatchObject({ value: ['a'], state: 'refused' });
    expect(browser.storage.stored.get('words')).toBe('rubbish');
  });
});

describe('a persisted value that is changed with every key press', () => {
  it('changes at once and is saved when the browser is idle', () => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    words.changeOnIdle(adding('b'), unchanged);
    expect(words.value).toEqual(['a', 'b']);
    expect(browser.storage.stored.size).toBe(0);
    browser.becomeIdle();
    expect(browser.storage.stored.get('words')).toBe('-a\n-b');
    words.changeOnIdle(adding('c'), unchanged);
    browser.becomeIdle();
    expect(browser.storage.stored.get('words')).toBe('-a\n-b\n-c');
  });

  it.each(['pagehide', 'visibilitychange'])('is saved before the page is left: %s', (event) => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    browser.page.dispatchEvent(new Event(event));
    expect(browser.storage.stored.get('words')).toBe('-a');
    browser.storage.stored.set('words', '-from another tab');
    browser.becomeIdle();
    expect(browser.storage.stored.get('words')).toBe('-from another tab');
  });

  it('is saved before another change, and before it is loaded', () => {
    const words = open();
    words.changeOnIdle(adding('a'), unchanged);
    words.change(adding('b'));
    expect(browser.storage.stored.get('words')).toBe('-a\n-b');
    words.changeOnIdle(adding('c'), unchanged);
    words.load();
    expect(browser.storage.stored.get('words')).toBe('-a\n-b\n-c');
    expect(words.value).toEqual(['a', 'b', 'c']);
  });

  it('applies its change to what another tab has saved in the meantime', () => {
    const here = open();
    const there = open();
    here.changeOnIdle(adding('a'), unchanged);
    there.change(adding('b'));
    browser.becomeIdle();
    expect(here.value).toEqual(['b', 'a']);
    expect(browser.storage.stored.get('words')).toBe('-b\n-a');
  });

  it('reports when saving starts to fail, and when it works again', () => {
    const states: string[] = [];
    const words = open();
    const changed = () => states.push(words.state);
    browser.storage.isFull = true;
    words.changeOnIdle(adding('a'), changed);
    browser.becomeIdle();
    words.changeOnIdle(adding('b'), changed);
    browser.becomeIdle();
    browser.storage.isFull = false;
    words.changeOnIdle(adding('c'), changed);
    browser.becomeIdle();
    expect(states).toEqual(['refused', 'saved']);
    expect(browser.storage.stored.get('words')).toBe('-a\n-b\n-c');
  });

  it('backs up text that it cannot read when it is saved on idle', () => {
    browser.storage.stored.set('words', 'rubbish');
    const words = open();
    const changed = vi.fn();
    words.changeOnIdle(adding('a'), changed);
    browser.becomeIdle();
    expect(changed).toHaveBeenCalledOnce();
    expect(words).toMatchObject({ value: ['a'], state: 'saved' });
    expect(Object.fromEntries(browser.storage.stored)).toEqual({ words: '-a', 'words:unreadable': 'rubbish' });
  });
});
