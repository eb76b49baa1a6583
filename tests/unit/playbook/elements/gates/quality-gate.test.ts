import { describe, expect, it } from 'vitest';
import { blocksOf, found, text } from '../recognised.ts';

const shown = (markdown: string) =>
  found('quality-gate', markdown).map(({ variant, title, items }) => [
    `${variant} ${title}`,
    ...items.map(({ text, done, line }) => `${String(line)} [${done ? 'x' : ' '}] ${text}`),
  ]);

describe('a quality gate', () => {
  it.each(['- ', '* ', '+ ', '1. ', '1) '])('is recognised in a list of tasks with the marker %j', (mark) => {
    expect(shown(`# G\n${mark}[ ] a \`b\` **c**\n${mark}[x] d\n${mark}[X] e`)).toEqual([
      ['gate G', '2 [ ] a b c', '3 [x] d', '4 [x] e'],
    ]);
  });

  it('has one item for each task of the list itself, not for tasks nested in a task', () => {
    expect(shown(text('- [x] a', '  - [ ] b', '    - plain', '      - [x] c', '  - plain', '- [ ] d'))).toEqual([
      ['gate Quality gate', '1 [x] a', '6 [ ] d'],
    ]);
  });

  it('can be a single task, in a file with CRLF', () => {
    expect(shown('# G\r\n\r\n- [ ] a\r\n')).toEqual([['gate G', '3 [ ] a']]);
  });

  it('has the text of an item that starts with a code span', () => {
    expect(shown('- [ ] one\n\n  ```sh\n  two\n  ```\n')[0]?.[1]).toBe('1 [ ] one');
  });

  it('is not recognised if only some items are tasks', () => {
    expect(blocksOf('# Checklist\n- [ ] a\n- b')).toEqual(['prose']);
    expect(blocksOf('- [ ]\n- [ ]')).toEqual(['prose']);
  });
});

describe('a checklist', () => {
  it.each([
    'Review checklist',
    'Check-list',
    'Quality Gates You Apply',
    'Definition of Done',
    'Acceptance criteria',
    'Blocking criteria',
  ])('is a list under “%s”', (title) => {
    expect(shown(`# ${title}\n\n- **A**: a?\n- B`)).toEqual([[`checklist ${title}`, '3 [ ] A: a?', '4 [ ] B']]);
  });

  it('is not recognised without such a heading directly above, or with a single item', () => {
    expect(blocksOf('# Notes\n- a\n- b')).toEqual(['prose']);
    expect(blocksOf('# Checklist\n## Notes\n- a\n- b')).toEqual(['prose']);
    expect(blocksOf('# Checklist\n- a')).toEqual(['prose']);
  });
});

describe('a checklist with a label or sub-headings', () => {
  it('has the title of the label right above it, in a file with headings', () => {
    expect(shown('# Job\n\nOven checklist:\n- warm\n- clean')[0]?.[0]).toBe('checklist Oven checklist');
    expect(shown('# Job\n\n**Before submitting:**\n\n- warm\n- clean')[0]?.[0]).toBe('checklist Before submitting');
  });

  it('is recognised by an introduction that says to verify, whatever its title is', () => {
    expect(shown('# Rye\n\nFor every loaf, verify:\n\n- warm\n- round')[0]?.[0]).toBe(
      'checklist For every loaf, verify',
    );
    expect(shown('# Rye\n\nEnsure:\n\n- warm\n- round')[0]?.[0]).toBe('checklist Rye: Ensure');
    expect(blocksOf('# Output format\n\n## Loaf checklist\n\n- state of all loaves\n- proof')).toEqual(['prose']);
    expect(blocksOf('# Rye\n\nBefore finalizing the recipe, clarify:\n\n- warm?\n- round?')).toEqual(['prose']);
  });

  it('has its heading as title if the label is a whole sentence, unless that is a case', () => {
    const shownBelow = (label: string) => shown(`# Closing the shop\n\n${label}:\n\n- dark\n- cold`)[0]?.[0];
    expect(shownBelow('You may go home and take the last loaf only when all of these are met')).toBe(
      'checklist Closing the shop',
    );
    expect(shownBelow('Before marking the last loaf of a long day as sold')).toBe(
      'checklist Before marking the last loaf of a long day as sold',
    );
  });

  it('has its heading as title below the label “Check for”, also if a symbol is before the label', () => {
    expect(shown('# Dough\n\nCheck for:\n\n- lumps\n- gaps')[0]?.[0]).toBe('checklist Dough');
    expect(shown('# Dough\n\n⚠️ Before baking it, verify:\n\n1. Warm?\n2. Soft?')).toHaveLength(1);
    expect(shown('# Dough\n\nALWAYS check the recipe for:\n\n- flour\n- water')).toEqual([]);
  });

  it('can be below a tag with its name', () => {
    expect(shown('# Dough\n\n<check>\nBefore baking, verify your dough:\n- warm\n- soft\n</check>')).toHaveLength(1);
  });

  it('has one part for each heading below its own, but none for its notes', () => {
    const parts = '# Oven checklist\n## Heat\n- a\n- b\n## Notes\n- c\n- d';
    expect(shown(parts)).toEqual([['checklist Oven checklist: Heat', '3 [ ] a', '4 [ ] b']]);
  });

  it('can have drawn boxes', () => {
    expect(shown('# Job\n- ☐ warm\n- ☑ clean')).toEqual([['gate Job', '2 [ ] warm', '3 [x] clean']]);
  });

  it('can be a table, with an item for each row', () => {
    const table = '| Part | Must be | Stops |\n|---|---|---|\n| Crust | golden | yes |\n| Crumb | open | |';
    expect(shown(`# Quality gates\n\n${table}`)).toEqual([
      ['checklist Quality gates', '5 [ ] Crust: golden, yes', '6 [ ] Crumb: open'],
    ]);
    expect(shown(`# Bread\n\n${table}`)).toEqual([]);
    expect(shown(`# Report format\n\n## Quality gates\n\n${table}`)).toEqual([]);
  });

  it('can be in a fence with headings and labels', () => {
    const tasks = '- [ ] Oven is hot\n- [x] Dough has risen\n* [ ] Door is shut';
    expect(shown(`# Before the oven\n\n\`\`\`markdown\n## Heat\n${tasks}\n\`\`\``)).toEqual([
      ['gate Before the oven', '5 [ ] Oven is hot', '6 [x] Dough has risen', '7 [ ] Door is shut'],
    ]);
    expect(shown(`# Oven\n\n\`\`\`\n${tasks}\nfirst line\nsecond line\n\`\`\``)).toEqual([]);
    expect(shown(`# Oven\n\n\`\`\`js\n${tasks}\n\`\`\``)).toEqual([]);
    expect(shown('# Oven\n\n```\n- [x] a\n- [x] b\n- [x] c\n```')).toEqual([]);
  });

  it('can have parts with labels, and a heading such as “What you check”', () => {
    expect(shown('# Loaf checklist\n\n## Crust\n\nFor every loaf:\n\n- golden?\n- whole?')).toEqual([
      ['checklist Loaf checklist: Crust', '7 [ ] golden?', '8 [ ] whole?'],
    ]);
    expect(shown('# What you check\n\n## Crust\n\n- golden?\n- whole?')).toHaveLength(1);
    expect(shown('# What you do not check\n\n- crumbs\n- boxes')).toEqual([]);
  });

  it.each(['Audit criteria', 'Critical success criteria'])('is recognised below "%s"', (title) => {
    expect(shown(`# ${title}\n\n## Crust\n\n- golden?\n- whole?`)).toHaveLength(1);
  });

  it('is not recognised in a list of tools, of features, or under another label', () => {
    expect(blocksOf('# Quality gates\n- `lint`: style\n- `types`: types')).toEqual(['prose']);
    expect(blocksOf('# Job\n- ✅ warm\n- ✅ clean')).toEqual(['prose']);
    expect(blocksOf('# Oven checklist\n\nRelated pages:\n\n- a\n- b')).toEqual(['prose']);
  });

  it('is recognised below “Success criteria”, and not below a heading that is only about them', () => {
    expect(blocksOf('# Success criteria\n\nDone when:\n\n1. The crust sings\n2. The oven is off')).toContain(
      'quality-gate',
    );
    expect(blocksOf('# Defining success criteria for bakers\n\n- Sales\n- Taste')).toEqual(['prose']);
  });

  it.each([
    [
      'an introduction',
      '# Ovens\n\nBefore opening the door, verify all 2 criteria:\n\n- a\n- b',
      'Before opening the door, verify all 2 criteria',
    ],
    ['another introduction', '# Ovens\n\nVerify the heat of the stone:\n\n- a\n- b', 'Verify the heat of the stone'],
    ['a paragraph in capital letters', 'QUALITY CHECKLIST (for Bread)\n- a\n- b', 'QUALITY CHECKLIST (for Bread)'],
    ['gates', '# Approval gates (ALL must pass)\n\n1. a\n2. b', 'Approval gates (ALL must pass)'],
    ['ticks', '# Quality protocols\n\n- ✓ a\n- ✓ b', 'Quality protocols'],
    ['a template of an agent', '# Baker agent template\n\n## Rejection criteria\n\n- a\n- b', 'Rejection criteria'],
  ])('is recognised by %s', (_, markdown, title) => {
    expect(shown(markdown)).toMatchObject([
      [`checklist ${title}`, expect.stringMatching(/\] a$/), expect.stringMatching(/\] b$/)],
    ]);
  });

  it('can be a table below an introduction of checks, but not a list of what a machine enforces', () => {
    expect(shown('# Gate\n\nVerify the state of the oven:\n\n|a|b|\n|-|-|\n|c|d|\n|e|f|')[0]?.slice(1)).toEqual([
      '7 [ ] c: d',
      '8 [ ] e: f',
    ]);
    expect(blocksOf('# Ovens\n\nQuality gates are enforced via hooks:\n\n- a: b\n- c: d')).not.toContain(
      'quality-gate',
    );
  });

  it.each([
    ['checks', '## Checks\n\n- Hot\n- Clean'],
    ['what blocks', '## Block the release if\n\n- It smokes\n- It smells'],
    ['questions before a task', 'Before opening the oven:\n\n1. Is it hot?\n2. Does it smell?'],
    ['questions to itself', '## Self-critique\n\n1. Is it hot?\n2. Does it smell?'],
  ])('is recognised in %s', (_, markdown) => {
    expect(blocksOf(markdown).at(-1)).toBe('quality-gate');
  });

  it.each([
    ['questions to the user', 'Before opening the oven, ask the user:\n\n1. Is it hot?\n2. Does it smell?'],
    ['a list that says it is none', '## Useful tools (not a checklist)\n\n- Peel\n- Scale'],
  ])('is not recognised in %s', (_, markdown) => {
    expect(blocksOf(markdown)).not.toContain('quality-gate');
  });
});
