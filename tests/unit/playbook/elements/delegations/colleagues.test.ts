import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said } from '../recognised.ts';

describe('colleagues that an agent names', () => {
  const names = new Set(['oven-master', 'yeast-keeper', 'baker']);

  function read(markdown: string): string[] {
    return parseOutline(markdown, names).elements.flatMap((element) =>
      element.kind === 'delegations'
        ? element.items.map(({ task, route }) =>
            [element.variant, task, said(route)].filter((part) => part !== '').join(' | '),
          )
        : [],
    );
  }

  it('can follow an arrow and a verb, in a list that has roles as well', () => {
    expect(
      read('# Delegation cues\n\n* For heat -> delegate to `oven-master`\n* For law -> delegate to a lawyer'),
    ).toEqual(['to | For heat | oven-master', 'to | For law | <a lawyer>']);
  });

  it('can be in brackets in a list of what the agent is not for', () => {
    expect(read('# When NOT to use\n\n- Heating (use oven-master for long bakes)\n- Cakes')).toEqual([
      'to | Heating for long bakes | oven-master',
      'to | Cakes',
    ]);
    expect(read('# When NOT to use\n\n- Heating (use brick-oven)\n- Cakes')).toEqual([]);
  });

  it('can be a list below “Handoffs”, with spaces in their names', () => {
    expect(read('# Handoffs\n\n- **Oven Master** — heat\n- **All bakers** — shape')).toEqual([
      'to | heat | oven-master',
      'to | All bakers — shape',
    ]);
  });

  it('can have names in capital letters', () => {
    expect(read('# Lateral coordination\n\n- **Oven Master**: heat\n- **Baker**: shape')).toEqual([
      'with | heat | oven-master',
      'with | shape | baker',
    ]);
  });

  it('can be in sentences, of which one may name several', () => {
    expect(
      read(
        '# Coordination\n\nWorks in parallel with oven-master for heat and baker for\nshape. Asks Ann before feasts.',
      ),
    ).toEqual(['with | heat | oven-master', 'with | shape | baker', 'with | Asks Ann before feasts.']);
    expect(read('# Coordination\n\nWorks with brick-oven for heat.')).toEqual([]);
    expect(read('# Notes\n\nWorks with oven-master for heat.')).toEqual([]);
  });

  it('can be nothing but a row of names below a heading', () => {
    expect(read('# Reports to\n\noven-master, baker')).toEqual(['to | oven-master', 'to | baker']);
    expect(read('# Reporting to\n\noven-master')).toEqual(['to | oven-master']);
  });

  it('can fill most of a column whose title says that it has agents', () => {
    const rows = ['heat | oven-master', 'dough | yeast-keeper', 'shape | baker', 'law | any good lawyer'];
    const table = (title: string) => `| When | ${title} |\n|---|---|\n${rows.map((row) => `| ${row} |`).join('\n')}`;
    expect(read(table('Delegate'))).toHaveLength(4);
    expect(read(table('Place'))).toEqual([]);
  });

  it('can be in the label of a list of tasks', () => {
    expect(read('# Escalation triggers\n\n**Oven Master** (at once):\n\n- smoke\n- sparks')).toEqual([
      'to | smoke | oven-master (at once)',
      'to | sparks | oven-master (at once)',
    ]);
    expect(read('# Limits\n\n**When to escalate to baker:**\n- flat loaves')).toEqual(['to | flat loaves | baker']);
    expect(read('# Limits\n\n## With Yeast-Keeper\n\n- Input: dough')).toEqual(['with | Input: dough | yeast-keeper']);
    expect(read('# Escalation triggers\n\n**Brick Oven**:\n\n- smoke')).toEqual([]);
    expect(read('# Limits\n\n**Baker**:\n\n- smoke')).toEqual([]);
    expect(read('# Limits\n\n**Hand off to baker when:**\n- the dough is soft')).toEqual([
      'to | the dough is soft | baker',
    ]);
    expect(read('# Handoff templates\n\n## To baker\n\n- Loaf: [name]\n- Oven: [number]')).toEqual([]);
  });

  it('can be named as those who do what the agent does not', () => {
    expect(read("# What you do not check\n\n- **Heat** — oven-master handles that\n- Crumb (baker's job)")).toEqual([
      'to | Heat | oven-master',
      'to | Crumb | baker',
    ]);
    expect(read('# What you check\n\n- Heat — bread-dough handles badly\n- Crumb')).toEqual([]);
  });

  it('can be at the end of quoted sentences', () => {
    expect(
      read('# When to defer\n\n- **Heat** → "For heat, consult oven-master"\n- **Crumb** → "consult baker"'),
    ).toEqual(['with | Heat → For heat | oven-master', 'with | Crumb | baker']);
  });

  it('are recognised in a table below a heading about agents, whatever the title of the column is', () => {
    const table = '| Template | Purpose |\n|---|---|\n| dough-maker | Knead |\n| loaf-shaper | Shape |';
    expect(read(`# Sub-agents\n\n${table}`)).toEqual(['to | Knead | dough-maker', 'to | Shape | loaf-shaper']);
    expect(read(`# Recipes\n\n${table}`)).toEqual([]);
  });

  it('can be few among other items, if the heading of the list is about colleagues', () => {
    const list =
      '- Ask the scale\n- Consult the `oven-master` agent\n- Engage the `baker` agent to shape\n- Use flour\n- Rest';
    expect(read(`# Collaboration tools\n\n${list}`).filter((line) => /oven-master|baker/.test(line))).toHaveLength(2);
    expect(read(`# Habits\n\n${list}`)).toEqual([]);
  });

  it('can each have a line of a paragraph', () => {
    expect(read('# Integration points\n\n**With oven-master**: heat\n**With baker**: shape')).toEqual([
      'with | heat | oven-master',
      'with | shape | baker',
    ]);
  });

  it('can follow the label of an item that says where the work comes from or goes to', () => {
    const list =
      '- Reports to: `baker`, or the owner\n- Output goes to: `oven-master` for heat\n- Uses the usual form\n- Rest';
    expect(read(`# Handoff protocol\n\n${list}`)).toEqual([
      'with | or the owner | baker',
      'with | heat | oven-master',
      'with | Uses the usual form',
      'with | Rest',
    ]);
  });

  it('can be first or last in the items of a list of the team, if the folder has all of them', () => {
    const first = '- `baker` (fast): shapes\n- `oven-master` — heats';
    expect(read(`# Your team\n\n${first}`)).toEqual(['with | shapes | baker', 'with | heats | oven-master']);
    expect(read(`# Ingredients\n\n${first}`)).toEqual([]);
    const last = '- Dough: **baker** engineer\n- Heat: **oven-master**';
    expect(read(`# Work\n\nRoute each task to the right agent:\n\n${last}`)).toEqual([
      'with | Dough | baker',
      'with | Heat | oven-master',
    ]);
    expect(read(`# Your team\n\n- Dough: **flour**\n- Heat: **oven-master**`)).toEqual([]);
  });

  it('can follow “To” at the start of an item, and be among the things that the agent must not do', () => {
    expect(
      read('### When to hand off:\n- **To @oven-master**: when it is hot\n- **To @baker**: when it is flat'),
    ).toEqual(['to | when it is hot | oven-master', 'to | when it is flat | baker']);
    const list = '- Light the oven (delegate to @oven-master)\n- Eat\n- Sleep';
    expect(read(`### What I must not do:\n${list}`).filter((line) => line.includes('oven-master'))).toHaveLength(1);
  });

  it('can be named in sentences that hand over work, below any heading', () => {
    const text = 'For heat, use oven-master. For shape, ask the\nbaker. This agent only weighs.';
    expect(read(`# Scope\n\n${text}`).slice(0, 2)).toEqual(['to | heat | oven-master', 'to | shape | baker']);
    expect(read('# Scope\n\nFor heat, use gas. For shape, ask the baker.')).toEqual([]);
    expect(read('# Scope\n\nDelegate: oven-master for heat; baker for shape.')).toEqual([
      'to | heat | oven-master',
      'to | shape | baker',
    ]);
  });

  it('can have names in capital letters, or names with a placeholder', () => {
    expect(read('# Who does what\n\n- Heat → OVEN-MASTER\n- Shape → `BAKER`')).toEqual([
      'to | Heat | oven-master',
      'to | Shape | baker',
    ]);
    expect(read('# Delegation\n\n- Any flour → `{flour}-miller`\n- Heat → `oven-master`')).toEqual([
      'to | Any flour | <{flour}-miller>',
      'to | Heat | oven-master',
    ]);
  });

  it('can be anywhere in the sentences of a list about colleagues', () => {
    const list =
      '- Before a feast, **oven-master** has to agree\n- The dough of the baker agent is in `/baker`\n- Rest';
    expect(read(`# Working with other agents\n\n${list}`)).toEqual([
      'with | Before a feast, oven-master has to agree | oven-master',
      'with | The dough of the baker agent is in /baker | baker',
      'with | Rest',
    ]);
    expect(read(`# Habits\n\n${list}`)).toEqual([]);
    expect(read('# Works with other commands\n\n- Dough: `/baker`\n- Heat: `/oven-master`')).toEqual([]);
  });

  it('can be in lists below a label, in a section about colleagues', () => {
    const list = '- It smells → `yeast-keeper`\n- It is cold → `oven-master`\n- It is late';
    expect(read(`# Escalation\n\nAsk for help when:\n\n${list}`).slice(0, 2)).toEqual([
      'to | It smells → yeast-keeper | yeast-keeper',
      'to | It is cold → oven-master | oven-master',
    ]);
  });

  it('can be named after “use” in what the agent is not for', () => {
    expect(read('# Do NOT use when\n\n- The user wants heat — use **oven-master**\n- It is Sunday')).toEqual([
      'to | The user wants heat | oven-master',
      'to | It is Sunday',
    ]);
    expect(read('# What you do NOT do\n\n- Call baker at night\n- Invoke the `oven-master`')).toEqual([]);
  });

  it('can be the values of keys in a fence, or a list below a heading in it', () => {
    const yaml = '```yaml\nrole: cook\ndelegates_to:\n  - oven-master: heat\n  - "baker" # shape\n```';
    expect(read(`# Colleagues\n\n${yaml}`)).toEqual(['to | heat | oven-master', 'to | shape | baker']);
    expect(read('# Colleagues\n\n```\nworks_with: [oven-master, baker]\n```')).toHaveLength(2);
    expect(read('# Colleagues\n\n```\n## Recommended next agents\n- baker: shapes it\n```')).toEqual([
      'with | shapes it | baker',
    ]);
    expect(read('# Colleagues\n\n```yaml\nname: x\nsize: y\ndelegates_to: [baker]\n```')).toEqual([]);
    expect(read('# Colleagues\n\n```yaml\ndelegates_to:\n  - the big oven\n```')).toEqual([]);
  });

  it('can be named in a paragraph whose first sentence names none', () => {
    expect(read('# Scope\n\nYou weigh. For heat at night, redirect to `oven-master`.')).toEqual([
      'to | You weigh.',
      'to | heat at night | oven-master',
    ]);
  });
});
