import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from '../recognised.ts';

const titles = (markdown: string) => found('quality-gate', markdown).map(({ variant, title }) => `${variant} ${title}`);

describe('a list of questions to answer with yes or no', () => {
  const questions = text('- Is the crust brown?', '- Salt: does the dough have enough?', '- Are trays clean?');

  it('is a checklist whatever its heading is', () => {
    expect(titles(text('# Baker', '## Crust', questions))).toEqual(['checklist Crust']);
    expect(titles(text('# Baker', 'Think about the tray:', '', questions))).toEqual(['checklist Think about the tray']);
  });

  it.each(['Questions for the customer', 'When to open the oven', 'Ask before baking', 'Discovery'])(
    'is none below “%s”',
    (heading) => {
      expect(titles(text(`# ${heading}`, questions))).toEqual([]);
    },
  );

  it('is none if the questions are open, few, addressed to other people or lead to a decision', () => {
    expect(titles(text('# Crust', '- How brown is it?', '- Which tray is clean?', '- Is it hot?'))).toEqual([]);
    expect(titles(text('# Crust', '- Is it brown?', '- Is it hard?'))).toEqual([]);
    expect(titles(text('# Crust', '- Do you like it?', '- Is your tray clean?', '- Is it hot?'))).toEqual([]);
    expect(titles(text('# Crust', '- Is it cold? → Wait', '- Is it hot? → Bake', '- Is it burnt? → Stop'))).toEqual([]);
  });
});

describe('a list of faults', () => {
  const faults = text('- Missing salt', '- Trays without a label', '- Uncovered dough, unhandled for hours');

  it('is a checklist below the heading of a review, also of one part of it', () => {
    expect(titles(text('# Bread review', '## Dough', faults))).toEqual(['checklist Dough']);
    expect(titles(text('# Baker', '## A01: Trays', faults))).toEqual(['checklist A01: Trays']);
  });

  it('is a checklist below a heading that ends in a severity, as authors mark the parts of a review', () => {
    expect(titles(text('## Dough (HIGH)', faults))).toEqual(['checklist Dough (HIGH)']);
    expect(titles(text('## Dough (rye)', faults))).toEqual([]);
  });

  it('is none below other headings, or if it says what to avoid or to report', () => {
    expect(titles(text('# Baker', '## Dough', faults))).toEqual([]);
    expect(titles(text('# Bread review', '## Mistakes to avoid', faults))).toEqual([]);
    expect(titles(text('# Bread review', '## Critical', faults))).toEqual([]);
  });

  it('is none if few items are faults, or if they are only rules with “no”', () => {
    expect(titles(text('# Bread review', '## Dough', '- Missing salt', '- Rye', '- Spelt'))).toEqual([]);
    expect(titles(text('# Bread review', '## Dough', '- No salt', '- No water', '- No rye'))).toEqual([]);
  });
});

describe('a checklist', () => {
  const list = text('- crust is brown', '- crumb is soft');

  it.each([
    'Automatic REJECT triggers:',
    'Things to flag',
    'What to look for',
    'Problems to watch for',
    'Recipes you enforce: invariants to uphold',
    'Quality standards',
    'The quality bar (every loaf)',
    'Red flags',
    'Baking rubric — two dimensions',
    'Review dimensions (in order)',
    'Self-review discipline',
  ])('can be below “%s”', (heading) => {
    expect(blocksOf(text(`# ${heading}`, list))).toEqual(['quality-gate']);
  });

  it.each(['Review each loaf for', 'Scan for known faults', 'Reject on any veto below'])(
    'can be introduced with “%s”',
    (introduction) => {
      expect(blocksOf(text('# Loaves', 'Take your time.', '', `${introduction}:`, '', list)).at(-1)).toBe(
        'quality-gate',
      );
    },
  );

  it('is no list further below “Quality standards” or “Red flags”, and no table of them', () => {
    expect(blocksOf(text('# Quality standards', '## Length', 'Count these:', '', list)).at(-1)).toBe('prose');
    expect(
      blocksOf(text('# Red flags', '', '| Thought | Answer |', '|---|---|', '| Later | Now |', '| Skip | No |')),
    ).toEqual(['prose']);
    expect(blocksOf(text('# Red flags to avoid', list))).toEqual(['prose']);
  });

  it('is each list with a label or with “Check all loaves”, below the heading of a part of “Oven checks”', () => {
    expect(
      titles(text('# Oven checks', '## Doors', '**Left door:**', '', list, '## Heat', 'Check all inputs:', '', list)),
    ).toEqual(['checklist Oven checks: Doors', 'checklist Check all inputs']);
  });

  it('is no list about how to build self-reviews', () => {
    expect(blocksOf(text('# Self-review implementation', list))).toEqual(['prose']);
  });

  it('is each list below a heading that says what to look for', () => {
    expect(titles(text('# What to look for', '## Crust', list, '## Crumb', list))).toEqual([
      'checklist What to look for: Crust',
      'checklist What to look for: Crumb',
    ]);
  });

  it('can be a table of what is measured and what it must reach', () => {
    const rows = ['|---|---|', '| Crust | 3 mm |', '| Salt | 2 % |'];
    expect(titles(text('# Loaves', '| Metric | Requirement |', ...rows))).toEqual(['checklist Loaves']);
    expect(titles(text('# Loaves', '| Metric | Value |', ...rows))).toEqual([]);
  });

  it('is no list of what is there already', () => {
    expect(blocksOf(text('# Flour', 'Scan for existing bags:', '', list)).at(-1)).toBe('prose');
  });
});
