import { describe, expect, it } from 'vitest';
import { found, text } from '../recognised.ts';

const gates = (introduction: string, ...lines: string[]) =>
  found('quality-gate', text('# Rye', introduction, '', ...lines));

const bullets = ['- Crust: brown, and never black', '- Crumb: soft', '- Salt: 2 % of the flour'];

describe('checks that the words above a list announce', () => {
  it.each([
    'Check against the house rules and the recipe:',
    'Review each loaf against our list of faults:',
    'Call `oven-inspector` to check:',
    '**Call oven-inspector** to verify that:',
    'Ask the baker agent to confirm:',
    'Flag loaves where:',
    'Check, in order:',
    'Then self-check:',
  ])('are a checklist below “%s”', (introduction) => {
    expect(gates(introduction, ...bullets).map(({ items }) => items.length)).toEqual([3]);
  });

  it('can have numbers when another agent checks them', () => {
    expect(gates('Call `oven-inspector` to check:', '1. Heat of the oven', '2. Weight of the loaf')).toHaveLength(1);
  });

  it.each(['Lean the shovel against the wall:', 'Call `oven-inspector` to bake:', 'Flag the oven:'])(
    'are none below “%s”',
    (introduction) => {
      expect(gates(introduction, ...bullets)).toEqual([]);
    },
  );
});
