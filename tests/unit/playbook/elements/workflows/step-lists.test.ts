import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from '../recognised.ts';

describe('a list of steps', () => {
  it.each([
    ['under a heading of process', '## Review process\n\n1. Read\n2. Write', 'Review process'],
    ['under a label, in a file with headings', '# Job\n\nText.\n\nBaking steps:\n\n1. Knead\n2. Bake', 'Baking steps'],
    ['under a bold label', '# Job\n\n**My approach**\n\n1. Knead\n2. Bake', 'My approach'],
    ['under “When invoked”, as bullets too', '# Job\n\nWhen invoked:\n- Look\n- Listen', 'When invoked'],
  ])('is recognised %s', (_, markdown, title) => {
    expect(found('workflow', markdown)).toMatchObject([{ variant: 'steps', title, steps: [{}, {}] }]);
  });

  it.each([
    ['an introduction', '# Bread\n\nBefore you bake anything:\n\n1. Knead\n2. Rest', 'Before you bake anything'],
    ['a longer paragraph', '# Bread\n\nFlour is dear. When you bake, you\nmust:\n\n1. Knead\n2. Rest', 'Bread'],
    ['a heading above that says more', '# Baking workflow\n\nBefore you bake:\n\n1. Knead\n2. Rest', 'Baking workflow'],
    ['a heading within a workflow', '# Workflow\n\n## Opening the shop\n\n1. Unlock\n2. Sweep', 'Opening the shop'],
    ['a heading below “When invoked”', '# When invoked\n\n## For rye\n\n1. Knead\n2. Rest', 'For rye'],
    ['a heading of a moment', '# When baking rye\n\n1. Knead\n2. Rest', 'When baking rye'],
    ['an introduction of a flow', '# Rye\n\nAdd rest to the flow:\n\n1. Knead\n2. Rest', 'Add rest to the flow'],
    ['a heading that says how', '# How to bake\n\n1. Knead\n2. Rest', 'How to bake'],
    ['instructions', '# Instructions\n\n1. Knead\n2. Rest', 'Instructions'],
    ['a heading of a loop', '# Baking loop\n\n1. Knead\n2. Rest', 'Baking loop'],
    ['an order of work with a note', '# Baking order\n\n## Build order (large)\n\n1. A\n2. B', 'Build order (large)'],
    ['an order of work', '# Baking order\n\n## Execution order\n\n1. Knead\n2. Rest', 'Execution order'],
    ['what to do', '# Rye\n\nWhat to do with a cold oven:\n\n1. Light it\n2. Wait', 'What to do with a cold oven'],
    [
      'the pipeline of its heading',
      '# Dough pipeline\n\nRun this unless it is late:\n\n1. Mix\n2. Rest',
      'Dough pipeline',
    ],
    [
      'what they are together',
      '# Rye\n\nRun a full round of tasting:\n\n1. Bite\n2. Note',
      'Run a full round of tasting',
    ],
    ['an order to run them in', '# Oven start (run IN ORDER)\n\n1. Light\n2. Wait', 'Oven start (run IN ORDER)'],
    ['a sequential execution', '# Rye\n\nSequential bake execution:\n\n1. Mix\n2. Rest', 'Sequential bake execution'],
    ['a whole sentence', '# Rye\n\nBefore you bake it, you and your guest must:\n\n1. Wash\n2. Rest', 'Rye'],
    ['a label that says less', '# Rye bread\n\n**Workflow**:\n\n1. Knead\n2. Rest', 'Rye bread'],
  ])('is recognised below %s', (_, markdown, title) => {
    expect(found('workflow', markdown)).toMatchObject([{ variant: 'steps', title, steps: [{}, {}] }]);
  });

  it('is not recognised if most items say what to do always or never', () => {
    expect(blocksOf('# Baking protocol\n\n1. Never hurry\n2. Do not open the oven\n3. Taste')).toEqual(['prose']);
    expect(blocksOf('# Baking protocol\n\n1. Never hurry\n2. Open the oven\n3. Taste')).toEqual(['workflow']);
  });

  it('is recognised by the verbs of its items right below a heading that does not say that it has steps', () => {
    const list = '1. Read the recipe\n2. **Check** the oven\n3. Write down the heat\n4. Sourdough: wait';
    expect(found('workflow', `# Dough and oven\n\n${list}`)).toMatchObject([{ title: 'Dough and oven' }]);
    expect(blocksOf(`# Your responsibilities\n\n${list}`)).toEqual(['prose']);
    expect(blocksOf(`# Dough\n\nIn short:\n\n${list}`)).toEqual(['prose']);
    expect(blocksOf('# Dough and oven\n\n1. Rye\n2. Check\n3. Salt')).toEqual(['prose']);
    expect(blocksOf(`# Dough\n\n## Step 1: Weigh\n\n${list}`)).toEqual(['prose']);
  });

  it('is not recognised if its title only says what the agent gets', () => {
    expect(blocksOf('# Job\n\nWhen invoked, you will be given:\n- flour\n- salt')).toEqual(['prose']);
  });

  it.each([['Core responsibilities'], ['Oven requirements'], ['House rules']])(
    'is not one of steps under “%s”, even below instructions',
    (heading) => {
      expect(blocksOf(`# Instructions\n\n## ${heading}\n\n1. Clean the oven\n2. Count the loaves`)).toEqual(['prose']);
    },
  );

  it('is not recognised if its introduction says to run checks', () => {
    expect(blocksOf('# Rye\n\nRun the taste checks:\n\n1. Bite\n2. Note')).toEqual(['prose']);
  });

  it('can be a fence of named steps with their tasks', () => {
    const fence = '```yaml\nKnead:\n  - by hand\n\nBake:\n  - at 220 °C\n  - for an hour\n```';
    expect(found('workflow', `# Delivery workflow\n\n${fence}`)).toMatchObject([
      { variant: 'steps', title: 'Delivery workflow', steps: [{ title: 'Knead' }, { title: 'Bake', line: 7 }] },
    ]);
    expect(blocksOf(`# Settings\n\n${fence}`)).toEqual(['code']);
    const phases = '```\nBread:\n\nStep 1: Knead\n- by hand\n\nStep 2: Bake\n1. at `220 °C`\n```';
    expect(found('workflow', `# Bread\n\n${phases}`)[0]?.steps).toEqual([
      { title: 'Step 1: Knead', tasks: ['by hand'], line: 6 },
      { title: 'Step 2: Bake', tasks: ['at 220 °C'], line: 9 },
    ]);
    expect(blocksOf('# Process\n\n```yaml\nKnead: 1\nBake:\n  - a\n```')).toEqual(['code']);
  });

  it.each([
    ['objects of a verb', '# Bread\n\nWhen you see dough, analyse:\n\n1. Colour\n2. Smell'],
    ['an answer', '# Report format\n\n## Repair steps\n\n1. Oven\n2. Door'],
    ['an example', '# Example of an answer\n\nMy thought process:\n\n1. The user wants bread\n2. I bake'],
  ])('is not %s', (_, markdown) => {
    expect(found('workflow', markdown)).toEqual([]);
  });

  it('is a list of colleagues if its steps name them', () => {
    const list = '1. Provides dough to bread-baker\n2. Receives rye from flour-buyer';
    expect(blocksOf(`# Integration\n\nWhen baking, this agent:\n\n${list}`)).toEqual(['prose', 'delegations']);
  });

  it('keeps what is nested in a step as its tasks', () => {
    const [list] = found('workflow', '# Process\n\n1. Read\n   - twice\n2. Write');
    expect(list?.steps.map(({ title, tasks }) => [title, ...tasks])).toEqual([['Read', 'twice'], ['Write']]);
  });

  it.each([
    ['another subject', '# Workflow design\n\n1. Queues\n2. Timers'],
    ['offers', '# Next steps\n\n1. Read\n2. Write'],
    ['servers', '# Model Context Protocol\n\n1. Maps\n2. Mail'],
    ['bullets', '# Process\n\n- Read\n- Write'],
  ])('is not recognised in %s', (_, markdown) => {
    expect(blocksOf(markdown)).toEqual(['prose']);
  });

  it('is not recognised in nouns that name what to think of, or in questions', () => {
    const nouns = text('1. **Durability**: how long it lasts', '2. **Performance** of the oven', '3. Price');
    expect(found('workflow', text('# Ovens', 'When designing an oven:', '', nouns))).toEqual([]);
    const questions = text('1. Is it hot?', '2. Does it smell?');
    expect(found('workflow', text('# Ovens', 'Before opening the oven:', '', questions))).toEqual([]);
    const explained = text('1. **Look**: is it hot?', '2. **Smell**: what is it?');
    expect(found('workflow', text('# Ovens', 'Before opening the oven:', '', explained))).toHaveLength(1);
  });

  it('is recognised below each heading in a section about several workflows', () => {
    const lists = text('## 1. Opening', '1. Unlock', '2. Sweep', '## Closing', '1. Sweep', '2. Lock');
    expect(found('workflow', text('# Core workflows', lists)).map(({ title }) => title)).toEqual([
      '1. Opening',
      'Closing',
    ]);
    expect(found('workflow', text('# Workflows', '## Available ovens', '1. Gas', '2. Wood'))).toEqual([]);
  });

  it('is recognised by its introduction below any heading', () => {
    const list = text('', '1. Open the door', '2. Call the chief');
    expect(found('workflow', text('# Failure behaviour', 'If the oven smokes:', list))).toHaveLength(1);
  });

  it.each([
    ['phases', '# Baking phases'],
    ['a workflow for something', '# Mandatory workflow for rye'],
    ['a numbered workflow, among examples', '# Example workflows\n\n## Workflow 2: bake rye\n\n**Story**: a feast'],
    ['a pipeline for something', '# Pipeline: new loaves\n\nWhen asked to bake:'],
    ['an order', '# Audit\n\nPasses, in order:'],
    ['a moment before the work', '# Before you open the oven'],
    ['words that ask to follow a process', '# Rye\n\nYou will follow this process for old dough:'],
  ])('is recognised by %s', (_, above) => {
    expect(found('workflow', `${above}\n\n1. Knead\n2. Bake`)).toHaveLength(1);
    expect(found('workflow', `${above}\n\n- Knead\n- Bake`)).toEqual([]);
  });

  it('is not recognised if it is the order of places to look', () => {
    expect(found('workflow', '# Flour\n\nLook in these places, in order:\n\n1. Shelf\n2. Cellar')).toEqual([]);
  });

  it('is not recognised in an example of an answer', () => {
    expect(found('workflow', '# Example reports\n\n## Process\n\n1. Knead\n2. Bake')).toEqual([]);
  });
});

describe('numbered steps', () => {
  it.each([
    '# Workflow per loaf',
    '# Baker\n\nThe flow is fixed:',
    '# Rules\n\nAfter the miller returns:',
    '# Doubts\n\nDo not guess. Instead:',
  ])('are a workflow below %s', (title) => {
    expect(found('workflow', text(title, '', '1. Knead', '2. Bake', '3. Sell'))).toHaveLength(1);
  });
});
