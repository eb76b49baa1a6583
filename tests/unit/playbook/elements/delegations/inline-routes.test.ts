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

describe('several tasks and agents in a row', () => {
  const row = 'Ask: cold dough → **baker**; no flour → **miller** (early).';

  it('can be in an item of a list, whose other items stay as they are', () => {
    expect(delegations(text('# Team', '- Be kind.', `- ${row}`))).toEqual([
      ['Be kind.', 'cold dough > baker', 'no flour > miller (early)'],
    ]);
  });

  it('can be a paragraph', () => {
    expect(delegations(text('# Team', row))).toEqual([['cold dough > baker', 'no flour > miller (early)']]);
  });

  it('are none if an arrow points to something else', () => {
    expect(delegations(text('# Team', 'Ask: cold dough → baker; no flour → buy some.'))).toEqual([]);
    expect(delegations(text('# Team', 'Ask: cold dough → baker.'))).toEqual([]);
    expect(delegations(text('# Team', 'In order: miller → baker; dough → grocer.'))).toEqual([]);
  });
});

describe('directions of work', () => {
  it('are delegations if one of them names an agent of the folder', () => {
    const list = (agent: string) =>
      text('- **Reads from:** the book', `- **Feeds into:** @${agent} (shop)`, '- **Note:** x');
    expect(delegations(text('# Flow', list('grocer')))).toHaveLength(1);
    expect(delegations(text('# Flow', list('stranger')))).toEqual([]);
  });

  it('may be in a column that only some rows use for agents', () => {
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
  it('may go on with what the agent does, or say to tell the agent', () => {
    const list = text('- New oven → baker reviews the heat', '- No flour → notify miller (early)', '- Fire → run');
    expect(delegations(text('# Triggers', 'Ask when:', '', list))).toEqual([
      ['New oven > baker (reviews the heat)', 'No flour > miller (early)', 'Fire > <run>'],
    ]);
  });

  it('is none in a list of many other things that the agent does not do', () => {
    const list = text('- No cakes', '- No pies', '- No tarts', '- No rolls', '- No milling — that is miller work');
    expect(delegations(text('# What you must not do', list))).toEqual([]);
  });
});
