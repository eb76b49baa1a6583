import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said, text } from '../recognised.ts';
import { sourceOf } from '../../helpers.ts';

/** Returns `task > route` of each entry, read with names of a folder. */
function handed(markdown: string, ...names: string[]): string[][] {
  return parseOutline(sourceOf(markdown).body, new Set(names)).elements.flatMap((element) =>
    element.kind === 'delegations' ? [element.items.map(({ task, route }) => `${task} > ${said(route)}`)] : [],
  );
}

describe('a table of agents', () => {
  it('may have several agents in a cell, joined by arrows', () => {
    const rows = ['| Rye | miller → baker (dough) → grocer |', '| Cake | baker → everyone else |', '| Pie | baker |'];
    expect(handed(text('# Who bakes', '| Loaf | Agents in order |', '|---|---|', ...rows), 'miller', 'baker')).toEqual([
      ['Rye > miller and baker and <grocer>', 'Cake > baker and <everyone else>', 'Pie > baker'],
    ]);
  });

  it('is recognised if each cell names the receiver of the work, whatever the title of the column is', () => {
    const rows = ['| Cold oven | Delegate to oven-tuner |', '| No flour | Escalate to shop-lead + the owner |'];
    expect(handed(text('# Decisions', '| Case | Action |', '|---|---|', ...rows), 'oven-tuner')).toEqual([
      ['Cold oven > oven-tuner', 'No flour > shop-lead and <the owner>'],
    ]);
    const others = ['| Cold oven | Turn it on |', '| No flour | Buy some |'];
    expect(handed(text('# Decisions', '| Case | Action |', '|---|---|', ...others), 'oven-tuner')).toEqual([]);
  });

  it('may have empty cells below a title such as “Delegate to…”', () => {
    const table = text(
      '| Work | Delegate to… |',
      '| --- | --- |',
      '| Heat | **tuner** |',
      '| Flour | **miller** |',
      '| Shop |  |',
    );
    expect(handed(table, 'tuner', 'miller')).toEqual([['Heat > tuner', 'Flour > miller', 'Shop > ']]);
  });

  it('may explain each of several agents in brackets', () => {
    const row = '| Dough | miller (flour), baker (heat) |';
    expect(handed(text('# Scope', '| This agent | Delegates to |', '|---|---|', row), 'miller', 'baker')).toHaveLength(
      1,
    );
  });
});

describe('a list of tasks and the agents that they go to', () => {
  it('may be written as paragraphs with an arrow on the next line', () => {
    const task = (name: string, agent: string) => text(`**${name}**: cold, hot`, `→ Route to: ${agent}`, '');
    const markdown = text(
      '# Router',
      'Sort it:',
      '',
      task('Ovens', 'the tuner agent'),
      task('Flour', 'miller'),
      task('Shop', 'grocer'),
    );
    expect(handed(markdown, 'tuner', 'miller', 'grocer')).toEqual([
      ['Ovens: cold, hot > tuner', 'Flour: cold, hot > miller', 'Shop: cold, hot > grocer'],
    ]);
  });

  it('is recognised if each item ends with an agent of the folder, also in a step of a workflow', () => {
    const list = ['- Heat: `tuner`.', '- Flour: `miller`.', '- Sales: **grocer**'];
    const expected = [['Heat > tuner', 'Flour > miller', 'Sales > grocer']];
    expect(handed(text('# Work', ...list), 'tuner', 'miller', 'grocer')).toEqual(expected);
    const steps = text('# Workflow', '1. Look', '2. Route it', ...list.map((item) => `   ${item}`), '3. Close');
    expect(handed(steps, 'tuner', 'miller', 'grocer')).toEqual(expected);
    expect(handed(text('# Work', ...list), 'tuner', 'miller')).toEqual([]);
  });

  it('may have an introduction that names the agent for all tasks', () => {
    const list = ['- The oven is cold', '- The oven smokes'];
    expect(handed(text('# Escalation', 'Hand off to `@tuner` when the work involves:', '', ...list), 'tuner')).toEqual([
      ['The oven is cold > tuner', 'The oven smokes > tuner'],
    ]);
  });
});
