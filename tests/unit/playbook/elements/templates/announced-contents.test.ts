import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from '../recognised.ts';

const templates = (...lines: string[]) => found('handoff-template', text(...lines));

const plain = text('- Name of the loaf', '- Weight in grams', '- Baker on duty');

describe('a list below words that announce what a text consists of', () => {
  it.each([
    'When suggesting new loaves, you provide:',
    'Always provide:',
    'After emptying the oven, report:',
    'Structured output contract:',
    'Report your findings as:',
    '**Output**: Order statement with:',
    'Write the menu as a Markdown file, containing:',
    'The answer is one page containing the following sections, in order:',
    'Use this short section list, in order:',
    'For each baking decision, document:',
    'For every burnt loaf, create a ticket with:',
    'Every candidate must include:',
  ])('is a report below “%s”', (introduction) => {
    expect(
      templates('# Loaves', introduction, '', plain).map(({ purpose, fields }) => [purpose, fields.length]),
    ).toEqual([['report', 3]]);
  });

  it.each([
    'Expect a short handoff with:',
    'When invoking this agent, include:',
    'When delegating, include:',
    'Each sub-agent call must include:',
    'When the oven is free, your delegation prompt to the baker agent must include:',
  ])('is a handoff below “%s”', (introduction) => {
    expect(templates('# Loaves', introduction, '', plain).map(({ purpose }) => purpose)).toEqual(['handoff']);
  });

  it('can be below a paragraph that says that the sections are below', () => {
    const list = text('1. **Order** — which loaf', '2. **Result** — how it came out');
    expect(templates('# Bakery', 'Write `loaf.md` with the sections below (in order).', '', list)).toHaveLength(1);
    expect(templates('# Bakery', 'The sections below are about bread.', '', list)).toEqual([]);
  });

  it.each(['What goes in `docs/loaf.md`', 'Output contract', 'Input contract'])('can be below “%s”', (heading) => {
    expect(templates(`# ${heading}`, plain)).toHaveLength(1);
  });

  it('has the start of a paragraph as the hint of a field, and is no workflow', () => {
    const long = 'the flour, the water and the salt. '.repeat(9).trim();
    const markdown = text(
      '# Recipe',
      '**Required sections, in order:**',
      '',
      `1. **Dough** — ${long}`,
      '2. **Crust** — how brown',
    );
    expect(blocksOf(markdown).at(-1)).toBe('handoff-template');
    const [template] = found('handoff-template', markdown);
    expect(template?.fields.map(({ label }) => label)).toEqual(['Dough', 'Crust']);
    expect(template?.fields[0]?.hint).toMatch(/^the flour, .* …$/);
  });

  it('is none if its items are sentences to say, or if the words above announce something else', () => {
    expect(
      templates('# Loaves', 'Every delegation must include:', '', '- "Bake it now"', '- "Weigh it first"'),
    ).toEqual([]);
    expect(templates('# Loaves', 'When opening the oven, you stand aside:', '', plain)).toEqual([]);
    expect(templates('# Loaves', 'Write recipes in Markdown with:', '', plain)).toEqual([]);
    expect(templates('# What goes in the oven', plain)).toEqual([]);
  });
});

describe('a table without values', () => {
  const head = ['| Loaf | Weight | Crust |', '| --- | --- | --- |'];

  it('is a template whatever its heading is', () => {
    expect(templates('# Shelf table', ...head)).toHaveLength(1);
    const rows = ['| Rye | (in grams) | |', '| Oat | | H/M/L |'];
    expect(templates('# Shelf matrix', ...head, ...rows)[0]?.text).toContain('| Oat | … | H/M/L |');
  });

  it('is none as soon as a cell has a value, or with two columns', () => {
    expect(templates('# Shelf', ...head, '| Rye | 500 g | |', '| Oat | | |')).toEqual([]);
    expect(templates('# Shelf', ...head, '| Rye | N/A | N/A |')).toEqual([]);
    expect(templates('# Shelf', '| Loaf | Weight |', '| --- | --- |')).toEqual([]);
  });
});
