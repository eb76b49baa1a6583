import { describe, expect, it } from 'vitest';
import { fence, found, text } from '../recognised.ts';

const fields = (...lines: string[]) =>
  found('handoff-template', text(...lines)).map(({ fields }) => fields.map(({ label, hint }) => `${label}: ${hint}`));

describe('a list of the fields of a text', () => {
  const plain = text('- Name of the loaf', '- Weight in grams', '- Baker');

  it.each(['PRD sections (mandatory)', 'Plan sections', 'Return format', 'Report back'])(
    'can be below “%s”',
    (heading) => {
      expect(fields(`# ${heading}`, plain)).toHaveLength(1);
    },
  );

  it.each(['For each failure, report', 'Each test must state', 'Every scenario must include'])(
    'can be introduced with “%s”, without labels',
    (introduction) => {
      expect(fields('# Loaves', `${introduction}:`, '', plain)).toHaveLength(1);
    },
  );

  it('can follow “Markdown document with” below “Output”', () => {
    const list = text('1. **Context** — the order', '2. **Decision** — the loaf');
    expect(fields('# Output', 'Markdown design document with:', '', list)).toEqual([
      ['Context: the order', 'Decision: the loaf'],
    ]);
    expect(fields('# Bakery', 'Markdown design document with:', '', list)).toEqual([]);
  });

  it('can follow “include these sections”, with more words behind', () => {
    const list = text('- **Loaf** — which one', '- **Crust** — how brown');
    expect(fields('# Note', 'Then include these sections (both are required):', '', list)).toHaveLength(1);
  });

  it('is none below “Sections of the shop”', () => {
    expect(fields('# Sections of the shop', plain)).toEqual([]);
  });
});

describe('an answer that is shown filled in', () => {
  const answer = ['Oven report:', '- Heat: 220 °C', '- Crust: brown', '- Verdict: good'];

  it('is a template below “Output”, although its first line is only a title', () => {
    expect(fields('# Output', fence('', ...answer))).toEqual([['Heat: 220 °C', 'Crust: brown', 'Verdict: good']]);
  });

  it('is none below other headings, or with lines without a label', () => {
    expect(fields('# Ovens', fence('', ...answer))).toEqual([]);
    expect(fields('# Output', fence('', ...answer, 'Bake on'))).toEqual([]);
  });
});
