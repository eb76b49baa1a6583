import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { said } from '../recognised.ts';

describe('colleagues who are named only by their roles', () => {
  const names = new Set(['oven-master', 'baker']);

  function read(markdown: string): string[] {
    return parseOutline(markdown, names).elements.flatMap((element) =>
      element.kind === 'delegations'
        ? element.items.map(({ task, route }) =>
            [element.variant, task, said(route)].filter((part) => part !== '').join(' | '),
          )
        : [],
    );
  }

  it('are recognised behind a verb, in a list below a heading about collaboration', () => {
    const list = '- Works with the flour team on orders\n- Escalates to Head Baker Lead when the dough is late';
    expect(read(`# Collaboration\n\n${list}`)).toEqual([
      'with | orders | <flour team>',
      'with | the dough is late | <Head Baker Lead>',
    ]);
    expect(read(`# Principles\n\n${list}`)).toEqual([]);
  });

  it('are not recognised if most entries name something else', () => {
    expect(
      read('# Collaboration\n\n- Works with scales\n- Works with rye\n- Works with the flour team on orders'),
    ).toEqual([]);
  });

  it('are recognised at the start of an entry if they are in title case', () => {
    expect(read('# Works with\n\n- **Pastry Developer**: recipes\n- **CEO** — prices')).toEqual([
      'with | recipes | <Pastry Developer>',
      'with | prices | <CEO>',
    ]);
    expect(read('# Works with\n\n- sharp tools for users: knives\n- warm ovens for teams: bread')).toEqual([]);
  });

  it('are agents if the folder has one of that name', () => {
    expect(read('# Collaboration\n\n- With Oven Master: heat\n- With Tech Lead: plans')).toEqual([
      'with | heat | oven-master',
      'with | plans | <Tech Lead>',
    ]);
  });

  it('are recognised in the label of a list of tasks, if the section is about handing over work', () => {
    expect(read('# Escalation triggers\n\n**Tech Lead** (first ask):\n\n- new ovens')).toEqual([
      'to | new ovens | <Tech Lead> (first ask)',
    ]);
    expect(read('# Coordination\n\n**Invoke Dough Reviewer when:**\n- it is wet')).toEqual([
      'with | it is wet | <Dough Reviewer>',
    ]);
    expect(read('# Shop\n\n**Tech Lead**:\n\n- new ovens')).toEqual([]);
    expect(read('# Escalation triggers\n\n**Wet Dough**:\n\n- new ovens')).toEqual([]);
  });

  it('are recognised behind a label such as “Reports to”', () => {
    expect(read('# Team\n\n**Reports to**: Bakery Manager')).toEqual(['to | <Bakery Manager>']);
    expect(read('# Team\n\n**Collaborate, do not wait**: Work with the flour team early')).toEqual([]);
  });
});

describe('tasks that all go to one agent', () => {
  const names = new Set(['oven-master']);
  const titles = (markdown: string) =>
    parseOutline(markdown, names).elements.flatMap(({ kind, title }) => (kind === 'delegations' ? [title] : []));

  it('are recognised below a label with a case and the agent for it', () => {
    expect(titles('# Framework\n\n**Only heat** (use oven-master):\n- gas\n- wood')).toEqual([
      'Only heat (use oven-master)',
    ]);
    expect(titles('# Framework\n\n**Only heat** (use thermometers):\n- gas\n- wood')).toEqual([]);
  });

  it('are recognised below a label such as “Provides”, if the heading names the agent', () => {
    expect(titles('# Handoff to oven-master (phase 3)\n\n**Provides:**\n- dough → loaf')).toEqual([
      'Handoff to oven-master (phase 3)',
    ]);
    expect(titles('# The shop\n\n**Provides:**\n- dough → loaf')).toEqual([]);
  });
});

describe('people with a name and a role', () => {
  const shown = (markdown: string) =>
    parseOutline(markdown, new Set(['head-baker'])).elements.flatMap((element) =>
      element.kind === 'delegations'
        ? [[element.variant, element.title, ...element.items.map(({ task, route }) => `${task} → ${said(route)}`)]]
        : [],
    );

  it('are colleagues if each has a role in brackets, which may be that of an agent of the folder', () => {
    const people = '- **Ada** (Head Baker) — asks for rye\n- **Bo/Cy** (Ovens) — heat';
    expect(shown(`# Team coordination\n\nYou work beside the head baker:\n${people}`)).toEqual([
      ['with', 'Team coordination', 'asks for rye → head-baker', 'heat → <Bo/Cy (Ovens)>'],
    ]);
    expect(shown(`# Ovens\n\n${people}`)).toEqual([]);
    expect(shown('# Collaboration\n\n- Chat (messages): write\n- Tracker (orders): read')).toEqual([]);
  });

  it('are colleagues if they are named below a title about handing over work', () => {
    expect(shown('# Help\n\nEscalate to others when:\n- **To Ada:** dough is cold\n- **To bakers:** rye')).toEqual([
      ['to', 'Escalate to others when', 'dough is cold → <Ada>', 'rye → <bakers>'],
    ]);
    expect(shown('# Help\n\nHeat:\n- To Ada: dough is cold\n- To bakers: rye')).toEqual([]);
    expect(shown('# Escalation\n\nEscalate to Ada when:\n- dough is cold')).toEqual([
      ['to', 'Escalate to Ada when', 'dough is cold → <Ada>'],
    ]);
  });
});

describe('a table of roles', () => {
  it('names agents of the folder if their roles are their names, also in two words', () => {
    const table =
      '| Task | Correct role |\n|---|---|\n| Rye | Dough Maker |\n| Money | Shopkeeper |\n| Doors | Nobody yet |\n| Oats | Dough Maker |';
    const [element] = parseOutline(table, new Set(['dough-maker', 'shopkeeper'])).elements;
    expect(element?.kind === 'delegations' && element.items.map(({ route }) => said(route))).toEqual([
      'dough-maker',
      'shopkeeper',
      '<Nobody yet>',
      'dough-maker',
    ]);
  });

  it('is not recognised if the names with an @ are annotations in a program', () => {
    const list = '- Use `@Dough` for rye\n- Use `@Oven` for heat';
    expect(parseOutline(`# Agents\n\n${list}`, new Set(['baker'])).elements).toEqual([]);
  });
});

describe('a list of agents to start', () => {
  const kinds = (intro: string) =>
    parseOutline(
      `# Tasting\n\n${intro}:\n\n1. Sweet loaves\n   - type: \`sweet-taster\`\n2. Salty loaves\n   - type: \`salt-taster\``,
      new Set(['sweet-taster', 'salt-taster']),
    ).elements.map((element) =>
      element.kind === 'delegations'
        ? element.items.map(({ task, route }) => `${task} → ${said(route)}`)
        : element.kind,
    );

  it('is recognised by an introduction such as “Spawn these agents”, if each item names one', () => {
    expect(kinds('Once asked, you must start two agents')).toEqual([
      ['Sweet loaves → sweet-taster', 'Salty loaves → salt-taster'],
    ]);
    expect(kinds('Once asked, you must')).toEqual(['workflow']);
  });
});

describe('names in code below a title about agents', () => {
  const list = '- Check what `dough-maker` made\n- Tell `shop-keeper` when it is done\n- Rest';
  const forms = (title: string) =>
    parseOutline(`# ${title}\n\n${list}`).elements.flatMap((element) =>
      element.kind === 'delegations' ? [[element.variant, ...element.items.map(({ route }) => said(route))]] : [],
    );

  it('are colleagues, whether or not the folder has them', () => {
    expect(forms('Integration with other agents')).toEqual([['with', 'dough-maker', 'shop-keeper', '']]);
    expect(forms('Integration with other tools')).toEqual([]);
  });
});
