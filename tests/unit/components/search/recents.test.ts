import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noRecents,
  readRecents,
  without,
  withPage,
  withSearch,
  writeRecents,
} from '../../../../src/components/search/recents/recents.ts';

const gate = { url: '/gates/oven/', title: 'Before the oven', within: 'Gates' };
const agent = { url: '/agents/baker/', title: 'baker', within: 'Agents' };

describe('recent searches', () => {
  it('come newest first, the last few of them', () => {
    const recents = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].reduce(withSearch, noRecents);
    expect(recents.searches).toEqual(['g', 'f', 'e', 'd', 'c']);
  });

  it('are one, however they were written, as it was written last', () => {
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
  it('come newest first, each once', () => {
    const recents = [gate, agent, gate].reduce(withPage, noRecents);
    expect(recents.pages).toEqual([gate, agent]);
  });

  it('have the title that they had last', () => {
    const renamed = { ...gate, title: 'Before the fire' };
    expect(withPage(withPage(noRecents, gate), renamed).pages).toEqual([renamed]);
  });
});

describe('forgetting', () => {
  it('takes away what is named, and nothing else', () => {
    const recents = withPage(withPage(withSearch(withSearch(noRecents, 'ffi'), 'async'), gate), agent);
    expect(without(recents, 'ffi')).toEqual({ searches: ['async'], pages: [agent, gate] });
    expect(without(recents, gate.url)).toEqual({ searches: ['async', 'ffi'], pages: [agent] });
    expect(without(recents, 'unknown')).toEqual(recents);
  });
});

describe('what is kept', () => {
  it('comes back as it was', () => {
    const recents = withPage(withSearch(noRecents, 'select! "in quotes" 天'), gate);
    expect(readRecents(writeRecents(recents))).toEqual(recents);
  });

  it.each([
    ['', 'empty'],
    ['{', 'cut off'],
    ['null', 'null'],
    ['[]', 'a list'],
    ['{"searches":"ffi","pages":{}}', 'with something else than lists'],
  ])('is nothing when it is %s', (text) => {
    expect(readRecents(text)).toEqual(noRecents);
  });

  it('loses only what is wrong in it', () => {
    const text = JSON.stringify({ searches: ['ffi', 7, null], pages: [gate, { url: '/x/' }, 'page', null] });
    expect(readRecents(text)).toEqual({ searches: ['ffi'], pages: [gate] });
  });

  it.each(['javascript:alert(1)', '//elsewhere.example/', '/\\elsewhere.example', 'https://elsewhere.example/', ''])(
    'never becomes a link to %s',
    (url) => {
      expect(readRecents(JSON.stringify({ pages: [{ ...gate, url }] }))).toEqual(noRecents);
    },
  );

  it('never throws, whatever somebody else wrote there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readRecents(text);
      }),
    );
  });
});
