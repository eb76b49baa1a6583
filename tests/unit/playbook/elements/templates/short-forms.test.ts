import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const fieldsIn = (markdown: string) =>
  found('handoff-template', markdown).map(({ fields }) => fields.map(({ label, hint }) => `${label}: ${hint}`));

describe('a short template', () => {
  it('can have a status with a sample of its value among the fields to fill in', () => {
    const status = fence('', 'Status: WARM', 'Loaf: [which]');
    expect(fieldsIn(text('# Baker', 'End your answer with a status block:', status))).toEqual([
      ['Status: WARM', 'Loaf: which'],
    ]);
    expect(fieldsIn(text('# Status block', '**Burnt:**', status))).toHaveLength(1);
    expect(blocksOf(text('# Ovens', status))).toEqual(['code']);
    expect(fieldsIn(text('# Report', fence('', 'Status: WARM', 'Loaf: [which]', 'It rains.', 'Oven: [n]')))).toEqual([
      ['Loaf: which', 'Oven: n'],
    ]);
  });

  it('can have a single field below a title of a format', () => {
    expect(fieldsIn(text('# Title format', fence('', 'Loaf: [what it is]')))).toEqual([['Loaf: what it is']]);
    expect(blocksOf(text('# Title format', fence('', '[PAUSE]')))).toEqual(['code']);
    expect(blocksOf(text('# File template', fence('yaml', 'oven: [all of it]')))).toEqual(['code']);
  });

  it('can be drawn in a box', () => {
    const box = fence('', '┌────────────┐', '│ Loaf: [a]  │', '├────────────┤', '│ Oven: {b}  │', '└────────────┘');
    expect(fieldsIn(text('# Report format', box))).toEqual([['Loaf: a', 'Oven: b']]);
    expect(blocksOf(text('# Report format', fence('', '│ [PAUSE] │', '│ [STOP] │')))).toEqual(['code']);
  });

  it('can be introduced by the last item of the list above it', () => {
    const form = fence('', '## Loaf: [name]', 'Loaves: N', 'Verdict: GOOD');
    expect(fieldsIn(text('# Bread', '1. Bake', '2. Write a report in this format:', '', form))).toHaveLength(1);
    expect(blocksOf(text('# Bread', '1. Bake', '2. Rest', '', fence('', 'Loaves: N', 'a', 'Oven: [n]')))).toEqual([
      'prose',
      'code',
    ]);
  });

  it('can be a table after a heading, if the words above say to output it', () => {
    const table = fence('markdown', '## Loaves', '', '| Loaf | Price |', '|---|---|', '| Rye | 4 |', '| Spelt | 5 |');
    expect(blocksOf(text('# Bread', 'Output a summary table:', table))).toEqual(['prose', 'handoff-template']);
    expect(blocksOf(text('# Bread', 'Prices change:', table))).toEqual(['prose', 'code']);
  });
});

describe('a list of what an answer contains', () => {
  const list = text('- Loaves (all of them: rye, spelt)', '- Cost: in euros', '- What comes next');

  it.each([
    ['required output', '# Required output'],
    ['a report format', '# Report format'],
    ['what to include in a report', '# What to include in your report\n\nAfter baking, provide the user with:'],
  ])('is recognised below %s', (_, above) => {
    expect(fieldsIn(text(above, '', list))).toEqual([
      [
        'Loaves (all of them: rye, spelt): Loaves (all of them: rye, spelt)',
        'Cost: in euros',
        'What comes next: What comes next',
      ],
    ]);
  });

  it('is not recognised in rules of style', () => {
    expect(blocksOf(text('# Report format rules', list))).toEqual(['prose']);
    expect(blocksOf(text('# Report format', '- Use words', '- Be short', '- Keep it warm'))).toEqual(['prose']);
  });
});

describe('a list of what to hand over', () => {
  it.each([
    ['a sentence about what each finding needs', '# Search\n\nFor each burnt issue, provide:'],
    ['words that say how it is sorted', '# Search\n\nProvide feedback organised by heat:'],
    ['a sentence about what an outcome must contain', '# Contract\n\nYour outcome must contain:'],
    ['a suggested structure', '# Output\n\nWrite a letter. Suggested structure:'],
    ['a kind of question below a format', '# Response structure\n\nFor oven questions:'],
    ['words that ask for clear sections', '# Plan\n\nStructure the plan in markdown with clear sections:'],
    ['words that ask for a clear structure', '# Plan\n\nStructure reports clearly:'],
    ['output requirements', '# Your output requirements'],
    ['a case below a format of feedback', '# Feedback format\n\nFor each loaf:'],
    ['what must be in the file to produce', '# What you produce\n\nA list of loaves. It must include:'],
    ['the words “for each” below a format', '# Output format\n\nReturn a list. For each:'],
    ['a contract', '# Oven\n\nStructured output contract:'],
  ])('is a template below %s', (_, above) => {
    expect(fieldsIn(`${above}\n\n- **Loaf**: which\n- **Heat**: how hot`)).toEqual([['Loaf: which', 'Heat: how hot']]);
  });

  it.each([
    ['For each issue, ask:'],
    ['For each loaf, provide:'],
    ['Loaves organised by heat:'],
    ['Every oven must contain:'],
    ['It must include:'],
    ['For oven questions:'],
    ['The output format depends on the loaf:'],
  ])('is not a template below “%s”', (above) => {
    expect(fieldsIn(`# Search\n\n${above}\n\n- **Loaf**: which\n- **Heat**: how hot`)).toEqual([]);
  });

  it('is a single template if its sections are bold labels, each with a list', () => {
    const sections = text('**Loaf:**', '- name', '- weight', '', '**Heat**', '- degrees');
    expect(fieldsIn(text('# Output format', '', sections))).toEqual([['Loaf: name; weight', 'Heat: degrees']]);
    expect(fieldsIn(text('# Ingredients', '', sections))).toEqual([]);
    expect(fieldsIn(text('# Output format', '', sections.replace('Heat', 'Style rules')))).toEqual([]);
  });

  it('is a single template if its parts are bold names, each in a paragraph', () => {
    const parts = text('**Burnt**: throw away', '', '**Dark**: sell cheaply', '', '**Pale**: bake again');
    expect(fieldsIn(text('# Report format', '', parts))).toEqual([
      ['Burnt: throw away', 'Dark: sell cheaply', 'Pale: bake again'],
    ]);
    expect(fieldsIn(text('# Kinds of bread', '', parts))).toEqual([]);
  });

  it('is not a template if each item is ticked', () => {
    const list = text('- ✅ the loaf is brown', '- ✅ the oven is off');
    expect(fieldsIn(text('# Report', '', '## Quality validation', list))).toEqual([]);
    expect(found('quality-gate', text('# Report', '', '## Quality validation', list))).toHaveLength(1);
  });
});

it('a template without a title is named by its introduction if nothing else has a name', () => {
  expect(
    found('handoff-template', 'Be kind.\nStructure your findings as:\n1. Crust (brown)\n2. Crumb (soft)'),
  ).toMatchObject([{ title: 'Structure your findings as' }]);
});

describe('a text that another agent is told', () => {
  it('is a handoff of a few fields below words such as “Call the agent with”', () => {
    const prompt = fence('', 'Task: <what to bake>', 'Oven: <which>');
    const markdown = text('# Phase 1', 'Call the `baker` agent with:', '', prompt);
    expect(found('handoff-template', markdown)).toMatchObject([{ purpose: 'handoff', fields: [{}, {}] }]);
    expect(found('handoff-template', text('# Phase 1', 'Call the oven:', '', prompt))).toEqual([]);
  });
});

describe('a list of what to do at the end of the work', () => {
  it('is a template if it says what to report', () => {
    const list = text('1. What is baked', '2. What is burnt');
    expect(fieldsIn(text('# When you are done', 'Report:', '', list))).toHaveLength(1);
    expect(fieldsIn(text('# Output format', 'Brief summary of:', '- What is baked.', '- What is burnt.'))).toHaveLength(
      1,
    );
    expect(fieldsIn(text('# When it rains', 'Report:', '', list))).toEqual([]);
  });

  it('is not a template if it only has the names of files', () => {
    const list = text('- `loaf_{number}.md`', '- `cake_{number}.md`');
    expect(fieldsIn(text('# Names', 'Make two files with the following format:', '', list))).toEqual([]);
  });
});

describe('a value to choose from', () => {
  it('is a text to fill in, with bars or slashes between values and words in brackets', () => {
    const form = fence('', '# Loaf', 'Crust: GOOD | BAD (burnt)', 'Crumb: PASS / FAIL', '→ Why: [reason]');
    expect(fieldsIn(text('# Report format', form))).toEqual([
      ['Crust: GOOD | BAD (burnt)', 'Crumb: PASS / FAIL', 'Why: reason'],
    ]);
  });
});
