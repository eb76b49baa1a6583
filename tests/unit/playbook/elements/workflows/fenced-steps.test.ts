import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, said, text } from '../recognised.ts';

describe('numbered lines in a fence', () => {
  const shown = (...lines: string[]) =>
    found('workflow', text('# Loaves', fence('', ...lines))).flatMap(({ form, steps }) =>
      steps.map(({ title, route, line }) => `${form} ${String(line)} ${title} | ${said(route)}`),
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
  ])('are no workflow in %s', (_, lines) => {
    expect(shown(...lines)).toEqual([]);
  });

  it('are an overview of phases, also if they count from 0', () => {
    const overview = fence('', '0.  Weigh  -> flour', '1.  Knead  -> dough');
    expect(found('workflow', text('# Phases overview', overview))).toMatchObject([
      { title: 'Phases overview', steps: [{ title: 'Weigh -> flour' }, { title: 'Knead -> dough' }] },
    ]);
    expect(blocksOf(text('# Phase 1: Weigh', overview))).toEqual(['code']);
  });
});
