import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const shown = (markdown: string) =>
  found('quality-gate', markdown).map(({ variant, title, items, from, to }) => [
    `${variant} ${title} ${String(from)}-${String(to)}`,
    ...items.map(({ text, done, line }) => `${String(line)} [${done ? 'x' : ' '}] ${text}`),
  ]);

const list = text('- crust is brown', '- crumb is soft');

describe('a checklist', () => {
  it.each([
    '# Mandatory checks (rye)',
    '# Oven checks before opening',
    '# Stopping criteria',
    '# When to stop',
    '# Do not ship if',
    '# Before marking a loaf as done',
    '# The final check',
    '# Quality verification',
    '# Blocking gates',
    '# Approve when',
    '# Before declaring it baked',
    '# Definition of baking complete',
  ])('is recognised below “%s”', (heading) => {
    expect(blocksOf(text(heading, list))).toEqual(['quality-gate']);
  });

  it('can be questions that every recipe has to answer', () => {
    const questions = text('1. Is it rye?', '2. How hot is the oven?');
    expect(blocksOf(text('# Recipes', 'Every recipe MUST answer these in order:', '', questions)).at(-1)).toBe(
      'quality-gate',
    );
    expect(blocksOf(text('# Recipes', 'You must answer:', '', questions)).at(-1)).toBe('prose');
  });

  it('can be a list of commands to run before something else', () => {
    const commands = text('1. `weigh rye` — 500 g', '2. `light oven` — 220 °C');
    expect(blocksOf(text('# Rye', 'Before declaring it baked:', '', commands)).at(-1)).toBe('quality-gate');
    expect(blocksOf(text('# Oven checks', commands))).toEqual(['prose']);
  });

  it('can be a table below a label that says what must be true', () => {
    const table = text('| Criterion | Oven |', '|---|---|', '| crust | east |', '| crumb | west |');
    expect(blocksOf(text('# Bread checklist', 'A good loaf must have all of the following:', '', table)).at(-1)).toBe(
      'quality-gate',
    );
    expect(blocksOf(text('# Bread checklist', 'Cross-references:', '', table)).at(-1)).toBe('prose');
  });

  it.each([
    'Check these ovens:',
    'Check each oven of the shop:',
    'Every loaf must address:',
    'Declare it baked only when all are true:',
    'A loaf is ready when:',
    'Read the recipe. Review against:',
  ])('is recognised by the introduction “%s”', (words) => {
    expect(blocksOf(text('# Bread', words, '', list))).toEqual(['prose', 'quality-gate']);
  });

  it.each([
    '# Adding oven checks',
    '# For slow checks',
    '# Example checks',
    '# Bank cheques',
    '# Health checks',
    '# Review gates as code',
  ])('is not recognised below “%s”', (heading) => {
    expect(blocksOf(text(heading, list))).toEqual(['prose']);
  });

  it('has no part for what is not checked', () => {
    expect(blocksOf(text('# Review scope', '## What the review does not do', list))).toEqual(['prose']);
    expect(blocksOf(text('# Review scope', '## The crust', list))).toEqual(['quality-gate']);
  });

  it('can be a table whose columns say that it has checks, or one with a column of checks below its heading', () => {
    const table = (head: string) => text(head, '|---|---|', '| crust | brown |', '| crumb | soft |');
    expect(shown(text('# Bread checklist', '## For rye', '### Crust', table('| Check | How |')))[0]?.[0]).toBe(
      'checklist Bread checklist: Crust 4-7',
    );
    expect(shown(text('# Rye', '', table('| Part | What to verify |')))[0]?.[0]).toBe('checklist Rye 3-6');
    expect(blocksOf(text('# Rye', '', table('| Check | PASS if |')))).toEqual(['quality-gate']);
    expect(blocksOf(text('# Rye', '', table('| Check | Command |')))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '## Rye', table('| Part | What to check |')))).toEqual(['prose']);
    expect(blocksOf(text('# Bread gates', 'Every loaf must pass:', '', table('| Gate | Rule |')))).toEqual([
      'prose',
      'quality-gate',
    ]);
  });

  it('is not a list that other words introduce, and may have parts below a title such as “Oven checks”', () => {
    expect(blocksOf(text('# Oven checks', 'Open the door. Take photos:', list))).toEqual(['prose']);
    expect(shown(text('# Oven checks', '**Crust**:', list))[0]?.[0]).toBe('checklist Oven checks: Crust 3-4');
  });

  it('can be written as paragraphs with bold names, and ends at other text', () => {
    const items = text(
      '**Crust** — is it brown?',
      '',
      '**Crumb:** soft',
      '',
      '**Base**',
      'Knock on it.',
      '',
      'Then rest.',
    );
    expect(shown(text('# Bread checklist', '', items))).toEqual([
      ['checklist Bread checklist 3-8', '3 [ ] Crust — is it brown?', '5 [ ] Crumb: soft', '7 [ ] Base Knock on it.'],
    ]);
    expect(blocksOf(text('# Bread', '', items))).toEqual(['prose']);
  });

  it('can be lines in a fence below its title', () => {
    const lines = ['Before baking:', '  - yeast is alive', '  - oven is hot', 'After:', '  - oven is off'];
    expect(shown(text('# Bread checklist', fence('yaml', ...lines)))).toEqual([
      ['checklist Bread checklist 2-8', '4 [ ] yeast is alive', '5 [ ] oven is hot', '7 [ ] oven is off'],
    ]);
    expect(blocksOf(text('# Bread', fence('yaml', ...lines)))).toEqual(['code']);
    expect(blocksOf(text('# Bread checklist', fence('yaml', ...lines, 'oven: hot')))).toEqual(['code']);
  });
});

describe('a list with a label below the heading of a check', () => {
  it('is a checklist for each label, unless the label says what not to check', () => {
    const file = text('## Check', '', '**Crust**', list, '', '**What NOT to check**', list);
    expect(shown(text('# Bread', file)).map(([title]) => title)).toEqual(['checklist Check: Crust 5-6']);
    expect(blocksOf(text('# Check the oven', list))).toEqual(['prose']);
  });
});

describe('a gate in a fence', () => {
  it('can have drawn boxes, and lines further to the right that explain them', () => {
    const lines = ['□ crust is brown', '  ✅ “brown”', '  ❌ “black”', '☑ crumb is soft', '□ base is dry'];
    expect(shown(text('# Bread', fence('', 'CHECKLIST:', ...lines)))).toEqual([
      ['gate Bread 2-9', '4 [ ] crust is brown', '7 [x] crumb is soft', '8 [ ] base is dry'],
    ]);
    expect(blocksOf(text('# Bread', fence('', '✅ cheap', '✅ quick', '✅ good')))).toEqual(['code']);
  });
});

describe('a list in which each item says to check something', () => {
  it('is a checklist below any title', () => {
    const checks = ['- Confirm that the oven is off', '- Check the door', '- Ensure that it is empty'];
    expect(shown(text('# Closing', 'After the last loaf:', ...checks))[0]?.[0]).toBe(
      'checklist After the last loaf 3-5',
    );
    expect(blocksOf(text('# Closing', ...checks, '- Go home'))).toEqual(['prose']);
    expect(blocksOf(text('# Closing', ...checks.slice(1)))).toEqual(['prose']);
    expect(blocksOf(text('# Closing', '- check: looks', '- verify: looks twice', '- ensure: acts'))).toEqual(['prose']);
  });

  it('is not a checklist below a title about what has gone wrong', () => {
    const remedies = ['- Confirm that the oven is on', '- Check the fuse', '- Ensure that the gas is open'];
    expect(blocksOf(text('# If the oven fails', ...remedies))).toEqual(['prose']);
    expect(blocksOf(text('# Troubleshooting', ...remedies))).toEqual(['prose']);
    expect(blocksOf(text('# Opening', ...remedies))).toEqual(['quality-gate']);
  });

  it('is a checklist as a table below a title of checks', () => {
    const table = text('| Bread | Checks |', '|---|---|', '| rye | dark |', '| spelt | light |');
    expect(blocksOf(text('# 4. Special checks', table))).toEqual(['quality-gate']);
  });
});

describe('checklists below a label that other labels follow', () => {
  const parts = text('**Crust** (if there is one)', '', '- brown', '- hard', '', '**Crumb**', '', '- soft', '- light');

  it('each have both labels in their titles', () => {
    expect(shown(text('# Oven', '', '**Review checklist:**', '', parts)).map(([title]) => title)).toEqual([
      'checklist Review checklist: Crust (if there is one) 7-8',
      'checklist Review checklist: Crumb 12-13',
    ]);
  });

  it('can have a sentence as their label in a file without headings', () => {
    expect(shown(text('After baking, check for:', '', list)).map(([title]) => title)).toEqual([
      'checklist After baking, check for 3-4',
    ]);
  });

  it('end at a paragraph that is no label, and at a heading', () => {
    expect(shown(text('# Oven', '', '**Review checklist:**', '', '**Heat**', '', 'Text.', '', parts))).toEqual([]);
    expect(shown(text('# Oven', '', '**Review checklist:**', '', '**Heat**', '', '# Loaf', '', parts))).toEqual([]);
    expect(shown(text('# Oven', '', '**Kinds of bread:**', '', parts))).toEqual([]);
  });
});

describe('questions that an agent asks itself', () => {
  const questions = text('1. Is it brown?', '2. Is it soft?');

  it('are a checklist below a label, if the heading is about a review of its own work', () => {
    expect(shown(text('# Self-verification', '', '**Final questions:**', '', questions))).toHaveLength(1);
    expect(shown(text('# Customers', '', '**Final questions:**', '', questions))).toEqual([]);
  });

  it('are a checklist if they follow the names of what is checked', () => {
    const items = text('1. **Crust** — Is it brown? Is it hard?', '2. **Crumb** — soft? light?', '3. Weight');
    expect(shown(text('# 3. Oven check', items))).toHaveLength(1);
    expect(shown(text('# 3. Oven', items))).toEqual([]);
    expect(shown(text('# Oven check', 'For each loaf:', '', '- Is it hard?', '- Is it brown?'))).toHaveLength(1);
    expect(shown(text('# 3. Oven check', '- Open it', '- Close it'))).toEqual([]);
  });
});

describe('the parts of a section of checks', () => {
  it('are a checklist each if they have headings of their own', () => {
    const parts = text('## Crust', '- brown', '- hard', '## Crumb', '- soft', '- light');
    expect(shown(text('# Loaf style checks', parts)).map(([title]) => title)).toEqual([
      'checklist Loaf style checks: Crust 3-4',
      'checklist Loaf style checks: Crumb 6-7',
    ]);
    expect(shown(text('# Loaf styles', parts))).toEqual([]);
  });

  it('are no checklists inside of a step of a workflow', () => {
    expect(shown('1. Open:\n\n    - Check for:\n        - heat\n        - smoke')).toEqual([]);
  });
});

describe('a fence of boxes', () => {
  it('is a gate, even if it has no bullets', () => {
    const boxes = fence('', '[ ] Crust is brown', '[x] Crumb is soft', '[ ] Oven is off', '    (and cold)');
    expect(shown(text('# Oven', boxes)).map(([title]) => title)).toEqual(['gate Oven 2-7']);
    expect(shown(text('# Oven', fence('', '[0] Crust', '[1] Crumb', '[2] Oven')))).toEqual([]);
  });
});

describe('a list of what an agent reviews', () => {
  it('is a checklist if its parts consist of questions', () => {
    const parts = text(
      '## Crust',
      '- Is it brown?',
      '- **Edge**: Does it crack?',
      '## Crumb',
      '- Is it soft?',
      '- Are holes even?',
    );
    expect(shown(text('# What you review', parts)).map(([title]) => title)).toEqual([
      'checklist Crust 3-4',
      'checklist Crumb 6-7',
    ]);
    expect(shown(text('# What you sell', parts))).toEqual([]);
    expect(shown(text('# What you review', '## Bread', '- Rye', '- Spelt'))).toEqual([]);
  });

  it('is a checklist if it is a part of “Validation rules”', () => {
    const parts = text('## 1. Crust', '- It is brown', '- It is hard', '## 2. Crumb', '- It is soft', '- It is light');
    expect(shown(text('# VALIDATION RULES (STRICT):', parts)).map(([title]) => title)).toEqual([
      'checklist VALIDATION RULES (STRICT): 1. Crust 3-4',
      'checklist VALIDATION RULES (STRICT): 2. Crumb 6-7',
    ]);
  });

  it('is a checklist as a table that says when a check fails, or what to check for', () => {
    const table = (one: string, other: string) =>
      text(`| ${one} | ${other} |`, '|---|---|', '| Crust | pale |', '| Crumb | wet |');
    expect(shown(text('# Bread', table('Check', 'Fail when')))).toHaveLength(1);
    expect(shown(text('# Bread', table('Area', 'Check for')))).toHaveLength(1);
    expect(shown(text('# Bread', table('Area', 'Colour')))).toEqual([]);
  });

  it('is a checklist below “Success metrics” if it says what is true in the end', () => {
    expect(shown(text('# Success metrics', '- All loaves are baked', '- No loaf is burnt'))).toHaveLength(1);
    expect(shown(text('# Success metrics', '- 40 loaves an hour', '- Two hours of rest'))).toEqual([]);
  });

  it('is a checklist, and not a workflow, if its introduction says to evaluate it', () => {
    const items = text('1. **Crust** — is it brown?', '2. **Crumb** — wet, dry');
    for (const intro of ['Evaluate the loaf on these dimensions:', 'For each loaf, evaluate:', 'Look HARD at:']) {
      expect(shown(text('# Review methodology', intro, '', items))).toHaveLength(1);
      expect(found('workflow', text('# Review methodology', intro, '', items))).toEqual([]);
    }
  });

  it('is not a checklist if it explains the numbers of a scale', () => {
    expect(
      shown(text('# Review checklist', 'Say how sure you are:', '', '- **9–10**: sure', '- **1–8**: not')),
    ).toEqual([]);
  });
});

describe('lines of boxes in a paragraph', () => {
  it('are a gate with their first line or the heading as title', () => {
    const boxes = ['□ Crust is brown?', '□ Crumb is soft?', '□ Oven is off?'];
    expect(shown(text('# Oven', 'LOAF CHECKS (always):', ...boxes))).toEqual([
      ['gate LOAF CHECKS (always) 2-5', '3 [ ] Crust is brown?', '4 [ ] Crumb is soft?', '5 [ ] Oven is off?'],
    ]);
    expect(shown(text('# Oven', ...boxes))[0]?.[0]).toBe('gate Oven 2-4');
    expect(shown(text('# Oven', ...boxes, 'and more'))).toEqual([]);
  });
});

describe('a list of what something is measured by', () => {
  it('is a checklist below a paragraph without a colon', () => {
    const list = text('1. **Crust**: colour', '2. **Crumb**: holes');
    expect(
      shown(text('# Task', 'Evaluate the loaf against each of the following points. Be brief.', '', list)),
    ).toHaveLength(1);
    expect(shown(text('# Task', 'Only say what you can answer "yes" to all of:', '', list))).toHaveLength(1);
    expect(shown(text('# Task', 'Bake the loaf. Be brief.', '', list))).toEqual([]);
  });
});

describe('a checklist that only its title makes one', () => {
  it.each([
    '# What you audit',
    '# Rejection conditions',
    '# Loaves\n\nReject any loaf when:',
    '# Loaves\n\nThese two checks are hard:',
  ])('is %s', (title) => {
    expect(shown(text(title, '', list))).toHaveLength(1);
  });

  it('can be numbered lines in a fence', () => {
    const lines = fence('', '1. Is it brown?', '2. Is it soft?', '3. Is it cold?');
    expect(shown(text('# Review gate', lines))).toHaveLength(1);
    expect(shown(text('# Ovens', lines))).toEqual([]);
  });
});
