import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

describe('a report template', () => {
  const report = (...lines: string[]) =>
    found('handoff-template', text('# Report format', fence('', ...lines))).map(({ purpose, fields }) => [
      purpose,
      ...fields.map(({ label, hint }) => `${label}: ${hint}`),
    ]);

  it('can have other lines between its fields, and other brackets', () => {
    const lines = [
      '## Loaf',
      'Written by the baker.',
      '**Weight**: {grams}',
      '- Crust: <colour>',
      'Name: ____',
      '[what went wrong]',
    ];
    expect(report(...lines)).toEqual([['report', 'Weight: grams', 'Crust: colour', 'Name: ', 'Loaf: what went wrong']]);
  });

  it('can have several fields on a line, several hints in a field, and words behind them', () => {
    const lines = [
      '**From**: [who] across [which street] | **Rise**: {hours} h',
      'Crust: <1>/10, Crumb: ___',
      '### Loaf: [name]',
    ];
    expect(report(...lines)).toEqual([
      ['report', 'From: [who] across [which street]', 'Rise: hours', 'Crust: 1', 'Crumb: ', 'Loaf: name'],
    ]);
  });

  it('is recognised below a heading or an introduction about a report', () => {
    const lines = fence('', 'Loaf: [name]', 'Oven 2, all day', 'Crust: [colour]');
    expect(found('handoff-template', text('# Output format', '## 1. Loaves', lines))).toMatchObject([
      { title: '1. Loaves' },
    ]);
    const intro = 'After baking, be brief. When you are done, return a structured answer to the shop:';
    expect(found('handoff-template', text('# Baking', intro, lines))).toMatchObject([{ purpose: 'report' }]);
  });

  it('has its first heading as title, without what is to be replaced', () => {
    const template = (heading: string) =>
      found(
        'handoff-template',
        text('# Shop', 'Write a report:', fence('', heading, 'Loaf: [name]', 'Crust: [colour]')),
      )[0];
    expect(template('# Loaf report: {date}')?.title).toBe('Loaf report');
    expect(template('# [name]')?.title).toBe('Write a report');
  });

  it('may have more text between its fields if it is markdown below the title of a format', () => {
    const lines = ['## Loaf', 'Name: [name]', ...Array<string>(20).fill('words'), 'Crust: [colour]'];
    expect(blocksOf(text('# Report format', fence('markdown', ...lines)))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Report', fence('markdown', ...lines)))).toEqual(['code']);
  });

  it('labels a hint that is alone with the heading above, also if a symbol is before the hint', () => {
    expect(report('[when] and [where]', '## Crust', '- 🔴 [too dark]', '- ⚠️ [too soft] at [which end]')).toEqual([
      ['report', '[when] and [where]: [when] and [where]', 'Crust: too dark', 'Crust: [too soft] at [which end]'],
    ]);
  });

  it('has no fields in links and ticks', () => {
    expect(report('- [the oven](oven.md)', '- [ ] warm', '- [x] clean', 'Loaf: [name]', 'Crust: [colour]')).toEqual([
      ['report', 'Loaf: name', 'Crust: colour'],
    ]);
  });

  it('is a handoff if its title says so', () => {
    const markdown = text('# Handoff report', fence('', 'Loaf: [name]', 'Text', 'Crust: [colour]'));
    expect(found('handoff-template', markdown)).toMatchObject([{ purpose: 'handoff', title: 'Handoff report' }]);
  });

  it('is not recognised in a program, in a long text, or below a title about something else', () => {
    expect(blocksOf(text('# Report', fence('js', 'Name: {a}', 'Size: {b}')))).toEqual(['code']);
    expect(report('Name: {a}', 'Size: {b}', ...Array<string>(30).fill('words'))).toEqual([]);
    expect(blocksOf(text('# Usage', fence('', 'Name: {a}', 'text', 'Size: {b}')))).toEqual(['code']);
  });

  it('has samples of values as hints', () => {
    expect(
      report('# Loaf report', '', '## Loaves', '', '### Rye', '**Crust:** too dark', '**Weight**: `900 g`'),
    ).toEqual([['report', 'Crust: too dark', 'Weight: `900 g`']]);
  });

  it('has fields for letters that stand for numbers', () => {
    expect(report('# Batch', 'Loaves baked: X', 'Loaves burnt: Y (with the cause)', 'Grade: A')).toEqual([
      ['report', 'Loaves baked: ', 'Loaves burnt: ', 'Grade: A'],
    ]);
  });

  it('is recognised in YAML of which most is to fill in, and not in a configuration', () => {
    const heading = '# Report format';
    expect(blocksOf(text(heading, fence('yaml', 'oven: [name]', 'heat: [degrees]', 'errors: []')))).toEqual([
      'handoff-template',
    ]);
    expect(
      blocksOf(
        text(heading, fence('yaml', 'on: push', 'branches: [main]', 'jobs:', '  bake:', '    uses: oven', 'env: [x]')),
      ),
    ).toEqual(['code']);
  });

  it('is not recognised in bold words of a text, or in names of files', () => {
    expect(blocksOf(text('# Report', fence('', '**Crust:** dark', '**Crumb:** open')))).toEqual(['code']);
    expect(report('docs/', '  {loaf}-report.md  the report', '  {loaf}-notes.md  the notes')).toEqual([]);
  });

  it('is recognised below any title if most of its lines are to be filled in', () => {
    const lines = ['## <time> — <oven> — done', '<One sentence: what is baked.>', '**Loaves:** `<number>`'];
    expect(blocksOf(text('# Status board', fence('markdown', ...lines)))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Status board', fence('markdown', ...lines, 'a', 'b', 'c')))).toEqual(['code']);
    expect(blocksOf(text('# Status board', fence('', 'bake <loaf>', 'cool <loaf>')))).toEqual(['code']);
  });

  it('can be a document of headings and tables, with a sample in each', () => {
    const lines = ['# Loaves', '## Rye', 'Dark, with a firm crust.', '', '## Spelt', '- Soft', '- Pale'];
    expect(blocksOf(text('# Output formats', '## Loaves', fence('markdown', ...lines)))).toEqual(['handoff-template']);
    expect(report(...lines)).toEqual([['report', 'Rye: Dark, with a firm crust.', 'Spelt: Soft']]);
    const table = ['# Loaves', '| Loaf | Price |', '|------|:-----:|', '| Rye | 4 |', '| [name] | [price] |'];
    expect(report(...table)).toEqual([['report', 'Loaf | Price: Rye | 4', 'Loaf | Price: [name] | [price]']]);
    expect(blocksOf(text('# Recipes', fence('markdown', ...lines)))).toEqual(['code']);
  });

  it('can be a list of its fields', () => {
    const list = ['- **Cause**: why it burnt', '- **Loaves**:', '  - rye', '  - spelt', '- **Cost** - in euros'];
    expect(found('handoff-template', text('# Shop', '## Report format', ...list))).toMatchObject([
      {
        purpose: 'report',
        title: 'Report format',
        fields: [
          { label: 'Cause', hint: 'why it burnt', line: 3 },
          { label: 'Loaves', hint: 'rye; spelt', line: 4 },
          { label: 'Cost', hint: 'in euros', line: 7 },
        ],
        text: '- **Cause**: why it burnt\n- **Loaves**: rye; spelt\n- **Cost**: in euros',
      },
    ]);
    expect(blocksOf(text('# Shop', 'Each finding includes:', ...list))).toEqual(['prose', 'handoff-template']);
    const handoff = text('# Agent handoff templates', '## To the shop', '- Loaf: [name]', '- Price: [euros]');
    expect(found('handoff-template', handoff)).toMatchObject([{ purpose: 'handoff', recipient: 'To the shop' }]);
  });

  it('is not recognised in a list of other things', () => {
    expect(blocksOf(text('# Report format', '- short', '- **Cause**: why'))).toEqual(['prose']);
    expect(blocksOf(text('# Before reporting', '- **Oven**: off', '- **Door**: shut'))).toEqual(['quality-gate']);
  });

  it('is recognised if half of a text with headings is to be filled in, and it is no example', () => {
    const prompt = ['[who is called]', '---', '## Loaf', '[its name]', '## Oven', '[its number]', 'Bake it.'];
    expect(blocksOf(text('# Call the baker', fence('', ...prompt)))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Call the baker', fence('', ...prompt, 'a', 'b', 'c', 'd')))).toEqual(['code']);
    expect(blocksOf(text('# Report', '**Example output:**', fence('', '[CHECK] Loaf', '[CHECK] Oven')))).toEqual([
      'prose',
      'code',
    ]);
  });

  it('can have labels in capital letters or in code', () => {
    const shape = ['STATUS: warm | cold', 'DID: what was baked', 'NEXT: loaf or "none"'];
    expect(blocksOf(text('# Baker', 'The shape of your answer:', fence('', ...shape, '[more]')))).toEqual([
      'prose',
      'handoff-template',
    ]);
    const numbered = ['1. SCOPE: which loaves', '2. VERDICT: GOOD / BAD'];
    expect(blocksOf(text('# Answer', 'Answer in this exact format:', fence('', ...numbered)))).toContain(
      'handoff-template',
    );
    const list = text('# Baker', 'The JSON payload must include:', '- `loaf`: its name', '- `heat` — degrees');
    expect(found('handoff-template', list)).toMatchObject([{ fields: [{ label: 'loaf' }, { label: 'heat' }] }]);
  });

  it('can be a list of its contents without labels', () => {
    const list = text('- Loaves baked, loaves sold', '- The state of the oven');
    const fields = [{ hint: 'Loaves baked, loaves sold' }, { hint: 'The state of the oven' }];
    expect(found('handoff-template', text('# Output format', 'When done, report:', list))).toMatchObject([{ fields }]);
    expect(found('handoff-template', text('# Bake', 'Write a summary with:', list))).toMatchObject([{ fields }]);
    expect(blocksOf(text('# Bake', 'When done, report:', list))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', 'Provide:', '- Be brief', '- The state of the oven'))).toEqual(['prose']);
    expect(blocksOf(text('# Output format', '`loaf` must be one of:', '- `rye` - dark', '- `spelt` - pale'))).toEqual([
      'prose',
    ]);
  });

  it('can have any introduction that tells the agent to answer', () => {
    const list = text('- How the loaf is', '- What comes next');
    expect(found('handoff-template', text('# Output format', 'Provide clear answers with:', list))).toMatchObject([
      { title: 'Output format', fields: [{ hint: 'How the loaf is' }, {}] },
    ]);
    expect(blocksOf(text('# Output format', 'Kinds of bread:', list))).toEqual(['prose']);
    expect(blocksOf(text('# Bread', 'Provide clear answers with:', list))).toEqual(['prose']);
  });

  it('can have tables without rows, one field in its only part, or the lines of a story', () => {
    const table = text('## Sold', '| Loaf | Price |', '|---|:---:|', '', 'Total: XX crowns');
    const labels = (...lines: string[]) =>
      found('handoff-template', text(...lines)).map(({ fields }) => fields.map(({ label }) => label));
    expect(labels('# Evening', 'When asked, report:', fence('', table))).toEqual([['Total']]);
    expect(labels('# Evening', 'The shop sold:', fence('', table))).toEqual([]);
    const place = fence('', '## Place of the loaf', 'It is on:', '`[shelf of the loaf]`');
    expect(labels('Answer in this response format and no other:', place)).toEqual([
      ['Place of the loaf', 'Place of the loaf'],
    ]);
    expect(labels('The loaf is here:', place)).toEqual([]);
    const story = fence('', 'As a [guest], I want [bread]', 'So that [I am full]');
    expect(labels('# Story template', story)).toEqual([['As a', 'So that']]);
  });

  it('can be a table with a sample of a row, below a heading that names the format', () => {
    const table = fence('', '| Loaf | Fault |', '|---|---|', '| rye.md | what is wrong |');
    expect(blocksOf(text('# Output format', table))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Output format', 'When reporting faults:', table))).toEqual(['prose', 'handoff-template']);
    expect(blocksOf(text('# Output format', 'Prefer tables:', table))).toEqual(['prose', 'code']);
    expect(blocksOf(text('# Faults', table))).toEqual(['code']);
  });

  it('can be a list below “Report / Response”, but not of actions', () => {
    const first = (...items: string[]) => blocksOf(text('# Report / Response', 'Provide:', ...items)).at(-1);
    expect(first('- Loaves and their faults', '- Next steps')).toBe('handoff-template');
    expect(blocksOf(text('# Output format', 'When baking:', '1. Read the recipe', '2. Write it down')).at(-1)).not.toBe(
      'handoff-template',
    );
  });

  it('can be an example that is filled in, or a result with a verdict', () => {
    const form = fence('', 'Loaf: rye', 'Heat: low', 'Fault: none', 'Next step: sell it');
    expect(blocksOf(text('# Output format', '## When baked', form))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Loaves', form))).toEqual(['code']);
    const result = fence('', '## Tasting results', '', 'Status: PASS', '', '[What the loaf was like]');
    expect(blocksOf(text('# Rye', 'For PASS:', result))).toEqual(['prose', 'handoff-template']);
    expect(blocksOf(text('# Rye', 'For PASS:', result.replace('results', 'room')))).toEqual(['prose', 'code']);
  });

  it('can have little to fill in except for its title, below the heading of a format', () => {
    const parts = Array.from({ length: 12 }, (_, index) => [
      `## Part ${String(index)}`,
      '- loaves',
      '- ovens',
      '- heat',
    ]);
    const document = fence('markdown', '# Baking plan: [Loaf]', ...parts.flat(), '[why]');
    expect(blocksOf(text('# Output format', document))).toEqual(['handoff-template']);
    expect(blocksOf(text('# Baking', document))).toEqual(['code']);
  });

  it('has no remarks about an example as fields', () => {
    const page = fence('html', '<!-- ❌ all at once -->', '<p>a</p>', '<!-- ✅ a part -->', '<p>b</p>');
    expect(blocksOf(text('# Output format', page.replace('html', 'markdown')))).toEqual(['code']);
  });

  it('has no keys with a placeholder as fields', () => {
    const keys = fence('', 'loaf:{id}   Hash: name, price', 'oven:{id}   Hash: heat', 'shop:{id}   Hash: door');
    expect(blocksOf(text('# Key schema', keys))).toEqual(['code']);
  });

  it('can have wide colons and wide brackets', () => {
    const lines = fence('', '## パン', '- 焼き色：（一言）', '- 重さ：...', '', '## 窯', '- 温度：（度）');
    expect(found('handoff-template', text('# 仕事', lines))[0]?.fields.map(({ label, hint }) => [label, hint])).toEqual(
      [
        ['焼き色', '一言'],
        ['重さ', ''],
        ['温度', '度'],
      ],
    );
  });

  it('can be a document shown as an example, below a heading about output', () => {
    const sample = fence('markdown', '## Loaves baked', '', '- 12 of rye', '', '### Oven', '', 'It was hot.');
    expect(found('handoff-template', text('# Output', '## After baking', sample))).toMatchObject([
      { purpose: 'report', fields: [{ label: 'Loaves baked' }, { label: 'Oven', hint: 'It was hot.' }] },
    ]);
    expect(blocksOf(text('# Bread', '## After baking', sample))).toEqual(['code']);
    expect(blocksOf(text('# Output', '## Example', sample))).toEqual(['code']);
  });

  it('is recognised by its introduction alone', () => {
    const list = text('- **Cause**: why it burnt', '- **Cure**: what to do');
    expect(blocksOf(text('For each loaf, you will provide:', list))).toContain('handoff-template');
    expect(blocksOf(text('# Style', 'When asked for bread, structure your response as:', list))).toContain(
      'handoff-template',
    );
    expect(blocksOf(text('# Style', 'For each loaf, you will need:', list))).toEqual(['prose']);
    const answer = fence(
      '',
      '### Loaf',
      '- **Name:** [name]',
      '- **Heat:** [degrees]',
      'It has not risen, but it can still be eaten.',
    );
    expect(blocksOf(text('# Errors', '**Flat loaf:**', 'Return:', answer))).toContain('handoff-template');
  });

  it('can be a record whose sections have nothing but placeholders', () => {
    const record = fence(
      'markdown',
      '# Record 1: [Title]',
      '',
      '## Why',
      '',
      '[What made us]',
      '',
      '## What',
      '',
      '[All of it]',
    );
    expect(found('handoff-template', text('# Artifacts', record))).toMatchObject([
      { title: 'Record 1', fields: [{ label: 'Record 1' }, { label: 'Why' }, { label: 'What' }] },
    ]);
  });

  it('has the list below a label as the hint of that field, and cuts a long one', () => {
    const long = `   - ${'dough '.repeat(40)}`;
    const list = text('1. **Cause**', long, '2. **Cure**', '   - wait', '   - bake');
    const [template] = found('handoff-template', text('# Output format', 'Your report will include:', '', list));
    expect(template?.fields.map(({ hint }) => hint)).toEqual([
      expect.stringMatching(/^dough .{160,175} …$/),
      'wait; bake',
    ]);
  });

  it('is not a list with an unrelated label in a section about a format', () => {
    const list = text('- **RYE:** dark', '- **SPELT:** pale');
    expect(blocksOf(text('# Report format', '**Guide to colours:**', list))).toEqual(['prose']);
    expect(blocksOf(text('# Report format', 'Structure your report as:', list))).toEqual(['prose', 'handoff-template']);
  });

  it('needs no title if every line is a field to fill in, also in a nested list', () => {
    const form = ['Fault: [file]:[line]', 'Cause: [why]', 'Rule: [which]'];
    expect(found('handoff-template', text('# Work', fence('', ...form)))).toMatchObject([{ fields: [{}, {}, {}] }]);
    const nested = form.map((line) => `      ${line}`);
    const list = ['1. **Ask**', '   - Say it:', '      ```', ...nested, '      ```', '2. Wait'];
    expect(found('handoff-template', text('# Work', ...list))).toMatchObject([{ fields: [{}, {}, {}] }]);
  });

  it('can be a document with a placeholder in its title, or a contract without any', () => {
    expect(
      found(
        'handoff-template',
        text('# Design', fence('markdown', '## Oven: [Name]', '### Use', '[What for]', '### Size', 'big / small')),
      ),
    ).toHaveLength(1);
    expect(
      found(
        'handoff-template',
        text('# Output contract', fence('markdown', '## Cause', '- Main cause', '## Cure', '- Steps')),
      ),
    ).toMatchObject([{ purpose: 'report', fields: [{ label: 'Cause' }, { label: 'Cure' }] }]);
  });
});
