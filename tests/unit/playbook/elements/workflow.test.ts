import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, said, text } from './recognised.ts';

const steps = (markdown: string) =>
  found('workflow', markdown).flatMap(({ steps }) =>
    steps.map(({ title, route, line }) => `${String(line)} ${title} | ${said(route)}`),
  );

describe('a workflow', () => {
  it.each([
    ['dots', '1. **A** → `@a`\n2. **B** → `@b` + `@c`'],
    ['brackets', '1) A -> @a\n2) B => @b and @c'],
    ['the same number throughout', '1. A → @a\n1. B → @b, @c'],
    ['CRLF', '1. A → @a\r\n2. B → @b & @c\r\n'],
    ['steps in detail', '1. A → @a\n   - detail → more\n2. B → @b + @c'],
  ])('is recognised with %s', (_, list) => {
    expect(steps(list).map((step) => step.slice(2))).toEqual(['A | a', 'B | b and c']);
  });

  it('has the title of its heading, and can be at the very start of a file', () => {
    expect(found('workflow', '# Ship\n\n1. A → @a\n2. B → @b')[0]).toMatchObject({ title: 'Ship', from: 3, to: 4 });
    expect(found('workflow', '1. A → @a\n2. B → @b')[0]).toMatchObject({
      title: 'Workflow',
      slug: 'workflow',
      from: 1,
    });
  });

  it('can have roles in up to half of its steps', () => {
    expect(steps('1. A → @a\n2. B → domain specialist')).toEqual(['1 A | a', '2 B | <domain specialist>']);
    expect(steps('1. A → @a\n2. B → somebody\n3. C → anybody')).toEqual([]);
  });

  it.each([
    ['an ordered list with one arrow', '1. A → @a\n2. B\n3. C'],
    ['transformations', '1. `Vec` → zero-copy slices\n2. `Mutex` → lock-free'],
    ['one step', '1. A → @a'],
    ['plain steps', '1. Read\n2. Write'],
    ['addresses', '1. Mail → me@example.org\n2. Package → @types/node'],
  ])('is not recognised in %s', (_, list) => {
    expect(blocksOf(`# Style\n\n${list}`)).toEqual(['prose']);
  });
});

describe('a list of steps', () => {
  it.each([
    ['under a heading of process', '## Review process\n\n1. Read\n2. Write', 'Review process'],
    ['under a label, in a file with headings', '# Job\n\nText.\n\nBaking steps:\n\n1. Knead\n2. Bake', 'Baking steps'],
    ['under a bold label', '# Job\n\n**My approach**\n\n1. Knead\n2. Bake', 'My approach'],
    ['under “When invoked”, as bullets too', '# Job\n\nWhen invoked:\n- Look\n- Listen', 'When invoked'],
  ])('is recognised %s', (_, markdown, title) => {
    expect(found('workflow', markdown)).toMatchObject([{ form: 'steps', title, steps: [{}, {}] }]);
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
    ['a label that says less', '# Rye bread\n\n**Workflow**:\n\n1. Knead\n2. Rest', 'Rye bread'],
  ])('is recognised below %s', (_, markdown, title) => {
    expect(found('workflow', markdown)).toMatchObject([{ form: 'steps', title, steps: [{}, {}] }]);
  });

  it('can be a fence of named steps with their tasks', () => {
    const fence = '```yaml\nKnead:\n  - by hand\n\nBake:\n  - at 220 °C\n  - for an hour\n```';
    expect(found('workflow', `# Delivery workflow\n\n${fence}`)).toMatchObject([
      { form: 'steps', title: 'Delivery workflow', steps: [{ title: 'Knead' }, { title: 'Bake', line: 7 }] },
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
});

describe('the phases of a workflow', () => {
  const phases = (markdown: string) =>
    found('workflow', markdown).map(({ form, title, section, from, to, steps }) => ({
      form,
      title,
      section,
      lines: `${String(from)}–${String(to)}`,
      steps: steps.map(({ title, tasks, line }) => `${String(line)} ${title}: ${tasks.join(', ')}`),
    }));

  it('are consecutive numbered sections with their lists', () => {
    expect(
      phases(
        text(
          '# Work',
          '## Phase 1: Look',
          '- a',
          '- [ ] b',
          '',
          'Text.',
          '## Phase 2 – Build',
          '### Detail',
          '1. c',
          '',
          '- [x] d',
          '## Other',
        ),
      ),
    ).toEqual([
      {
        form: 'phases',
        title: 'Work',
        section: 'work',
        lines: '2–11',
        steps: ['2 Look: a, b', '7 Build: c, d'],
      },
    ]);
  });

  it.each([
    ['stages', '## Stage 1. A\n\nx\n\n## Stage 2) B\n\ny'],
    ['steps', '## Step 1 — A\n\nx\n\n## STEP 2 - B\n\ny'],
    ['numbers under a title that says so', '# Release process\n\n### 1. A\n\nx\n\n### 2) B\n\ny'],
    ['labels', '**Phase 1: A**\n\nx\n\n**Phase 2: B:**\n\ny'],
    ['subtasks after a symbol', '## 🔍 Subtask 1: A\n\nx\n\n## ⚙️ Subtask 2: B\n\ny'],
  ])('can be titled as %s', (_, markdown) => {
    expect(phases(markdown).flatMap(({ steps }) => steps.map((step) => step.replace(/^\d+ |: $/g, '')))).toEqual([
      'A',
      'B',
    ]);
  });

  it('can be numbered without further words', () => {
    expect(phases('# Phases\n### 3.\nx\n### 4.\ny')[0]?.steps).toEqual(['2 3.: ', '4 4.: ']);
  });

  it('can be bold paragraphs in a file with headings, and keep a number between two others', () => {
    expect(phases('# Bread\n\n**Step 1: Knead**\n\n- a\n\n**Step 1.5: Rest**\n\n- b\n\n# End')).toMatchObject([
      { title: 'Bread', steps: ['3 Knead: a', '7 Step 1.5: Rest: b'] },
    ]);
  });

  it.each([
    ['weeks', '**Week 1: Plant**\n\n- a\n\n**Weeks 2-3: Water**\n\n- b', ['Week 1: Plant', 'Weeks 2-3: Water']],
    ['days', '### Day 1\n\n- a\n\n### Day 2\n\n- b', ['Day 1', 'Day 2']],
    ['sprints', '### Sprint 1 (mud)\n\n- a\n\n### Sprint 2 (seed)\n\n- b', ['Sprint 1 (mud)', 'Sprint 2 (seed)']],
    ['ranges of steps', '### Step 1-2: Dig\n\n- a\n\n### Step 3: Sow\n\n- b', ['Step 1-2: Dig', 'Sow']],
    ['Roman numbers', '### Phase I: Dig\n\n- a\n\n### Phase II: Sow\n\n- b', ['Phase I: Dig', 'Phase II: Sow']],
  ])('can be %s, which stay in their titles if they say more than the position', (_, markdown, titles) => {
    const [workflow] = found('workflow', `# Garden\n\n${markdown}\n\n# End`);
    expect(workflow?.steps.map(({ title, tasks }) => [title, ...tasks])).toEqual([
      [titles[0], 'a'],
      [titles[1], 'b'],
    ]);
  });

  it('can be the items of a list', () => {
    expect(found('workflow', '# Garden\n\n- **Week 1**: Dig\n- **Week 2**: Sow')).toMatchObject([
      { title: 'Garden', form: 'steps', steps: [{ title: 'Week 1: Dig' }, { title: 'Week 2: Sow' }] },
    ]);
  });

  it.each(['Option', 'Example', 'Pattern', 'Level'])('are not sections with the number of a kind: %s', (word) => {
    expect(blocksOf(`# Garden\n\n## ${word} 1: Hoe\n\n- a\n\n## ${word} 2: Rake\n\n- b`)).toEqual(['prose', 'prose']);
  });

  it('have no title of their own if no heading is above them', () => {
    expect(phases('# Phase 1: A\nx\n# Phase 2: B\ny')[0]?.title).toBe('Workflow');
  });

  it('end where the last one would have more labelled lists than those before, or a list of colleagues', () => {
    const end = 'Rise rules:\n- b\n\nGoodies:\n- c\n\n';
    expect(phases(`# Work\n## Phase 1: A\nFirst:\n- a\n\n## Phase 2: B\n${end}`)[0]?.steps).toEqual([
      '2 A: a',
      '6 B: b',
    ]);
    const colleagues = 'Works with:\n- Help oven-keeper with heat\n- Help flour-buyer with rye\n';
    expect(phases(`# Work\n## Phase 1: A\n- a\n## Phase 2: B\n- b\n\n${colleagues}`)[0]?.steps[1]).toBe('4 B: b');
  });

  it('make two workflows under two parent headings', () => {
    const part = (title: string) => `# ${title}\n## Phase 1\n- x\n## Phase 2\n- y\n`;
    expect(phases(part('A') + part('B')).map(({ title }) => title)).toEqual(['A', 'B']);
  });

  it.each([
    ['a single one', '## Phase 1: A\n\nx'],
    ['numbered servers', '# Model Context Protocol servers\n## 1. Maps\nx\n## 2. Mail\ny'],
    ['numbered sections', '# Manual\n## 1. Scope\nx\n## 2. Terms\ny'],
    ['interrupted ones', '## Phase 1: A\nx\n## Notes\ny\n## Phase 2: B\nz'],
  ])('are not recognised in %s', (_, markdown) => {
    expect(phases(markdown)).toEqual([]);
  });

  it('are recognised below the title of a flow', () => {
    expect(phases('# Standard baking flow\n## 1. Mix\nx\n## 2. Bake\ny').map(({ title }) => title)).toEqual([
      'Standard baking flow',
    ]);
  });

  it('can be the numbered steps of a pipeline, of an event, or of a numbered part of a method', () => {
    const kinds = (markdown: string) => found('workflow', markdown).map(({ title }) => title);
    expect(kinds('# Dough pipeline\n\n1. Mix\n2. Rest')).toEqual(['Dough pipeline']);
    expect(kinds('# Closing time\n\nOn a power cut:\n\n1. Open the oven\n2. Save the rye')).toHaveLength(1);
    expect(kinds('# 2. Method\n\n## 2.1 Mixing\n\n1. Weigh\n2. Stir')).toEqual(['2.1 Mixing']);
  });

  it('are not several workflows, a list that goes on with the numbers of another, or an order of importance', () => {
    expect(phases('# Workflows\n## 1. Baking workflow\nx\n## 2. Closing workflow\ny')).toEqual([]);
    expect(found('workflow', '# Cooling protocol\n\n7. Open the door\n8. Wait')).toEqual([]);
    expect(found('workflow', '# Loaves\n\nWhen in doubt, prioritise in this order:\n\n1. Taste\n2. Price')).toEqual([]);
    expect(found('workflow', '# Job\n\nYour work is an endless loop:\n\n1. Mix\n2. Bake')).toHaveLength(1);
  });
});

describe('steps that markdown does not read as one list', () => {
  const shown = (markdown: string) =>
    found('workflow', markdown).map(({ title, from, to, steps }) => [
      `${title} ${String(from)}-${String(to)}`,
      ...steps.map((step) => [`${String(step.line)} ${step.title}`, ...step.tasks].join(' / ')),
    ]);

  it('are paragraphs that begin with a numbered phase', () => {
    const markdown = text(
      '# Loaf',
      '**Phase 1 — Knead**: ten minutes.',
      '',
      '**Phase 2 — Rest**: an hour.',
      '',
      'End.',
    );
    expect(shown(markdown)).toEqual([['Loaf 2-4', '2 Phase 1 — Knead: ten minutes.', '4 Phase 2 — Rest: an hour.']]);
    expect(blocksOf(markdown)).toEqual(['workflow', 'prose']);
  });

  it('are bold numbers with lists between them, below a title of process', () => {
    const phases = text('**1. Knead**', '- flour', '- water', '', '**2. Rest**', '- cover');
    expect(shown(text('# Baking process', '', phases))).toEqual([
      ['Baking process 3-8', '3 Knead / flour / water', '7 Rest / cover'],
    ]);
    expect(shown(text('# Kinds of bread', '', phases))).toEqual([]);
  });

  it('are bold names with arrows, at least three in a row', () => {
    const named = ['**Knead** → ten minutes', '', '**Rest** → an hour', '', '**Bake** → until brown'];
    expect(shown(text('# Workflow', ...named))[0]?.slice(1)).toEqual([
      '2 Knead → ten minutes',
      '4 Rest → an hour',
      '6 Bake → until brown',
    ]);
    expect(blocksOf(text('# Workflow', ...named.slice(2)))).toEqual(['prose']);
    expect(blocksOf(text('# Flours', ...named))).toEqual(['prose']);
    expect(blocksOf(text('# Workflow', ...named).replaceAll(' →', ':'))).toEqual(['prose']);
  });

  it('are numbered lists that other text splits', () => {
    const list = text('1. Knead', '', 'The dough is soft.', '', '2. Rest', '', '```', 'wait', '```', '', '3. Bake');
    expect(shown(text('# Workflow', list))).toEqual([['Workflow 2-12', '2 Knead', '6 Rest', '12 Bake']]);
    expect(blocksOf(text('# Flours', list))).toEqual(['prose', 'code', 'prose']);
  });

  it('are joined by arrows on one line, or from line to line', () => {
    expect(shown('# Workflow\n\nKnead → rest → bake')).toEqual([['Workflow 3-3', '3 Knead', '3 rest', '3 bake']]);
    expect(shown('# Core mission\n\nKnead → rest → bake')).toHaveLength(1);
    expect(shown('# Bread\n\n**Process**: knead → rest → bake.')[0]?.[0]).toBe('Process 3-3');
    expect(shown(text('# Workflow', fence('', 'Knead → rest', '  → bake'))).flat()).toContain('4 bake');
  });

  it('are boxes below each other', () => {
    const boxes = fence(
      '',
      '┌─────┐',
      '│Knead│',
      '│ ten │',
      '└──┬──┘',
      '   ▼',
      '┌─────┐',
      '│Rest │',
      '└─────┘',
      '   ↓',
      'Bake',
    );
    expect(shown(text('# Baking workflow', boxes))).toEqual([
      ['Baking workflow 2-13', '4 Knead / ten', '9 Rest', '12 Bake'],
    ]);
  });

  it.each([
    ['boxes beside each other', fence('', '│ Oven │ │ Shop │', '   ▼', 'Street', '   ▼', 'Town')],
    ['two steps', 'Flour → dough'],
    ['sentences', 'Knead it. Then wait → rest. Wait → bake. Eat'],
    ['a program', fence('ts', 'a => b => c')],
  ])('are not %s', (_, block) => {
    expect(found('workflow', text('# Workflow', '', block))).toEqual([]);
  });

  it('are not the flow of data, or arrows below another title', () => {
    expect(found('workflow', '# Data flow\n\nFlour → dough → bread')).toEqual([]);
    expect(found('workflow', '# Journeys\n\nFlour → dough → bread')).toEqual([]);
  });

  it('can have their labels in a line above their text, beside labels alone, and numbers with a point', () => {
    const labels = text(
      '# Bread',
      '',
      '**Step 1.1: Knead**',
      '- flour',
      '',
      '**Step 1.2: Rest**',
      'Cover it:',
      '- cloth',
    );
    expect(found('workflow', labels)).toMatchObject([
      { form: 'phases', steps: [{ title: 'Step 1.1: Knead' }, { title: 'Step 1.2: Rest', line: 6, tasks: ['cloth'] }] },
    ]);
    const numbers = text('# Baking workflow', '## 1. Knead', '## 1.5. Fold', '## 2. Bake');
    expect(found('workflow', numbers)[0]?.steps).toHaveLength(3);
  });

  it('can be numbered sections below “Instructions”', () => {
    expect(found('workflow', text('# Instructions', '## 1. Knead', '## 2. Bake'))[0]?.steps).toHaveLength(2);
  });

  it('are no order of what counts more, and no rules to pass on', () => {
    const list = text('1. Rye', '2. Spelt');
    expect(blocksOf(text('# Source of truth order', 'When recipes conflict:', '', list))).toEqual(['prose']);
    expect(blocksOf(text('# Flour', 'If the oven is full, remove:', '', list))).toEqual(['prose']);
    expect(found('workflow', text('# Recipes', '## One truth', 'Before you bake:', '', list))).toHaveLength(1);
    expect(blocksOf(text('# Flour', 'Before baking, ensure that everyone knows this:', '', list))).toEqual(['prose']);
  });

  it('can be sections whose heading only says that they are phases', () => {
    const [found1] = found(
      'workflow',
      text('# Baker', '## Phases', '### KNEAD', '1. Mix', '2. Fold', '### BAKE', '1. Heat'),
    );
    expect(found1).toMatchObject({
      form: 'phases',
      title: 'Phases',
      steps: [{ title: 'KNEAD', tasks: ['Mix', 'Fold'] }, {}],
    });
    expect(
      found('workflow', text('# Baker', '## Phases', '### KNEAD', '1. Mix', '2. Fold', '### BAKE', '1. Heat')),
    ).toHaveLength(1);
    expect(found('workflow', text('# Baker', '## Next steps', '### KNEAD', 'a', '### BAKE', 'b'))).toEqual([]);
  });

  it('are not the parts of a program that arrows join', () => {
    expect(blocksOf(text('# Oven pipeline', fence('', 'Dough → HeatFilter → CrustFilter → bake()')))).toEqual(['code']);
    expect(blocksOf(text('# Oven pipeline', fence('', 'Dough → Heat → Crust → bake()')))).toEqual(['workflow']);
  });

  it('can be a drawn tree with numbered branches', () => {
    const tree = fence(
      'text',
      '/bake',
      '  │',
      '  ├─► 0. CHECK (oven)',
      '  │   ├─ Heat it',
      '  │   └─ 9 loaves',
      '  └─► 1. BAKE',
      '      └─ Wait',
    );
    expect(found('workflow', text('# /bake Flow', tree))).toMatchObject([
      {
        title: '/bake Flow',
        steps: [{ title: 'CHECK (oven)', tasks: ['Heat it', '9 loaves'], line: 5 }, { tasks: ['Wait'] }],
      },
    ]);
    expect(blocksOf(text('# Folder', tree))).toEqual(['code']);
  });

  it('can be lines with bold numbers, without blank lines between', () => {
    const lines = text('**0. Read:** the recipe:', '    - `rye`', '**1. Knead:** the dough.', '**10. Bake** it');
    expect(found('workflow', text('# Instructions', lines))).toMatchObject([
      {
        from: 2,
        to: 5,
        steps: [{ title: 'Read: the recipe: - rye', line: 2 }, { line: 4 }, { title: 'Bake it', line: 5 }],
      },
    ]);
    expect(blocksOf(text('# Bread', lines))).toEqual(['prose']);
    expect(blocksOf(text('# Instructions', '**1. Knead** and', '**2. Bake**'))).toEqual(['prose']);
  });

  it('have an introduction that says so, and none that says what to find or to be', () => {
    const list = text('1. Rye', '2. Spelt');
    expect(found('workflow', text('# Oven position', 'After opening the oven:', '', list))).toHaveLength(1);
    expect(found('workflow', text('# Baker', 'You will bake each loaf by:', '', list))).toHaveLength(1);
    expect(found('workflow', text('# First step', list))).toHaveLength(1);
    expect(blocksOf(text('# First step', 'Read the recipe to find:', '', list))).toEqual(['prose']);
    expect(blocksOf(text('# Instructions', 'Be kind. Your job is to:', '', list))).toEqual(['prose']);
  });

  it('can be in a part about reports, if its introduction says to follow it', () => {
    const list = text('1. Count', '2. Write');
    const protocol = '### Update protocol';
    expect(found('workflow', text('## Report output', protocol, 'Follow this protocol:', '', list))).toHaveLength(1);
    expect(found('workflow', text('## Report output', protocol, 'It has:', '', list))).toEqual([]);
  });

  it('are no numbered parts of a checklist', () => {
    const parts = text('## 1. Crust', '- golden?', '- whole?', '## 2. Crumb', '- open?', '- soft?');
    expect(found('workflow', text('# Loaf checklist', 'When tasting a loaf:', parts))).toEqual([]);
    expect(found('workflow', text('# Loaf', 'When tasting a loaf:', parts))).toHaveLength(1);
  });

  it('can be a list below a tag, or numbered sections below a label', () => {
    expect(found('workflow', '# Baker\n\n<baking_process>\n1. Knead\n2. Bake\n</baking_process>')).toMatchObject([
      { title: 'baking process' },
    ]);
    const sections = text('', '## 1. Knead', '## 2. Rest', '## 3. Bake');
    expect(found('workflow', `# Baker\n\n**Step-by-step process:**\n${sections}`)[0]?.steps).toHaveLength(3);
    expect(found('workflow', `# Baker\n\nWhen baking a loaf:\n${sections}`)[0]?.steps).toHaveLength(3);
    expect(found('workflow', `# Baker\n\nKinds of bread:\n${sections}`)).toEqual([]);
  });

  it('can be numbered lines in a fence below a title of steps, with what is below each as its tasks', () => {
    const [workflow] = found(
      'workflow',
      text('BAKING STEPS (in order)', fence('', '1. Knead', '   -> well', '', '2. Bake')),
    );
    expect(workflow).toMatchObject({
      title: 'BAKING STEPS (in order)',
      steps: [{ title: 'Knead', tasks: ['well'] }, { title: 'Bake' }],
    });
    expect(found('workflow', text('# Baking steps', fence('', '1. Knead', '3. Bake')))).toEqual([]);
    expect(found('workflow', text('# Bread', fence('', '1. Knead', '2. Bake')))).toEqual([]);
  });

  it.each([
    ['# Life of a loaf\n\n## Loaf lifecycle\n\n1. a\n2. b', 'Loaf lifecycle'],
    ['# Rules\n\n**Handling flat loaves**:\n\n1. a\n2. b', 'Handling flat loaves'],
    ['WORKFLOW\n1. a\n2. b', 'WORKFLOW'],
  ])('can be a numbered list below a label or a heading of its own: %j', (markdown, title) => {
    expect(found('workflow', markdown)).toMatchObject([{ title, steps: [{ title: 'a' }, { title: 'b' }] }]);
  });
});
