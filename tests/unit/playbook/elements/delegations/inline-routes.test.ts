import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said, text } from '../recognised.ts';

const names = new Set(['baker', 'miller', 'grocer']);
const delegations = (markdown: string) =>
  parseOutline(markdown, names).elements.flatMap((element) =>
    element.kind === 'delegations'
      ? [element.items.map(({ task, route }) => (route ? `${task} > ${said(route)}` : task))]
      : [],
  );

describe('several tasks with their agents in one sentence', () => {
  const row = 'Ask: cold dough → **baker**; no flour → **miller** (early).';

  it('are delegations in an item of a list, whose other items are tasks without an agent', () => {
    expect(delegations(text('# Team', '- Be kind.', `- ${row}`))).toEqual([
      ['Be kind.', 'cold dough > baker', 'no flour > miller (early)'],
    ]);
  });

  it('are delegations in a paragraph', () => {
    expect(delegations(text('# Team', row))).toEqual([['cold dough > baker', 'no flour > miller (early)']]);
  });

  it('are not delegations if an arrow points to something else', () => {
    expect(delegations(text('# Team', 'Ask: cold dough → baker; no flour → buy some.'))).toEqual([]);
    expect(delegations(text('# Team', 'Ask: cold dough → baker.'))).toEqual([]);
    expect(delegations(text('# Team', 'In order: miller → baker; dough → grocer.'))).toEqual([]);
  });
});

describe('labels such as “Feeds into”', () => {
  it('make a list one of delegations if one of them has an agent of the folder', () => {
    const list = (agent: string) =>
      text('- **Reads from:** the book', `- **Feeds into:** @${agent} (shop)`, '- **Note:** x');
    expect(delegations(text('# Flow', list('grocer')))).toHaveLength(1);
    expect(delegations(text('# Flow', list('stranger')))).toEqual([]);
  });

  it('may be the title of a column with agents in only some rows', () => {
    const table = text(
      '| Signal | Route to |',
      '|---|---|',
      '| dough | baker + a note |',
      '| unclear | ask a question |',
    );
    expect(delegations(text('# Requests', table))).toEqual([
      ['dough > baker and <a note>', 'unclear > <ask a question>'],
    ]);
    expect(delegations(text('# Requests', table.replace('Route to', 'Do')))).toEqual([]);
  });
});

describe('an arrow to an agent', () => {
  it('may be followed by what the agent does, or by a verb such as “notify” before it', () => {
    const list = text('- New oven → baker reviews the heat', '- No flour → notify miller (early)', '- Fire → run');
    expect(delegations(text('# Triggers', 'Ask when:', '', list))).toEqual([
      ['New oven > baker (reviews the heat)', 'No flour > miller (early)', 'Fire > <run>'],
    ]);
  });

  it('is not a delegation if it is one of many things that the agent does not do', () => {
    const list = text('- No cakes', '- No pies', '- No tarts', '- No rolls', '- No milling — that is miller work');
    expect(delegations(text('# What you must not do', list))).toEqual([]);
  });
});
