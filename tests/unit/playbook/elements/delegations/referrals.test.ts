import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said, text } from '../recognised.ts';

const names = new Set(['bread-pro', 'cake-pro', 'grocer']);
const delegations = (markdown: string) =>
  parseOutline(markdown, names).elements.flatMap((element) =>
    element.kind === 'delegations'
      ? [element.items.map(({ task, route }) => (route ? `${task} → ${said(route)}` : task))]
      : [],
  );

describe('a sentence that says who does what the agent does not', () => {
  it('can name several agents', () => {
    expect(delegations(text('# Scope', 'For loaves, use bread-pro, cake-pro or grocer.'))).toEqual([
      ['loaves → bread-pro or cake-pro or grocer'],
    ]);
    expect(delegations(text('# Scope', 'For loaves, delegate to bread-pro with the list of orders.'))).toEqual([
      ['loaves → bread-pro'],
    ]);
    expect(delegations(text('# Scope', 'For loaves, use bread-pro, water or grocer.'))).toEqual([]);
  });

  it('can have several tasks after the word “delegate”', () => {
    expect(delegations(text('# Bread', 'Delegate: rolls to bread-pro; tarts to `cake-pro`.'))).toEqual([
      ['rolls → bread-pro', 'tarts → cake-pro'],
    ]);
    expect(
      delegations(text('# Bread', '**Not in scope - delegate:** rolls to bread-pro; the rest to no one.')),
    ).toEqual([['rolls → bread-pro', 'the rest to no one.']]);
    expect(delegations(text('# Bread', 'Delegate: rolls to water; tarts to cake-pro.'))).toEqual([]);
    expect(delegations(text('# Bread', 'It can delegate rolls to bread-pro.'))).toEqual([]);
  });

  it('can say in which case to hand the work over', () => {
    expect(
      delegations(text('# Work', 'If the tart burns, hand it off to the `cake-pro` agent with the list.')),
    ).toEqual([['the tart burns, with the list → cake-pro']]);
    expect(delegations(text('# Work', 'When orders are open, call grocer. Then rest.'))).toEqual([
      ['orders are open → grocer', 'Then rest.'],
    ]);
    expect(delegations(text('# Work', 'If it is late, escalate to the `shop-lead` agent.'))).toHaveLength(1);
    expect(delegations(text('# Work', 'If it is late, escalate to the manager.'))).toEqual([]);
  });

  it('can begin with a word such as “Important”', () => {
    expect(delegations(text('# Work', '**Important**: For loaves of rye, use the `bread-pro` agent instead.'))).toEqual(
      [['loaves of rye → bread-pro']],
    );
  });
});
