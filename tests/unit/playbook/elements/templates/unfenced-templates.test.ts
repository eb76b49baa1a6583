import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const forms = (markdown: string) =>
  found('handoff-template', markdown).map(({ title, fields, from, to }) => [
    `${title} ${String(from)}-${String(to)}`,
    ...fields.map(({ label, hint, line }) => `${String(line)} ${label}: ${hint}`),
  ]);

describe('a template without a fence around it', () => {
  it('can be headings with what to write below each, which are then not sections of the file', () => {
    const parts = ['### Crust', '[how brown]', '### Crumb', '- **Holes**: [how many]'];
    expect(forms(text('# Baker', '## Output format', ...parts, '## Rules', 'Be brief.'))).toEqual([
      ['Output format 3-6', '4 Crust: how brown', '6 Holes: how many'],
    ]);
    expect(blocksOf(text('# Baker', '## Output format', 'Write:', ...parts))).toEqual(['prose', 'handoff-template']);
    expect(forms(text('# Baker', '## Ovens', ...parts))).toEqual([]);
  });

  it('can say in words what to write, if the words above say that sections follow', () => {
    const parts = ['### Crust', 'How brown it is.', '', '### Crumb', 'How many holes it has.'];
    const form = text('# Report format', 'Your report has these sections:', ...parts);
    expect(forms(form)[0]?.slice(1)).toEqual(['4 Crust: How brown it is.', '7 Crumb: How many holes it has.']);
    expect(forms(text('# Report format', 'Bread is baked every day.', ...parts))).toEqual([]);
    expect(forms(text('# Report format', 'It has these sections:', '### Tone', 'Be kind.', '### B', 'C'))).toEqual([]);
  });

  it('can say in words what to write, if its parts have numbers', () => {
    const form = text('# Output shape', '## 1. Options', 'Two or three.', '', '## 2. Choice', 'One of them, and why.');
    expect(forms(form)).toEqual([
      ['Output shape 2-6', '3 1. Options: Two or three.', '6 2. Choice: One of them, and why.'],
    ]);
  });

  it('can be labels with something to fill in below each', () => {
    const form = text('# Report format', '**Crust**', '', '[how brown]', '', '**Crumb**', '', '[how many holes]');
    expect(forms(form)[0]?.slice(1)).toEqual(['4 Crust: how brown', '8 Crumb: how many holes']);
  });

  it('can be between two rules', () => {
    const form = text(
      '# Report format',
      'Use this:',
      '',
      '---',
      '',
      '# Loaf: [which]',
      'Crust: [how]',
      '',
      '---',
      'End',
    );
    expect(forms(form)).toEqual([['Loaf 6-7', '6 Loaf: which', '7 Crust: how']]);
    expect(blocksOf(text('# Report format', '---', '', 'Write it by hand.', '', '---'))).not.toContain(
      'handoff-template',
    );
  });

  it('can have rules with names between its parts, in a fence and without one', () => {
    const lines = [
      'LOAF: RYE-XX',
      'STATE: BAKED | BURNT',
      '',
      '===CRUST===',
      '- [how brown]',
      '',
      '===CRUMB===',
      '- none',
    ];
    const fields = ['LOAF: RYE-XX', 'STATE: BAKED | BURNT', 'CRUST: how brown'];
    expect(
      forms(text('# Output', ...lines))[0]
        ?.slice(1)
        .map((field) => field.replace(/^\d+ /, '')),
    ).toEqual(fields);
    const fenced = forms(text('# Output', fence('', ...lines)));
    expect(fenced[0]?.slice(1).map((field) => field.replace(/^\d+ /, ''))).toEqual(fields);
  });

  it('cannot contain fences, because these are templates themselves', () => {
    const parts = [
      '### Rye',
      fence('', 'Crust: [how]', 'Crumb: [how]'),
      '### Spelt',
      fence('', 'Crust: [x]', 'Crumb: [y]'),
    ];
    expect(forms(text('# Output format', ...parts))).toHaveLength(2);
  });
});

describe('a placeholder in a template', () => {
  it('may be in quotation marks', () => {
    const yaml = fence('yaml', 'from: "[baker]"', 'loaves: [N]', 'ovens: "[which | none]"');
    expect(forms(text('# Completion report', yaml))[0]?.slice(1)).toEqual([
      '3 from: baker',
      '4 loaves: N',
      '5 ovens: which | none',
    ]);
  });
});
