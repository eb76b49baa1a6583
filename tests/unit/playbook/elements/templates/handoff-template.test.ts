import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const shown = (...lines: string[]) =>
  found('handoff-template', text('# To Reviewers', fence('markdown', ...lines))).map(({ title, recipient, fields }) => [
    `${title} for ${recipient}`,
    ...fields.map(({ label, hint, line }) => `${String(line)} ${label}: ${hint}`),
  ]);

describe('a handoff template', () => {
  it('has a title, a recipient and fields with hints', () => {
    expect(shown('## Request', '**A b**: [x/y]', '', '**C**: [z]')).toEqual([
      ['Request for To Reviewers', '4 A b: x/y', '6 C: z'],
    ]);
  });

  it.each([
    ['colons inside', '**A:** [a]', 'A: a'],
    ['no colons', '**A** [a]', 'A: a'],
    ['bullets', '- **A**: [a]', 'A: a'],
    ['stars for bullets', '* **A** : [a]', 'A: a'],
    ['pluses', '+ **A**: [a]', 'A: a'],
    ['numbers', '3. **A**: [a]', 'A: a'],
    ['indents and trailing blanks', '  **A**: [a]  ', 'A: a'],
    ['brackets in hints', '**A**: [a [b] (c)]', 'A: a [b] (c)'],
    ['several brackets', '**A**: [a], [b]', 'A: [a], [b]'],
    ['empty hints', '**A**: []', 'A: '],
    ['very long hints', `**A**: [${'a '.repeat(5_000)}b]`, `A: ${'a '.repeat(5_000)}b`],
    ['code in labels', '**A `b`**: [a]', 'A `b`: a'],
  ])('can have %s', (_, line, expected) => {
    expect(shown(line, '**Z**: [z]')).toEqual([['To Reviewers for To Reviewers', `3 ${expected}`, '4 Z: z']]);
  });

  it('can have headings between its fields, in a file with CRLF', () => {
    expect(shown('# T\r\n**A**: [a]\r\n### Part\r\n**B**: [b]\r')[0]).toEqual([
      'T for To Reviewers',
      '4 A: a',
      '6 B: b',
    ]);
  });

  it('is recognised before the first heading', () => {
    const [template] = found('handoff-template', fence('', '**A**: [a]', '**B**: [b]'));
    expect(template).toMatchObject({ title: 'Handoff template', recipient: '', section: '', from: 1, to: 4 });
  });

  it.each([
    ['other lines', ['**A**: [a]', '**B**: [b]', 'Regards']],
    ['a field that is filled in', ['**A**: [a]', '**B**: yes']],
    ['a single field', ['## T', '**A**: [a]']],
    ['headings alone', ['## T', '## U']],
    ['arrays', ['let a: [u8; 4] = [0; 4];', 'let b: [u8; 4] = [0; 4];']],
    ['nothing', ['']],
  ])('is not recognised in %s', (_, lines) => {
    expect(blocksOf(fence('', ...lines))).toEqual(['code']);
  });

  it('is read quickly from hostile lines', () => {
    const started = performance.now();
    const spaces = ' '.repeat(50_000);
    const some = ' '.repeat(10_000);
    blocksOf(fence('', `**a**${spaces}x`, '**a'.repeat(5_000)));
    blocksOf(text('# Report format', fence('', '# a', `a${some}b`, '|a|', '|-|', `| a${some}b | c${some}d`)));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
