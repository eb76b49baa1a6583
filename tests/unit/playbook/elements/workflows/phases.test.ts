import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from '../recognised.ts';

describe('the phases of a workflow', () => {
  const phases = (markdown: string) =>
    found('workflow', markdown).map(({ variant, title, section, from, to, steps }) => ({
      variant,
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
        variant: 'phases',
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
    ['letters', '## Phase A – A\n\nx\n\n## Phase B: B\n\ny'],
    ['labels', '**Phase 1: A**\n\nx\n\n**Phase 2: B:**\n\ny'],
    ['subtasks after a symbol', '## 🔍 Subtask 1: A\n\nx\n\n## ⚙️ Subtask 2: B\n\ny'],
  ])('can be titled as %s', (_, markdown) => {
    expect(phases(markdown).flatMap(({ steps }) => steps.map((step) => step.replace(/^\d+ |: $/g, '')))).toEqual([
      'A',
      'B',
    ]);
  });

  it('can be numbers without further words', () => {
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
      { title: 'Garden', variant: 'steps', steps: [{ title: 'Week 1: Dig' }, { title: 'Week 2: Sow' }] },
    ]);
  });

  it.each(['Option', 'Example', 'Pattern', 'Level'])('are not sections with the number of a kind: %s', (word) => {
    expect(blocksOf(`# Garden\n\n## ${word} 1: Hoe\n\n- a\n\n## ${word} 2: Rake\n\n- b`)).toEqual(['prose', 'prose']);
  });

  it('are a workflow called “Workflow” if no heading is above them', () => {
    expect(phases('# Phase 1: A\nx\n# Phase 2: B\ny')[0]?.title).toBe('Workflow');
  });

  it('end before a list of colleagues, or before more labelled lists than the earlier phases have', () => {
    const end = 'Rise rules:\n- b\n\nGoodies:\n- c\n\n';
    expect(phases(`# Work\n## Phase 1: A\nFirst:\n- a\n\n## Phase 2: B\n${end}`)[0]?.steps).toEqual([
      '2 A: a',
      '6 B: b',
    ]);
    const colleagues = 'Works with:\n- Help oven-keeper with heat\n- Help flour-buyer with rye\n';
    expect(phases(`# Work\n## Phase 1: A\n- a\n## Phase 2: B\n- b\n\n${colleagues}`)[0]?.steps[1]).toBe('4 B: b');
  });

  it('are two workflows if they are below two headings', () => {
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

  it('are recognised by numbers below a heading that ends in “flow”', () => {
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

  it('are not recognised in a list of workflows, the rest of another list, or an order of importance', () => {
    expect(phases('# Workflows\n## 1. Baking workflow\nx\n## 2. Closing workflow\ny')).toEqual([]);
    expect(found('workflow', '# Cooling protocol\n\n7. Open the door\n8. Wait')).toEqual([]);
    expect(found('workflow', '# Loaves\n\nWhen in doubt, prioritise in this order:\n\n1. Taste\n2. Price')).toEqual([]);
    expect(found('workflow', '# Job\n\nYour work is an endless loop:\n\n1. Mix\n2. Bake')).toHaveLength(1);
  });

  it('can follow a label that says to do the following', () => {
    const parts = ['## 1. Weigh', 'a', '## 2. Bake', 'b'];
    expect(phases(text('# Bread', 'Once the dough is there, perform the following work:', ...parts))).toHaveLength(1);
    expect(phases(text('# Bread', 'We sell the following:', ...parts))).toEqual([]);
    expect(phases(text('# Bread', '**You do not run each phase yourself.**', ...parts))).toEqual([]);
  });

  it('can be the numbered parts of a single phase', () => {
    const parts = ['### 1. Sweep', 'a', '### 2. Lock', '- the door'];
    expect(phases(text('# Shop', '## Phase 3 closing protocol', ...parts))).toMatchObject([
      { title: 'Phase 3 closing protocol', steps: ['3 Sweep: ', '5 Lock: the door'] },
    ]);
    expect(phases(text('# Shop', '## Phase 3', ...parts))).toHaveLength(1);
    expect(phases(text('# Shop', '## Phase 3', '### Sweep', 'a', '### Lock', 'b'))).toEqual([]);
  });

  it('are not recognised in an example', () => {
    const rounds = ['## Phase 1: Look', 'a', '## Phase 2: Bake', 'b'];
    expect(phases(text('# Work', ...rounds))).toHaveLength(1);
    expect(phases(text('# Example session', ...rounds))).toEqual([]);
  });

  it('can have verbs as titles, if the heading above is that of a process', () => {
    const parts = ['## Plan', 'a', '## Build the oven', '- bricks', '## Test it', 'b'];
    expect(phases(text('# Workflow', ...parts))).toMatchObject([
      { title: 'Workflow', steps: ['2 Plan: ', '4 Build the oven: bricks', '6 Test it: '] },
    ]);
    expect(phases(text('# The bread loop', ...parts))).toHaveLength(1);
    expect(phases(text('# Ovens', ...parts))).toEqual([]);
    expect(phases(text('# Workflow', ...parts, '## Colours', 'c'))).toEqual([]);
  });
});
