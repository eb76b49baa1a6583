import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFilled,
  joinSegments,
  unknownKeys,
  type UnfilledMode,
  type Values,
} from '../../../../src/forms/model/form.ts';
import { readHint } from '../../../../src/forms/model/hint-kinds.ts';
import { templateForm } from '../../../../src/forms/model/template-form.ts';
import { readLines } from '../../../../src/forms/model/template-lines.ts';
import { parseTemplate } from '../../../../src/forms/model/template-parser.ts';
import { awkwardText } from '../awkward.ts';

const form = (...lines: string[]) => ({
  ...templateForm(readLines(lines.join('\n'), readHint)),
  parse: (text: string) => parseTemplate(lines.join('\n'), text),
});
const rendered = (lines: string[], values: Values, unfilled: UnfilledMode = 'hints') =>
  joinSegments(form(...lines).render(values, unfilled)).split('\n');

const request = ['## Request', '**Platform**: [Linux/macOS]', '**Notes**: [Anything else]', ''];

/** Templates that a naive parser gets wrong. */
const templates: Record<string, string[]> = {
  plain: request,
  bulleted: ['# T', '- **First**: [a]', '- **Second**: [b]', '', '- **Third**: []'],
  numbered: ['1. **One**: [a]', '2) **Two**: [b]', '10. **Ten**: [c]'],
  nested: ['- **First**: [a]', '  - **Second**: [b]', '    - **Deep**: [c]', '- **Last**: [d]'],
  'nested in a plain one': ['**First**: [a]', '  **Second**: [b]', '    **Deep**: [c]'],
  tabbed: ['\t- **First**: [a]', '\t\t- **Second**: [b]'],
  'of odd labels': [
    '**`code` (x): [y]**: [a]',
    '**[z]** [z]',
    '**__proto__**: [a]',
    '**constructor**: [b]',
    '**$&**: [$1]',
  ],
  'of labels that come again': ['**Notes**: [a]', '**Notes**: [a]', '**Notes (2)**: [b]', '## More', '**Notes**: [a]'],
  'of labels that begin alike': ['**A** [a]', '**A** : [b]', '**A**[c]', '**A:**[d]'],
  'of empty hints': ['**A**: []', '**B**: [ ]', '**C**:[]'],
  'with colons inside': ['**A:** [a]', '**B:**[b]', '**C :** [c]'],
  'with blanks behind': ['**A**: [a]  ', '**B**: [b]\t', '   ', '**C**: [c] '],
  'with headings between': ['', '# A', '', '**A**: [a]', '', '## B', '', '**A**: [a]', '', '', '**B**: [b]', '', ''],
  'with Windows’ line ends': ['## T\r', '**A**: [a]\r', '\r', '- **B**: [b]\r', ''],
  'of a single line': ['**A**: [a [b] (c)]'],
  'with several fields on a line': ['**A**: [a] | **B**: [b]', '- C: {c}, D: <d>, E: ___', 'Z: [z]'],
  'with several fields and words behind them': ['**A**: [a]/10 | **B**: [b]/5, **C**: [c]'],
  'with words behind the hint': ['**A**: [a]/10', '- B: {b} loaves', '**C**: [c] across [d]'],
  'with hints in headings': ['# Report: [name]', 'Loaves – <count>', '- [what went wrong] in [which oven]'],
};

describe('the fields of a template', () => {
  it('have the labels and hints of the template', () => {
    expect(form(...request).fields).toMatchObject([
      { key: 'Platform', label: 'Platform', hint: 'Linux/macOS', kind: 'alternatives', group: [], line: 2 },
      { key: 'Notes', label: 'Notes', hint: 'Anything else', kind: 'text', suggestions: [], line: 3 },
    ]);
  });

  it.each(Object.entries(templates))('have unique keys in a template %s', (_, lines) => {
    const keys = form(...lines).fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('have numbered keys where labels repeat', () => {
    expect(form('**N**: [a]', '**N (2)**: [b]', '**N**: [c]', '**N**: [d]').fields.map(({ key }) => key)).toEqual([
      'N',
      'N (2)',
      'N (3)',
      'N (4)',
    ]);
  });

  it('are read quickly even if there are many', () => {
    const lines = Array.from({ length: 5_000 }, () => '**Notes**: [a]');
    const many = form(...lines);
    const values = Object.fromEntries(many.fields.map(({ key }) => [key, key]));
    expect(many.parse(joinSegments(many.render(values, 'hints')))).toEqual(values);
  });
});

describe('a filled template', () => {
  it('is the template itself while nothing is filled', () => {
    for (const lines of Object.values(templates)) {
      expect(rendered(lines, { Notes: ' \n ', other: 'x' }).join('\n')).toBe(lines.join('\n').replaceAll('\r', ''));
    }
  });

  it('contains the value in place of the hint in the author’s line', () => {
    expect(rendered(['- **A** : [a]  ', '* **B:** [b]'], { A: 'one', B: 'two' })).toEqual([
      '- **A** : one  ',
      '* **B:** two',
    ]);
  });

  it('adds a space after a label that has none, so that it stays bold', () => {
    expect(rendered(['**A:**[a]', '**B**[b]'], { A: 'one', B: 'two' })).toEqual(['**A:** one', '**B** two']);
  });

  it('indents every line of a value after the first', () => {
    expect(rendered(request, { Platform: 'Linux\n\n**Notes**: no' })).toEqual([
      '## Request',
      '**Platform**: Linux',
      '  ',
      '  **Notes**: no',
      '**Notes**: [Anything else]',
      '',
    ]);
    expect(rendered(['10. **A**: [a]', '    - **B**: [b]'], { B: 'one\ntwo' })).toEqual([
      '10. **A**: [a]',
      '    - **B**: one',
      '        two',
    ]);
  });

  it('wraps a value with a fence in a longer fence', () => {
    expect(rendered(request, { Notes: 'See:\n````rust\nlet a = 1;\n````' })).toEqual([
      '## Request',
      '**Platform**: [Linux/macOS]',
      '**Notes**:',
      '`````',
      'See:',
      '````rust',
      'let a = 1;',
      '````',
      '`````',
      '',
    ]);
    expect(rendered(['- **A**: [a]', '- **B**: [b]'], { A: '~~~\nx\n\n~~~' })).toEqual([
      '- **A**:',
      '  ```',
      '  ~~~',
      '  x',
      '  ',
      '  ~~~',
      '  ```',
      '- **B**: [b]',
    ]);
  });

  it('wraps a value in a fence if an indented line would look like the template’s next line', () => {
    expect(rendered(['**A**: [a]', '  **B**: [b]'], { A: 'one\n**B**: two' })).toEqual([
      '**A**:',
      '```',
      'one',
      '**B**: two',
      '```',
      '  **B**: [b]',
    ]);
  });

  it('wraps a value in a fence if it equals the hint', () => {
    expect(rendered(['**A**: [a]'], { A: '[a]' })).toEqual(['**A**:', '```', '[a]', '```']);
  });

  it('contains quotation marks, replacement patterns and tags unchanged', () => {
    const value = '$& $1 `x` </script> ** [y] "z" \\ 🦀 مرحبا \u0000';
    expect(rendered(request, { Platform: value })[1]).toBe(`**Platform**: ${value}`);
  });

  it('has plain line ends', () => {
    expect(rendered(request, { Platform: 'a\r\nb\rc' }).slice(1, 4)).toEqual(['**Platform**: a', '  b', '  c']);
  });

  it('marks the pieces that the reader typed', () => {
    expect(form(...request).render({ Platform: 'Linux' }, 'hints')).toEqual([
      { text: '## Request\n**Platform**: ', state: 'literal' },
      { text: 'Linux', state: 'filled', field: 'Platform' },
      { text: '\n**Notes**: ', state: 'literal' },
      { text: '[Anything else]', state: 'hint', field: 'Notes' },
      { text: '\n', state: 'literal' },
    ]);
  });

  it('can contain a hundred kilobytes in one field', () => {
    const value = 'A long line, and a `tick`.\n'.repeat(4_000);
    const filled = form(...request);
    expect(filled.parse(joinSegments(filled.render({ Notes: value }, 'hints')))).toEqual({ Notes: value });
  });
});

describe('a line of several fields', () => {
  const line = ['**From**: [who] | **To**: [whom]'];

  it('is filled as one line', () => {
    expect(rendered(line, { From: 'Ada', To: 'Bo' })).toEqual(['**From**: Ada | **To**: Bo']);
  });

  it('has a line for each field after a value of several lines', () => {
    expect(rendered(line, { From: 'Ada\nand Cy', To: 'Bo' })).toEqual(['**From**: Ada', '  and Cy', '**To**: Bo']);
  });

  it('has no sign behind the last field that stays', () => {
    expect(rendered(line, { From: 'Ada' }, 'left-out')).toEqual(['**From**: Ada']);
    expect(rendered(line, { To: 'Bo' }, 'left-out')).toEqual(['**To**: Bo']);
  });
});

describe('leaving out unfilled fields', () => {
  it('removes whole lines, but not headings', () => {
    expect(rendered(request, { Notes: 'x' }, 'left-out')).toEqual(['## Request', '**Notes**: x', '']);
    expect(rendered(request, {}, 'left-out')).toEqual(['## Request', '']);
  });

  it('leaves no consecutive blank lines, and none at the start or end', () => {
    const lines = ['# T', '', '**A**: [a]', '', '**B**: [b]', '', '**C**: [c]'];
    expect(rendered(lines, { C: 'x' }, 'left-out')).toEqual(['# T', '', '**C**: x']);
    expect(rendered(lines, { A: 'x' }, 'left-out')).toEqual(['# T', '', '**A**: x']);
    expect(rendered(lines, {}, 'left-out')).toEqual(['# T']);
    expect(rendered(['**A**: [a]', '', '**B**: [b]'], { B: 'x' }, 'left-out')).toEqual(['**B**: x']);
    expect(rendered(['**A**: [a]', '**B**: [b]'], {}, 'left-out')).toEqual(['']);
  });

  it('does not remove blank lines that the author wrote', () => {
    const lines = ['', '# T', '', '', '**A**: [a]', '**B**: [b]', '', ''];
    expect(rendered(lines, { A: 'x', B: 'y' }, 'left-out')).toEqual([
      '',
      '# T',
      '',
      '',
      '**A**: x',
      '**B**: y',
      '',
      '',
    ]);
  });

  it('does not remove a field if the next one would be mistaken for it', () => {
    expect(rendered(['**N**: [a]', '**N**: [b]'], { 'N (2)': 'x' }, 'left-out')).toEqual(['**N**: [a]', '**N**: x']);
  });
});

describe('parsing a filled template', () => {
  const unfilled = fc.constantFrom<UnfilledMode>('hints', 'left-out');

  it.each(Object.entries(templates))('returns any values from a template %s', (_, lines) => {
    const { fields, render, parse } = form(...lines);
    const values = fc
      .tuple(...fields.map(({ key }) => awkwardText.map((value) => [key, value] as const)))
      .map((entries) => Object.fromEntries(entries.filter(([, value]) => value.trim() !== '')));
    fc.assert(
      fc.property(values, unfilled, (typed, mode) => {
        const filled = Object.entries(typed).map(([key, value]) => [key, value.replace(/\r\n?/g, '\n')]);
        expect(parse(joinSegments(render(typed, mode)))).toEqual(Object.fromEntries(filled));
      }),
      { numRuns: 300 },
    );
  });

  it('ignores that an editor has stripped trailing spaces', () => {
    const { render, parse } = form(...request);
    const values = { Platform: 'Linux\n\nand more', Notes: 'x' };
    expect(parse(joinSegments(render(values, 'hints')).replace(/[ \t]+$/gm, ''))).toEqual(values);
  });

  it('adds lines without an indent to the field above them', () => {
    expect(form(...request).parse('## Request\n**Platform**:\nLinux\nand macOS\n**Notes**: x')).toEqual({
      Platform: 'Linux\nand macOS',
      Notes: 'x',
    });
  });

  it('rejects a text that lacks one of the author’s lines', () => {
    expect(form(...request).parse('**Platform**: a\n**Notes**: b')).toBeUndefined();
    expect(form(...request).parse('## Another request\n**Platform**: a\n**Notes**: b')).toBeUndefined();
  });

  it('finds fields after additional blank lines', () => {
    expect(form(...request).parse('## Request\n\n**Platform**: a\n\n\n**Notes**: b\n')).toEqual({
      Platform: 'a',
      Notes: 'b',
    });
  });

  it('never throws an error, whatever the text is', () => {
    const readers = Object.values(templates).map((lines) => form(...lines));
    fc.assert(
      fc.property(awkwardText, (text) => {
        for (const { parse } of readers) parse(text);
      }),
    );
  });
});

describe('filled fields', () => {
  it('are counted', () => {
    expect(countFilled(form(...request), { Platform: 'a', Notes: ' ', Other: 'b' })).toEqual({ filled: 1, total: 2 });
    expect(countFilled(form('**constructor**: [a]', '**__proto__**: [a]'), {})).toEqual({ filled: 0, total: 2 });
  });

  it('can be fields that the author has removed since', () => {
    expect(unknownKeys(form(...request), { Platform: 'a', Old: 'b', Empty: ' ' })).toEqual(['Old']);
  });
});
