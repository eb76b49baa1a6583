import { describe, expect, it } from 'vitest';
import { endsInQuotation, withoutQuotes } from '../../../../src/playbook/source/quotation-marks.ts';

describe('withoutQuotes', () => {
  it.each([
    [`"all of it"`, 'all of it'],
    [`'all of it'`, 'all of it'],
    ['“all of it”', 'all of it'],
    ['‘it’s all of it’', 'it’s all of it'],
    [`'it's all of it'`, `it's all of it`],
    [`"say "hi" to them"`, `say "hi" to them`],
    [`"say "hi""`, `say "hi"`],
    [`"it ends early "`, 'it ends early '],
    ['“say “hi” to them”', 'say “hi” to them'],
    [`""`, ''],
  ])('removes the pair from %s', (text, words) => {
    expect(withoutQuotes(text)).toBe(words);
  });

  it.each([
    `"this" and "that"`,
    `'this' or 'that'`,
    '“this” and “that”',
    `"open`,
    `closed"`,
    `"`,
    `'`,
    '',
    `"a'`,
    'plain',
    `it's`,
  ])('does not change %s', (text) => {
    expect(withoutQuotes(text)).toBe(text);
  });
});

describe('endsInQuotation', () => {
  it.each([`"add a`, `'I can't`, '“add “a” and', `"`])('is true for %s', (text) => {
    expect(endsInQuotation(text)).toBe(true);
  });

  it.each([`"done"`, `"done" she said`, `'can't do'`, '', 'no quotation', `"ends late " `])(
    'is false for %s',
    (text) => {
      expect(endsInQuotation(text)).toBe(false);
    },
  );
});
