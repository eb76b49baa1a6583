import { describe, expect, it } from 'vitest';
import { fold, withSpaces, wordsOf } from '../../../../src/search/query/words.ts';

const words = (text: string) => wordsOf(text).map(({ word }) => word);

describe('the words of a text', () => {
  it('are what stands between spaces and signs, in lower case and without accents', () => {
    expect(words('The `no_std` crate, naïve Café’s')).toEqual(['the', 'no_std', 'crate', 'naive', "cafe's"]);
    expect(words('Обработка ошибок: الذاكرة 한국어')).toEqual(['обработка', 'ошибок', 'الذاكرة', '한국어']);
  });

  it('are each two letters where no spaces stand between words, alone or among others', () => {
    expect(words('所有权')).toEqual(['所有', '有权']);
    expect(words('用tokio运行时')).toEqual(['用', 'tokio', '运行', '行时']);
    expect(words('テスト')).toEqual(['テス', 'スト']);
  });

  it('are where they are said to be', () => {
    for (const text of ['用tokio运行时来', 'การค้นหา ภาษา', 'naïve 𠮷野家 x']) {
      for (const { word, from, to } of wordsOf(text)) expect(fold(text.slice(from, to))).toBe(word);
    }
  });

  it('keep the marks by which letters of Japanese differ', () => {
    expect(words('バグ')).toEqual(['バグ']);
    expect(fold('ハク')).not.toBe(fold('バグ'));
  });
});

describe('a text told to who looks for spaces', () => {
  it('has all its words, and each letter as the beginning of one', () => {
    expect(withSpaces('审查代码').trim().split(' ')).toEqual(['审查', '查代', '代码', '码']);
    expect(withSpaces('no_std crate')).toBe('no_std crate');
  });
});
