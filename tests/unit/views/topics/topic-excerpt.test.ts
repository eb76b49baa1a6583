import { describe, expect, it } from 'vitest';
import { excerpt, excerptsOf } from '../../../../src/views/topics/topic-excerpt.ts';

/** Returns an excerpt as a line, with marked words in brackets. */
function line(text: string, ...words: string[]): string {
  const ranges = words.map((word) => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length }));
  return excerpt(text, ranges)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('an excerpt', () => {
  it('is the whole of a short text, with the words marked', () => {
    expect(line('Mind the ebb and the flood.', 'ebb', 'flood')).toBe('Mind the [ebb] and the [flood].');
    expect(line('Nothing marked.')).toBe('Nothing marked.');
  });

  it('is the part of a long text around the first word, cut between words', () => {
    const text = `${'before '.repeat(80)}ebb ${'after '.repeat(80)}`.trim();
    const shown = line(text, 'ebb');
    expect(shown).toMatch(/^… (before )+\[ebb\]( after)+ …$/);
    expect(shown.length).toBeLessThan(240);
  });

  it('starts at the beginning of the text if the first marked word is near it', () => {
    expect(line(`The ebb ${'after '.repeat(80)}`, 'ebb')).toMatch(/^The \[ebb\] after/);
  });

  it('shows the end of the text if the marked word is there', () => {
    expect(line(`${'before '.repeat(80)}ebb`, 'ebb')).toMatch(/^… (before )+\[ebb\]$/);
  });

  it('shows the marked word even if the word before it is very long', () => {
    const shown = line(`${'x'.repeat(900)} ebb ${'y'.repeat(900)}`, 'ebb');
    expect(shown).toMatch(/^… (x* )?\[ebb\]/);
    expect(shown.length).toBeLessThan(400);
  });

  it('marks overlapping words once', () => {
    const pieces = excerpt('unit test', [
      { from: 0, to: 9 },
      { from: 5, to: 9 },
    ]);
    expect(pieces).toEqual([{ text: 'unit test', marked: true }]);
  });
});

describe('the excerpts of a topic', () => {
  const passage = (text: string, count: number, isCode = false) => ({
    text,
    line: 1,
    words: 1,
    isCode,
    label: 0,
    found: Array.from({ length: count }, (_, index) => ({ topic: 'it', from: index, to: index + 1 })),
  });

  it('come from the passages with the most words of the topic, prose before code, in the order of the file', () => {
    const passages = [passage('abc', 1), passage('def', 3), passage('ghi', 3, true), passage('jkl', 2)];
    const shown = excerptsOf(passages, 'it', 2);
    expect(shown.map(({ pieces }) => pieces.map(({ text }) => text).join(''))).toEqual(['def', 'jkl']);
  });
});
