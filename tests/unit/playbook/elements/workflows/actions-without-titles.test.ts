import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from '../recognised.ts';

const shown = (...lines: string[]) =>
  found('workflow', text(...lines)).map(
    ({ title, steps }) => `${title}: ${steps.map((step) => step.title).join(', ')}`,
  );

describe('numbered lines of a fence that begin with verbs', () => {
  const lines = ['1. Read the recipe', '2. Write the list', '3. Check the oven', '4. If it is hot: bake'];

  it('are steps whatever the heading is', () => {
    expect(shown('# Rye loaf', fence('', ...lines))).toEqual([
      'Rye loaf: Read the recipe, Write the list, Check the oven, If it is hot: bake',
    ]);
  });

  it('are none below the heading of an example, of principles or of a phase', () => {
    for (const heading of ['Example', 'Baking principles', 'Phase 2: Dough'])
      expect(shown(`# ${heading}`, fence('', ...lines))).toEqual([]);
  });

  it('are none if most of them are no actions', () => {
    expect(shown('# Rye loaf', fence('', '1. Flour', '2. Water', '3. Check the salt'))).toEqual([]);
  });
});

describe('a chain of verbs with arrows', () => {
  it('is a workflow whatever the heading is', () => {
    expect(shown('# Baker', 'Plan → Collect → Test → Report')).toEqual(['Baker: Plan, Collect, Test, Report']);
    expect(shown('# Baker', fence('', 'Write order → Run oven → Check crust → Report'))).toHaveLength(1);
  });

  it('is none if it is short, has other words or is the flow of something else', () => {
    expect(shown('# Baker', 'Plan → Test → Report')).toEqual([]);
    expect(shown('# Baker', 'Flour → Dough → Test → Report')).toEqual([]);
    expect(shown('# Data flow', 'Read → Collect → Test → Report')).toEqual([]);
  });
});

describe('numbered sections that begin with verbs', () => {
  it('are phases whatever the heading above is', () => {
    expect(
      shown('# Your duties', '## 1. Read the recipe', 'A', '## 2. Check the oven', 'B', '## 3. Write a note'),
    ).toEqual(['Your duties: Read the recipe, Check the oven, Write a note']);
  });

  it('are none if one of them says what something is, or if they are checks', () => {
    expect(shown('# Your duties', '## 1. Read the recipe', '## 2. Flour', '## 3. Write a note')).toEqual([]);
    expect(shown('# Review checklist', '## 1. Read', '## 2. Check', '## 3. Write')).toEqual([]);
  });
});

describe('a numbered list', () => {
  const list = text('1. Flour', '2. Water');

  it.each(['Each turn', 'Every session', 'In this case'])('has steps below “%s”', (introduction) => {
    expect(blocksOf(text('# Bread', `You bake all day. ${introduction}:`, '', list)).at(-1)).toBe('workflow');
  });

  it('has steps below a heading of a process with a version, and what to do in each turn', () => {
    expect(blocksOf(text('# Protocol v3 (mandatory)', 'Read it once. Each turn:', '', list)).at(-1)).toBe('workflow');
  });

  it('has steps below the heading of a flow of work', () => {
    expect(blocksOf(text('# Standard delegation flow (rye first)', list))).toEqual(['workflow']);
  });

  it('is a checklist and no workflow below “Self-review”', () => {
    expect(blocksOf(text('# Self-review', '1. Read it', '2. Check it', '3. Confirm it'))).toEqual(['quality-gate']);
  });
});

describe('a list below “When invoked”', () => {
  it('has steps if it says what to do then', () => {
    expect(shown('# When invoked', '- Read the recipe', '- Before baking: check the oven')).toHaveLength(1);
  });

  it('has none if it says when to call the agent', () => {
    expect(shown('# When invoked', '- Before any new loaf', '- When the oven fails', '- Odd smells')).toEqual([]);
  });
});
