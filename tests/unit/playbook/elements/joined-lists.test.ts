import { describe, expect, it } from 'vitest';
import { blocksOf, fence, found, text } from './recognised.ts';

describe('a workflow whose steps markdown does not read as one list', () => {
  const shown = (markdown: string) =>
    found('workflow', markdown).map(({ title, from, to, steps }) => [
      `${title} ${String(from)}-${String(to)}`,
      ...steps.map((step) => [`${String(step.line)} ${step.title}`, ...step.tasks].join(' / ')),
    ]);

  it('can be written as paragraphs that begin with a numbered phase', () => {
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

  it('can be written as bold numbers with lists between them, below the title of a process', () => {
    const phases = text('**1. Knead**', '- flour', '- water', '', '**2. Rest**', '- cover');
    expect(shown(text('# Baking process', '', phases))).toEqual([
      ['Baking process 3-8', '3 Knead / flour / water', '7 Rest / cover'],
    ]);
    expect(shown(text('# Kinds of bread', '', phases))).toEqual([]);
  });

  it('can be written as bold names with arrows, if there are at least three in a row', () => {
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

  it('can be written as a numbered list that other text splits', () => {
    const list = text('1. Knead', '', 'The dough is soft.', '', '2. Rest', '', '```', 'wait', '```', '', '3. Bake');
    expect(shown(text('# Workflow', list))).toEqual([['Workflow 2-12', '2 Knead', '6 Rest', '12 Bake']]);
    expect(blocksOf(text('# Flours', list))).toEqual(['prose', 'code', 'prose']);
  });

  it('can be written in tags with the names of its steps, and ends at the last closing tag', () => {
    const markdown = text(
      '<baking_process>',
      '',
      '<step name="knead_dough" priority="first">',
      '- flour',
      '- water',
      '</step>',
      '',
      '<step name="rest">',
      'Cover it:',
      '- [ ] towel',
      '- [ ] bowl',
      '',
      '</step>',
      '',
      'The end.',
    );
    expect(shown(markdown)).toEqual([
      ['baking process 3-13', '3 knead dough / flour / water', '8 rest / towel / bowl'],
    ]);
    expect(found('quality-gate', markdown).map(({ from, to }) => [from, to])).toEqual([[10, 11]]);
    expect(blocksOf(markdown)).toEqual(['prose', 'workflow', 'prose']);
    expect(blocksOf('<step name="rest">\nCover it.\n</step>')).toEqual(['prose']);
    expect(blocksOf('<flour name="rye">\nDark.\n</flour>\n\n<flour name="wheat">\nLight.\n</flour>')).toEqual([
      'prose',
    ]);
  });

  it('can be written with arrows on one line, or from line to line', () => {
    expect(shown('# Workflow\n\nKnead → rest → bake')).toEqual([['Workflow 3-3', '3 Knead', '3 rest', '3 bake']]);
    expect(shown('# Core mission\n\nKnead → rest → bake')).toHaveLength(1);
    expect(shown('# Bread\n\n**Process**: knead → rest → bake.')[0]?.[0]).toBe('Process 3-3');
    expect(shown(text('# Workflow', fence('', 'Knead → rest', '  → bake'))).flat()).toContain('4 bake');
  });

  it('can be drawn as boxes below each other', () => {
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

  it('may name the case in which to follow an arrow, and have dots for further steps', () => {
    const lines = ['Miller', '  ↓', 'Baker (you)', '  ↓ PASS', 'Grocer', '  ↓', '... rest of the town'];
    expect(
      found('workflow', `# Pipeline position\n\n${fence('', ...lines)}`)[0]?.steps.map(({ title }) => title),
    ).toEqual(['Miller', 'Baker (you)', 'Grocer', 'rest of the town']);
  });

  it('can be written with arrows on the line below its name', () => {
    expect(found('workflow', '# Bread\n\nBake in this mandatory sequence:\nMix -> Rest -> Bake.')).toMatchObject([
      { title: 'Bake in this mandatory sequence', steps: [{ title: 'Mix', line: 4 }, {}, { title: 'Bake' }] },
    ]);
    expect(found('workflow', '# Failure protocol\n\nIf it burns:\nSTOP → OPEN → BEGIN AGAIN')).toHaveLength(1);
    expect(found('workflow', 'Workflow: bake it (mix → rest → bake) well')).toEqual([]);
    expect(found('workflow', '# Sequence\n\nOne.\nTwo:\nMix → Rest → Bake')).toEqual([]);
  });

  it('is not recognised if arrows show the flow of data, or are below a title that is not about a process', () => {
    expect(found('workflow', '# Data flow\n\nFlour → dough → bread')).toEqual([]);
    expect(found('workflow', '# Journeys\n\nFlour → dough → bread')).toEqual([]);
  });

  it('can have phases whose labels are on the first line of a paragraph, and numbers such as 1.5', () => {
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
      {
        variant: 'phases',
        steps: [{ title: 'Step 1.1: Knead' }, { title: 'Step 1.2: Rest', line: 6, tasks: ['cloth'] }],
      },
    ]);
    const numbers = text('# Baking workflow', '## 1. Knead', '## 1.5. Fold', '## 2. Bake');
    expect(found('workflow', numbers)[0]?.steps).toHaveLength(3);
  });

  it('can consist of numbered sections below “Instructions”', () => {
    expect(found('workflow', text('# Instructions', '## 1. Knead', '## 2. Bake'))[0]?.steps).toHaveLength(2);
  });

  it('is not recognised in a list by priority, of objects of a verb, or of rules to pass on', () => {
    const list = text('1. Rye', '2. Spelt');
    expect(blocksOf(text('# Source of truth order', 'When recipes conflict:', '', list))).toEqual(['prose']);
    expect(blocksOf(text('# Flour', 'If the oven is full, remove:', '', list))).toEqual(['prose']);
    expect(found('workflow', text('# Recipes', '## One truth', 'Before you bake:', '', list))).toHaveLength(1);
    expect(blocksOf(text('# Flour', 'Before baking, ensure that everyone knows this:', '', list))).toEqual(['prose']);
  });

  it('can consist of sections below the heading “Phases”, whatever their own headings are', () => {
    const [found1] = found(
      'workflow',
      text('# Baker', '## Phases', '### KNEAD', '1. Mix', '2. Fold', '### BAKE', '1. Heat'),
    );
    expect(found1).toMatchObject({
      variant: 'phases',
      title: 'Phases',
      steps: [{ title: 'KNEAD', tasks: ['Mix', 'Fold'] }, {}],
    });
    expect(
      found('workflow', text('# Baker', '## Phases', '### KNEAD', '1. Mix', '2. Fold', '### BAKE', '1. Heat')),
    ).toHaveLength(1);
    expect(found('workflow', text('# Baker', '## Next steps', '### KNEAD', 'a', '### BAKE', 'b'))).toEqual([]);
  });

  it('is not recognised if most of what arrows join are names in a program', () => {
    expect(blocksOf(text('# Oven pipeline', fence('', 'Dough → HeatFilter → CrustFilter → bake()')))).toEqual(['code']);
    expect(blocksOf(text('# Oven pipeline', fence('', 'Dough → Heat → Crust → bake()')))).toEqual(['workflow']);
  });

  it('can be drawn as a tree with numbered branches', () => {
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

  it('can be written as lines with bold numbers, without blank lines between them', () => {
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

  it('is recognised by its introduction, unless that says what to find or what the job is', () => {
    const list = text('1. Rye', '2. Spelt');
    expect(found('workflow', text('# Oven position', 'After opening the oven:', '', list))).toHaveLength(1);
    expect(found('workflow', text('# Baker', 'You will bake each loaf by:', '', list))).toHaveLength(1);
    expect(found('workflow', text('# First step', list))).toHaveLength(1);
    expect(blocksOf(text('# First step', 'Read the recipe to find:', '', list))).toEqual(['prose']);
    expect(blocksOf(text('# Instructions', 'Be kind. Your job is to:', '', list))).toEqual(['prose']);
  });

  it('is recognised in a section about reports only if its introduction says to follow it', () => {
    const list = text('1. Count', '2. Write');
    const protocol = '### Update protocol';
    expect(found('workflow', text('## Report output', protocol, 'Follow this protocol:', '', list))).toHaveLength(1);
    expect(found('workflow', text('## Report output', protocol, 'It has:', '', list))).toEqual([]);
  });

  it('does not consist of the numbered parts of a checklist', () => {
    const parts = text('## 1. Crust', '- golden?', '- whole?', '## 2. Crumb', '- open?', '- soft?');
    expect(found('workflow', text('# Loaf checklist', 'When tasting a loaf:', parts))).toEqual([]);
    expect(found('workflow', text('# Loaf', 'When tasting a loaf:', parts))).toHaveLength(1);
  });

  it('can be a list below a tag, or numbered sections below a label that says that steps follow', () => {
    expect(found('workflow', '# Baker\n\n<baking_process>\n1. Knead\n2. Bake\n</baking_process>')).toMatchObject([
      { title: 'baking process' },
    ]);
    const sections = text('', '## 1. Knead', '## 2. Rest', '## 3. Bake');
    expect(found('workflow', `# Baker\n\n**Step-by-step process:**\n${sections}`)[0]?.steps).toHaveLength(3);
    expect(found('workflow', `# Baker\n\nWhen baking a loaf:\n${sections}`)[0]?.steps).toHaveLength(3);
    expect(found('workflow', `# Baker\n\nKinds of bread:\n${sections}`)).toEqual([]);
  });

  it('can be written as numbered lines in a fence below a title of steps, with indented lines as tasks', () => {
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

  it('can be written as lines with bold names and arrows in one paragraph', () => {
    const lines = text('**Knead** → ten minutes', '**Rest** → an hour', '**Bake** → until brown');
    expect(shown(text('# Workflow', lines))[0]?.slice(1)).toEqual([
      '2 Knead → ten minutes',
      '3 Rest → an hour',
      '4 Bake → until brown',
    ]);
  });

  it('can be a chain of steps below a label that calls it one, but not a supply chain', () => {
    const chain = fence('', 'Smell', '→ smoke', '→ fire');
    expect(found('workflow', text('# Baking chain', chain))).toHaveLength(1);
    expect(found('workflow', text('# Supply chain', chain))).toEqual([]);
  });
});
