import { describe, expect, it } from 'vitest';
import { fold, separateUnspaced, tokenize } from '../../../../src/search/query/words.ts';

const words = (text: string) => tokenize(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are separated by spaces and signs, in lower case and without accents', () => {
    expect(words('The `no_std` crate, naïve Café’s')).toEqual(['the', 'no_std', 'crate', 'naive', "cafe's"]);
    expect(words('Обработка ошибок: الذاكرة 한국어')).toEqual(['обработка', 'ошибок', 'الذاكرة', '한국어']);
  });

  it('are bigrams in scripts without spaces, alone or next to other letters', () => {
    expect(words('所有权')).toEqual(['所有', '有权']);
    expect(words('用tokio运行时')).toEqual(['用', 'tokio', '运行', '行时']);
    expect(words('テスト')).toEqual(['テス', 'スト']);
  });

  it('have their positions in the text', () => {
    for (const text of ['用tokio运行时来', 'การค้นหา ภาษา', 'naïve 𠮷野家 x']) {
      for (const { word, from, to } of tokenize(text)) expect(fold(text.slice(from, to))).toBe(word);
    }
  });

  it('have the marks that distinguish Japanese letters', () => {
    expect(words('バグ')).toEqual(['バグ']);
    expect(fold('ハク')).not.toBe(fold('バグ'));
  });
});

describe('a text in a script without spaces', () => {
  it('is separated into bigrams, so that each letter begins a word', () => {
    expect(separateUnspaced('审查代码').trim().split(' ')).toEqual(['审查', '查代', '代码', '码']);
    expect(separateUnspaced('no_std crate')).toBe('no_std crate');
  });
});
