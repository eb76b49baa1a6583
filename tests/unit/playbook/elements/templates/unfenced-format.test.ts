import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const forms = (markdown: string) =>
  found('handoff-template', markdown).map(({ title, fields, from, to }) => [
    `${title} ${String(from)}-${String(to)}`,
    ...fields.map(({ label, hint, line }) => `${String(line)} ${label}: ${hint}`),
  ]);

describe('a report format without a fence around it', () => {
  it('can be a table with cells to fill in, below a heading about the output', () => {
    const table = text('| Oven | Loaves |', '|---|---|', '| [which] | N |', '| east | [how many] |');
    expect(forms(text('# Baker', '## Output format', '### Bread', '', table))).toEqual([
      ['Bread 5-8', '7 Oven | Loaves: [which] | N', '8 east: [how many]'],
    ]);
    const wide = text('| Oven | Loaves | Note |', '|---|---|---|', '| east \\| west | [how many] | [why] |');
    expect(forms(text('# Output format', wide))).toEqual([
      ['Output format 2-4', '4 east \\| west: Loaves | Note: [how many] | [why]'],
    ]);
    expect(blocksOf(text('# Ovens', table))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '| Mode | Format |', '|---|---|', '| quick | a list |'))).toEqual([
      'prose',
    ]);
  });

  it('can be a table with values to choose from', () => {
    const table = (value: string) =>
      text('| Oven | State |', '|---|---|', `| east | ${value} |`, `| west | ${value} |`);
    expect(forms(text('# Output format', table('✅ / ❌')))[0]?.slice(1)).toEqual([
      '4 Oven | State: east | ✅ / ❌',
      '5 Oven | State: west | ✅ / ❌',
    ]);
    expect(blocksOf(text('# Output format', table('PASS | FAIL'.replace('|', '\\|'))))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Output format', table('hot')))).toEqual(['prose']);
  });

  it('can be a table of numbered findings, with a row as an example or with nothing but a head', () => {
    const head = ['| # | Loaf | Fault |', '|---|---|---|'];
    expect(forms(text('# 4. Output findings', ...head, '| 1 | rye | burnt |', '| 2 | spelt | flat |'))).toEqual([
      ['4. Output findings 2-5', '4 # | Loaf | Fault: 1 | rye | burnt', '5 # | Loaf | Fault: 2 | spelt | flat'],
    ]);
    expect(forms(text('# Step 2: Report', ...head))).toEqual([['Step 2: Report 2-3', '3 # | Loaf | Fault: … | … | …']]);
    expect(blocksOf(text('# Sample output', ...head, '| 1 | rye | burnt |'))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '## Example', ...head, '| 1 | rye | burnt |'))).toEqual(['prose']);
    expect(forms(text('# Output format', ...head, '| 1 | rye \\| oats | burnt |'))[0]?.[1]).toBe(
      '4 # | Loaf | Fault: 1 | rye \\| oats | burnt',
    );
    expect(blocksOf(text('# Output limits', ...head, '| 1 | rye | burnt |'))).toEqual(['prose']);
  });

  it('can be a paragraph in which each line is a field', () => {
    const lines = text('**Crust:** GOOD / POOR — [details]', '**Crumb:** GOOD / POOR — [details]');
    expect(forms(text('# Output format', '### [loaf]', lines))).toEqual([
      ['[loaf] 3-4', '3 Crust: GOOD / POOR — [details]', '4 Crumb: GOOD / POOR — [details]'],
    ]);
    expect(blocksOf(text('# Bread', lines))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', 'Crust: it is brown', 'Crumb: it is soft'))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', 'Crust: [x](y.md)', 'Crumb: [y](z.md)'))).toEqual(['prose']);
  });

  it('needs no heading if it has three lines, and its placeholders are not in paths', () => {
    expect(blocksOf(text('# Bread', 'Oven: [which]', 'Loaf: [which]', 'Time: [when]'))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Bread', 'Oven: {dir}/a.md', 'Loaf: {dir}/b.md', 'Time: {dir}/c.md'))).toEqual(['prose']);
    expect(blocksOf(text('# Bread', 'Oven: [which]', 'Loaf: [which]', 'and the rest'))).toEqual(['prose']);
  });

  it('is not a heading, even if its author has drawn a rule below it', () => {
    const file = text('# Bread', '', 'Status: DONE | LATE', 'Loaf: [which]', 'Oven: [which]', '---', '', 'Then rest.');
    expect(forms(file)).toEqual([['Bread 3-5', '3 Status: DONE | LATE', '4 Loaf: which', '5 Oven: which']]);
    expect(blocksOf(file)).toEqual(['handoff-template', 'prose']);
    expect(blocksOf(text('# Bread', '', 'A title', 'of two lines', '---', '', 'Rest.'))).toEqual(['prose']);
  });
});

describe('an answer in a fence', () => {
  it('is a template of samples below a numbered heading of an output', () => {
    const answer = fence('markdown', '## Loaves', '**Burnt** (not for sale):', '- rye: black', '**Flat**:', '- spelt');
    expect(forms(text('# Step 5: Report', answer))).toEqual([['Loaves 2-8', '5 Burnt: rye: black', '7 Flat: spelt']]);
    expect(blocksOf(text('# Step 5: Bake', answer))).toEqual(['code']);
    expect(blocksOf(text('# Example output', answer))).toEqual(['code']);
  });

  it('is a message if it is JSON below a sentence that says to output it', () => {
    const json = fence('json', '{"loaf": "rye", "price": 4}');
    expect(blocksOf(text('# 7. Output verdict', 'Begin so.', '', json))).toEqual(['prose', 'message']);
    expect(blocksOf(text('# Bread', 'Return a JSON object with all loaves:', '', json))).toEqual(['prose', 'message']);
    expect(blocksOf(text('# Bread', 'A loaf in the till:', '', json))).toEqual(['prose', 'code']);
    expect(blocksOf(text('# Output', '**Oven settings:**', '', json))).toEqual(['prose', 'code']);
  });
});

describe('a list of what an agent produces', () => {
  const list = text('- Loaves of rye', '- A list of prices', '- What is left');

  it('is a template if the words above say to produce it for each thing', () => {
    expect(forms(text('# Deliverables', 'For every order, produce:', list))).toHaveLength(1);
    expect(forms(text('# Output format', 'For each loaf:', list))).toHaveLength(1);
    expect(forms(text('# Deliverables', 'Provide:', list))[0]?.[0]).toBe('Deliverables 3-5');
    expect(blocksOf(text('# Deliverables', list))).toEqual(['prose']);
    expect(blocksOf(text('# Output', list))).toEqual(['prose']);
  });

  it('can be numbered by the order in which to write it', () => {
    const steps = text('1. Start with the price', '2. Include all loaves', '3. End with a joke');
    expect(forms(text('# Your response format', 'When selling bread:', steps))).toHaveLength(1);
    expect(forms(text('# Your response format', 'When selling bread:', steps, '4. Never shout'))).toEqual([]);
    expect(forms(text('# Selling', 'When selling bread:', steps))).toEqual([]);
  });

  it('is a workflow if it says what to do with each request', () => {
    const steps = text('1. **Look**: open the oven', '2. **Smell**: come near', '3. **Knock**: on the crust');
    expect(found('handoff-template', text('# Response structure', 'For each request:', steps))).toEqual([]);
  });
});

describe('a part of a format with a heading of its own', () => {
  const list = text('- what was baked', '- what was burnt');

  it('is a template of the parts that its list names', () => {
    expect(forms(text('# Output format', 'Write so:', '## Summary', list))).toEqual([
      ['Summary 4-5', '4 what was baked: what was baked', '5 what was burnt: what was burnt'],
    ]);
    expect(forms(text('# Handoff templates', '## To the oven', list))).toHaveLength(1);
    expect(blocksOf(text('# Bread', '## Summary', list))).toEqual(['prose']);
  });

  it('is not a template if its list has rules or levels', () => {
    expect(blocksOf(text('# Output format', '## Style', list))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '## Bread', '- Never burn it', '- Keep it short'))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '## Bread', '- high: burnt', '- low: flat'))).toEqual(['prose']);
  });

  it('can have items with names and colons', () => {
    expect(forms(text('# Output format', '- Loaves: all of them', '- Faults: 3 at most'))).toEqual([
      ['Output format 2-3', '2 Loaves: all of them', '3 Faults: 3 at most'],
    ]);
  });
});

describe('a description of what an agent hands over', () => {
  const list = text('- what was baked', '- what was burnt');

  it('is a template if it is a list below a sentence about the handoff', () => {
    expect(forms(text('# Hand-off protocol', 'When returning to the baker, provide:', list))).toHaveLength(1);
    expect(forms(text('# Last step', '**Your output:**', list))).toHaveLength(1);
    expect(forms(text('# Output deliverables', 'You will produce:', list))).toHaveLength(1);
    expect(forms(text('# Bread', 'Your deliverables must include:', list))).toHaveLength(1);
    expect(forms(text('# Bread', 'You will produce:', list))).toEqual([]);
  });

  it('is a message if it is JSON below a heading of contracts', () => {
    const json = fence('json', '{"loaf": "rye", "price": 4}');
    expect(blocksOf(text('# Output contracts', '## Receipt', json))).toEqual(['message']);
    expect(blocksOf(text('# Bread', '## Receipt', json))).toEqual(['code']);
  });

  it('is not a template in an example', () => {
    const answer = fence('markdown', '# Loaves', '', '**Type:** rye', '**Price:** 4', '', '## Notes', '- good');
    expect(blocksOf(text('# Output', answer))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Examples', '## Example 1: rye', '**Output:**', answer))).toEqual(['prose', 'code']);
  });
});

describe('a block of status in YAML', () => {
  it('is a template if it has values to choose from and placeholders', () => {
    const block = [
      '---',
      'agent: baker',
      'status: DONE | LATE',
      'time: [when]',
      'loaves: [how many]',
      'burnt: []',
      '---',
    ];
    expect(forms(text('# Status block', 'Begin with:', fence('yaml', ...block)))).toEqual([
      ['Begin with 3-11', '6 status: DONE | LATE', '7 time: when', '8 loaves: how many'],
    ]);
    expect(blocksOf(text('# Ovens', fence('yaml', ...block)))).toEqual(['code']);
  });
});

describe('a report with programs in it', () => {
  it('is a template, however long the programs are', () => {
    const code = ['```ts', ...Array.from({ length: 30 }, () => 'bake();'), '```'];
    const report = text('````markdown', '# Burnt', '**Loaf:** [which]', '**Oven:** [which]', ...code, '````');
    expect(forms(text('# Output', report))[0]?.slice(1)).toEqual(['4 Loaf: which', '5 Oven: which']);
  });

  it('is a template if its parts are below the headings of a response', () => {
    const list = text('- loaves and rolls', '- ovens and doors');
    expect(forms(text('# Report / Response', 'Answer so.', '## What was baked', list))).toHaveLength(1);
    expect(forms(text('# Response', '## Severity', list))).toEqual([]);
  });
});
