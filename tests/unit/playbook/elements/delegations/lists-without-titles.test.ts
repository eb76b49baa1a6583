import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said, text } from '../recognised.ts';

const names = new Set(['oven-master', 'dough-maker', 'yeast-keeper', 'grocer']);

function read(...lines: string[]): string[] {
  return parseOutline(text(...lines), names).elements.flatMap((element) =>
    element.kind === 'delegations'
      ? element.items.map(({ task, route }) =>
          [element.variant, task, said(route)].filter((part) => part !== '').join(' | '),
        )
      : [],
  );
}

describe('a list in which each item begins with an agent of the folder', () => {
  const list = text('- `oven-master` - heat', '- **Dough Maker**: kneading');

  it('names colleagues whatever its heading is', () => {
    expect(read('# Dependencies', list)).toEqual(['with | heat | oven-master', 'with | kneading | dough-maker']);
  });

  it('names none if most of the names are unknown, or if it compares agents or lists files', () => {
    expect(read('# Dependencies', '- `rye-flour` - 500 g', '- `oven-master` - heat', '- `spring-water` - 1 l')).toEqual(
      [],
    );
    expect(read('# Key differences', list)).toEqual([]);
    expect(read('# Files', list)).toEqual([]);
  });
});

describe('colleagues', () => {
  it('can be named in a list of what the agent does not do', () => {
    expect(
      read('# Limits', 'This agent does NOT:', '', '- Bake — that is @oven-master', '- Sell flour (use grocer)'),
    ).toEqual(['to | Bake — that is @oven-master | oven-master', 'to | Sell flour | grocer']);
  });

  it('can be before and after the agent in a pipeline', () => {
    expect(read('# Workflow position', '- **After**: dough-maker (soft dough)', '- **Input**: flour')).toEqual([
      'with | After: dough-maker (soft dough) | dough-maker',
      'with | Input: flour',
    ]);
  });

  it('can be roles that the arrows of a list report to, if its title says when to escalate', () => {
    const list = text(
      '- Oven fails → report to Orchestrator, stop baking',
      '- No flour → escalate to the Shop Manager',
    );
    expect(read('# When to escalate', list)).toHaveLength(2);
    expect(read('# Faults', list)).toEqual([]);
  });

  it('can be roles in a column “Route to” below a heading about agents', () => {
    const table = ['', '| Task | Route to |', '|---|---|', '| Heat | OvenMaster |', '| Flour | Head Miller |'];
    expect(read('# Specialist routing', ...table)).toEqual([
      'roles | Heat | <OvenMaster>',
      'roles | Flour | <Head Miller>',
    ]);
    expect(read('# Addresses', ...table)).toEqual([]);
  });

  it('can be the receiver in a sentence that hands over a result', () => {
    expect(read('# Output', 'Hand the dough to `oven-master` for baking.')).toEqual([
      'to | the dough for baking | oven-master',
    ]);
    expect(read('# Output', 'Hand the dough to `the-customer` for baking.')).toEqual([]);
    expect(read('# Output', 'Hand the dough to `oven-master` with:')).toEqual([]);
  });

  it('can be departments, in several lines that say in which direction the work goes', () => {
    const lines = text('**Receives from**: SDRs (orders)', '**Works with**: Finance (prices), Legal');
    expect(read('# Collaboration', lines)).toEqual([
      'with | orders | <SDRs>',
      'with | prices | <Finance>',
      'with | <Legal>',
    ]);
    expect(read('# Collaboration', '**Works with**: Finance')).toEqual([]);
  });
});
