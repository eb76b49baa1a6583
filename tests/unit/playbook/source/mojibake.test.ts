import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMojibake } from '../../../../src/playbook/source/mojibake.ts';
import { bytesOf } from '../helpers.ts';

const windows1252 = new TextDecoder('windows-1252');
const garble = (text: string) => windows1252.decode(bytesOf(text));

describe('findMojibake', () => {
  it.each([
    ['missingâ€”note', 'â€”', '—', 8],
    ['donâ€™t', 'â€™', '’', 4],
    ['CafÃ©', 'Ã©', 'é', 4],
    ['3 Ã— 4', 'Ã—', '×', 3],
    ['Â£20', 'Â£', '£', 1],
    ['ðŸš€ go', 'ðŸš€', '🚀', 1],
  ])('reports %s with its original and column', (line, found, original, column) => {
    expect(findMojibake(line)).toEqual([{ line: 1, column, found, original }]);
  });

  it('reports the line of the text', () => {
    expect(findMojibake('fine\n\n  a â†’ b\nfine')).toEqual([{ line: 3, column: 5, found: 'â†’', original: '→' }]);
  });

  it('reports a run of garbled box-drawing characters as one', () => {
    expect(findMojibake(garble('├── src'))).toMatchObject([{ original: '├──', column: 1 }]);
  });

  it('decodes a byte that Windows-1252 leaves undefined', () => {
    expect(findMojibake(garble('say ”'))).toMatchObject([{ original: '”' }]);
  });

  it('reports only the first run of each line', () => {
    expect(findMojibake('Ã© and Ã¨\nÃ ').map(({ line, original }) => [line, original])).toEqual([[1, 'é']]);
    expect(findMojibake('Ã©\nÃ¨').map(({ line, original }) => [line, original])).toEqual([
      [1, 'é'],
      [2, 'è'],
    ]);
  });

  it('finds garbled text after a correct accent in the same line', () => {
    expect(findMojibake('naïve cafÃ©')).toMatchObject([{ original: 'é', column: 10 }]);
  });

  it.each([
    'naïve café, à la carte, ÄÖÜß, ñandú, Ærø',
    '“quoted” – with a dash — and an ellipsis…',
    '├── src\n│   └── main.rs\n┌─┐',
    '→ ← ✓ ✗ • 🚀 👩‍💻',
    'Привет 日本語 ελληνικά',
    '5 £, 10 €, 20 µs, ½, ©, §',
    '«à» ¿Qué? ¡Olé!',
    '',
  ])('reports nothing in %j', (text) => {
    expect(findMojibake(text)).toEqual([]);
  });

  it.each(['“CAFÉ”', 'CAFÉ—open', 'the “touché…”', 'Ü–', 'DÉJÀ’S'])(
    'does not take an accented letter and its punctuation for one garbled letter: %s',
    (text) => {
      expect(findMojibake(text)).toEqual([]);
    },
  );

  it.each(['an area of 5 Å²', 'the Ø² of a pipe', 'Windows shows `Ã©` for it', 'not “Ã¼” but ü', "the text 'â€™'"])(
    'does not take a unit or a quoted example for garbled text: %s',
    (text) => {
      expect(findMojibake(text)).toEqual([]);
    },
  );

  it('finds the original of any garbled word in letters beyond Latin-1', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яё]{2,12}$/u), (word) => {
        expect(findMojibake(garble(word))).toMatchObject([{ original: word, line: 1, column: 1 }]);
      }),
    );
  });
});
