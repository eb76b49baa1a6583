import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noRecents,
  parseRecents,
  without,
  withPage,
  withSearch,
  formatRecents,
} from '../../../../../src/components/search/recents/recents.ts';

const gate = { url: '/gates/oven/', title: 'Before the oven', within: 'Gates' };
const agent = { url: '/agents/baker/', title: 'baker', within: 'Agents' };

describe('recent searches', () => {
  it('are the last few, newest first', () => {
    const recents = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce(withSearch, noRecents);
    expect(recents.searches).toEqual(['g', 'f', 'e', 'd', 'c']);
  });

  it('that differ only in case and spaces are one, as it was typed last', () => {
    expect(['unsafe code', 'ffi', '  Unsafe   code '].reduce(withSearch, noRecents).searches).toEqual([
      'Unsafe code',
      'ffi',
    ]);
  });

  it('are never empty', () => {
    expect(withSearch(noRecents, '  ')).toEqual(noRecents);
  });
});

describe('recently opened pages', () => {
  it('are in order, newest first, each once', () => {
    const recents = [gate, agent, gate].reduce(withPage, noRecents);
    expect(recents.pages).toEqual([gate, agent]);
  });

  it('have their latest title', () => {
    const renamed = { ...gate, title: 'Before the fire' };
    expect(withPage(withPage(noRecents, gate), renamed).pages).toEqual([renamed]);
  });
});

describe('removing a recent search or page', () => {
  it('removes only the named one', () => {
    const recents = withPage(withPage(withSearch(withSearch(noRecents, 'ffi'), 'async'), gate), agent);
    expect(without(recents, 'ffi')).toEqual({ searches: ['async'], pages: [agent, gate] });
    expect(without(recents, gate.url)).toEqual({ searches: ['async', 'ffi'], pages: [agent] });
    expect(without(recents, 'unknown')).toEqual(recents);
  });
});

describe('stored recents', () => {
  it('are parsed as they were formatted', () => {
    const recents = withPage(withSearch(noRecents, 'select! "in quotes" 天'), gate);
    expect(parseRecents(formatRecents(recents))).toEqual(recents);
  });

  it.each([
    ['', 'empty'],
    ['{', 'cut off'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"searches":"ffi","pages":{}}', 'with something else than lists'],
  ])('are empty if the text is not valid: %j (%s)', (text) => {
    expect(parseRecents(text)).toEqual(noRecents);
  });

  it('lose only invalid entries', () => {
    const text = JSON.stringify({ searches: ['ffi', 7, null], pages: [gate, { url: '/x/' }, 'page', null] });
    expect(parseRecents(text)).toEqual({ searches: ['ffi'], pages: [gate] });
  });

  it.each(['javascript:alert(1)', '//elsewhere.example/', '/\\elsewhere.example', 'https://elsewhere.example/', ''])(
    'never contain a link to “%s”',
    (url) => {
      expect(parseRecents(JSON.stringify({ pages: [{ ...gate, url }] }))).toEqual(noRecents);
    },
  );

  it('never throw, whatever other code has stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        parseRecents(text);
      }),
    );
  });
});
