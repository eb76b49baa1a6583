import { expect, test } from 'vitest';
import { oneLine } from '../../../src/exports/one-line.ts';

test('text for a key is on one line, without tags and invisible signs, and cut between letters', () => {
  expect(oneLine('  a <b>\n\tc\u200B\u202Ed ', 50)).toBe('a b c d');
  expect(oneLine('👍👍👍👍', 3)).toBe('👍👍…');
});
