import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { cardSvg, CARD_SIZE } from '../../../src/cards/card-svg.ts';
import type { Card } from '../../../src/cards/card.ts';
import { drawable, fitText } from '../../../src/cards/fit-text.ts';
import { widthOf } from '../../../src/fonts/text-width.ts';

const plain: Card = {
  kind: 'Agent',
  title: 'tide-clerk',
  agent: { accent: 'blue', monogram: 'TC' },
  content: { text: 'Keeps the tide tables.' },
  foot: ['1 checklist', 'Harbour'],
};

/** Returns the lines of text of a card, with where they begin and end. */
function linesOf(card: Card) {
  const { document } = new JSDOM(cardSvg(card), { contentType: 'image/svg+xml' }).window;
  return [...document.querySelectorAll('text')].map((line) => {
    const number = (name: string) => Number(line.getAttribute(name));
    const text = line.textContent;
    const width = widthOf(text, number('font-size'), line.getAttribute('font-weight') === '700');
    const shift = { middle: width / 2, end: width }[line.getAttribute('text-anchor') ?? ''] ?? 0;
    return { text, left: number('x') - shift, right: number('x') - shift + width, y: number('y') };
  });
}

const word = 'supercalifragilisticexpialidocious';
const long = `${word} `.repeat(30);
const cards: [string, Card][] = [
  ['a short one', plain],
  ['long words', { ...plain, title: word.repeat(5), content: { text: word.repeat(20) }, foot: [long, long] }],
  ['long texts', { ...plain, title: long, kind: 'Quality gate', content: { text: long } }],
  ['many items', { ...plain, title: long, content: { mark: 'box', items: Array.from({ length: 40 }, () => long) } }],
  ['wide monograms', { ...plain, agent: { accent: 'red', monogram: 'WMW' } }],
  ['markup', { ...plain, title: '</text><script>alert(1)</script>', content: { text: '&amp; <b> "x" \u0007' } }],
];

describe('a card', () => {
  it.each(cards)('has no text outside of its margins: %s', (_, card) => {
    for (const { left, right, y } of linesOf(card)) {
      expect(left).toBeGreaterThanOrEqual(79);
      expect(right).toBeLessThanOrEqual(CARD_SIZE.width - 79);
      expect(y).toBeLessThan(CARD_SIZE.height - 20);
    }
  });

  it.each(cards)('has no two lines of text in the same place: %s', (_, card) => {
    const lines = linesOf(card);
    for (const [index, one] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        const isBeside = one.right <= other.left || other.right <= one.left;
        expect(isBeside || Math.abs(one.y - other.y) >= 28, `${one.text} / ${other.text}`).toBe(true);
      }
    }
  });

  it('shows markup as text', () => {
    const { document } = new JSDOM(cardSvg(cards.at(-1)?.[1] ?? plain), { contentType: 'image/svg+xml' }).window;
    expect(document.querySelector('script, parsererror')).toBeNull();
    expect(document.documentElement.textContent).toContain('<script>alert(1)</script>');
  });

  it('has the title of the site in place of one that the font cannot draw', () => {
    const texts = linesOf({ ...plain, title: '天気予報士', agent: { accent: 'cyan', monogram: '天気' } }).map(
      ({ text }) => text,
    );
    expect(texts).toEqual(['Agent', 'Harbour', 'Keeps the tide tables.', '1 checklist', 'Harbour']);
  });
});

describe('text for the font', () => {
  it.each([
    ['Ünïcödé, Ωμέγα и русский', 'Ünïcödé, Ωμέγα и русский'],
    ['Deploy 🚀 now', 'Deploy now'],
    ['a\u202eb\u200bc\u0000', 'abc'],
    ['天気 weather', 'weather'],
    ['天気予報士 x', ''],
    ['→ @rust-pro', '→ @rust-pro'],
  ])('has only characters that it can draw: %s', (text, expected) => {
    expect(drawable(text)).toBe(expected);
  });

  it('shrinks until it fits, and is cut between words at the smallest size', () => {
    const options = { sizes: [40, 20], width: 200, maxLines: 1 };
    expect(fitText('Short', options)).toEqual({ size: 40, lines: ['Short'] });
    expect(fitText('A longer title', options)).toEqual({ size: 20, lines: ['A longer title'] });
    const { size, lines } = fitText('A title that is much longer than the line', options);
    expect(size).toBe(20);
    expect(lines).toEqual([expect.stringMatching(/^A title that \w*.*…$/)]);
  });
});
