import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, said, text } from '../recognised.ts';

describe('numbered lines in a fence', () => {
  const shown = (...lines: string[]) =>
    found('workflow', text('# Loaves', fence('', ...lines))).flatMap(({ variant, steps }) =>
      steps.map(({ title, route, line }) => `${variant} ${String(line)} ${title} | ${said(route)}`),
    );

  it('are the steps of a workflow if most of them name an agent with an arrow, before or after the task', () => {
    expect(shown('Goal: bread', '', '1. knead → @dough-maker → Ten minutes', '2. @oven-keeper → Bake')).toEqual([
      'agents 5 knead → Ten minutes | dough-maker',
      'agents 6 Bake | oven-keeper',
    ]);
    expect(shown('1. @dough-maker -> Knead', '2. You -> Taste')).toEqual([
      'agents 3 Knead | dough-maker',
      'agents 4 You → Taste | ',
    ]);
  });

  it.each([
    ['a log with many other lines', ['a', 'b', 'c', 'd', 'e', '1. @a → b', '2. @b → c']],
    ['lines that mostly name no agent', ['1. Flour → dough', '2. Dough → loaf', '3. @a → bread']],
    ['numbers that do not rise', ['1. @a → b', '1. @b → c']],
  ])('are not a workflow in %s', (_, lines) => {
    expect(shown(...lines)).toEqual([]);
  });

  it('are the steps of a workflow below a title of a process, also if they count from 0', () => {
    const overview = fence('', '0.  Weigh  -> flour', '1.  Knead  -> dough');
    expect(found('workflow', text('# Phases overview', overview))).toMatchObject([
      { title: 'Phases overview', steps: [{ title: 'Weigh -> flour' }, { title: 'Knead -> dough' }] },
    ]);
    expect(blocksOf(text('# Phase 1: Weigh', overview))).toEqual(['code']);
  });
});

describe('phases in a fence', () => {
  const titles = (markdown: string) =>
    found('workflow', markdown).flatMap(({ steps }) => steps.map(({ title, tasks }) => [title, ...tasks]));

  it('can have their tasks as the branches of a drawn tree', () => {
    const tree = fence(
      '',
      'Phase 1: Knead',
      '├─ Weigh (baker)',
      '└─ Mix',
      '',
      'Phase 2: Bake',
      '└─ Heat → 220 degrees',
    );
    expect(titles(text('# Plan for rye', tree))).toEqual([
      ['Phase 1: Knead', 'Weigh (baker)', 'Mix'],
      ['Phase 2: Bake', 'Heat → 220 degrees'],
    ]);
    const folders = fence('', 'Oven:', '├─ door', '└─ stone', 'Shelf:', '└─ loaf');
    expect(titles(text('# Process', folders))).toEqual([]);
  });

  it('can say on their own lines what is done in them', () => {
    const lines = fence('', 'Phase 1: Knead → dough', 'Phase 2: Bake → loaf');
    expect(titles(text('# Plan for rye', lines))).toHaveLength(2);
    expect(titles(text('# Anti-pattern: haste', lines))).toEqual([]);
    expect(titles(text('# Plan for rye', fence('', 'Loaf 1: Knead → dough', 'Loaf 2: Bake → loaf')))).toEqual([]);
  });
});

describe('numbered comments in a fence of commands', () => {
  const commands = ['# 1. Weigh', 'scale --read', '', '# 2. Bake', 'oven --on'];

  it('are steps with their commands, below a title of a workflow', () => {
    expect(found('workflow', text('# Baking workflow', fence('bash', ...commands)))).toMatchObject([
      {
        title: 'Baking workflow',
        steps: [
          { title: 'Weigh', tasks: ['scale --read'] },
          { title: 'Bake', line: 6 },
        ],
      },
    ]);
    expect(found('workflow', text('# Ovens', fence('bash', ...commands)))).toEqual([]);
    expect(found('workflow', text('# Baking workflow', fence('bash', 'oven --off', ...commands)))).toEqual([]);
  });
});
