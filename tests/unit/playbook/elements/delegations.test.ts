import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../src/playbook/outline.ts';
import { blocksOf, found, said, text } from './recognised.ts';

function shown(markdown: string): string[] {
  return found('delegations', markdown).flatMap(({ form, items }) =>
    items.map(({ task, route, wording, line }) =>
      [`${String(line)} ${form}`, task, said(route), wording]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );
}

describe('delegations in a list', () => {
  it.each([
    ['arrows and code spans', '- **A** → `@a`\n- **B b** → `@b` or `@c`'],
    ['ASCII arrows', '- A -> @a\n- B b => @b / @c'],
    ['stars', '* A --> `@a`\n* B b ==> `@b` or `@c`'],
    ['pluses', '+ **A** ➜ **@a**\n+ **B b** ⇒ **@b** or **@c**'],
    ['CRLF', '- A → @a\r\n- B b → @b or @c\r\n'],
  ])('are recognised with %s', (_, list) => {
    expect(shown(list)).toEqual(['1 to | A | a', '2 to | B b | b or c']);
  });

  it('can have items of several lines', () => {
    expect(shown('- **A** that is\n  long → `@a`\n- B → @b\n')).toEqual(['1 to | A that is long | a', '3 to | B | b']);
  });

  it('can have roles among agents', () => {
    expect(shown('- A → @a\n- B → domain specialists\n')).toEqual(['1 to | A | a', '2 to | B | <domain specialists>']);
  });

  it('are for roles if no agent is named', () => {
    expect(shown('- A → database specialists\n- B → C/C++ experts\n')).toEqual([
      '1 roles | A | <database specialists>',
      '2 roles | B | <C/C++ experts>',
    ]);
  });

  it('can have names without an @ under a heading that mentions agents', () => {
    expect(shown('## When to delegate\n\n- A → sql-pro\n- B → use the css-pro agent\n')).toEqual([
      '3 to | A | sql-pro',
      '4 to | B | css-pro',
    ]);
  });

  it("are the agent's own tasks under a heading that says so", () => {
    expect(shown('# What You Handle Directly\n\n* **A**: a\n* B\n')).toEqual(['3 self | A', '4 self | B']);
  });

  it.each([
    ['transformations', '- `Vec` → slice\n- `String` → `&str`'],
    ['transformations into words with hyphens', '- copying → zero-copy\n- `Mutex` → lock-free'],
    ['packages and at-rules', '- Node → @types/node\n- Layout → @media'],
    ['decorators', '- Caching → @lru_cache\n- Getters → @property'],
    ['mail', '- Help → help@example.org\n- Sales → sales@example.org'],
    ['one entry', '- A → @a'],
    ['one arrow among many', '- A → @a\n- B\n- C'],
    ['a name among many transformations', '- `a` → b\n- `c` → d\n- `e` → @f'],
    ['nothing before the arrow', '- → @a\n- → @b'],
  ])('are not recognised in %s', (_, list) => {
    expect(blocksOf(`# Style\n\n${list}\n`)).toEqual(['prose']);
  });
});

describe('collaborations', () => {
  it('are recognised with their verb, whatever the form', () => {
    expect(
      shown(
        text(
          '- Collaborate with security-auditor on threat models',
          '- Work closely with `sql-pro` and @css-pro for reports',
          '- **Support** the test-automator agent with fixtures',
          '- Coordinate with devops-troubleshooter: releases',
          '- Hand off to code-reviewer',
          '- Guide junior-dev - every day',
          '- consult with @architect when in doubt',
        ),
      ),
    ).toEqual([
      '1 with | threat models | security-auditor | Collaborate with',
      '2 with | reports | sql-pro and css-pro | Work closely with',
      '3 with | fixtures | test-automator | Support',
      '4 with | releases | devops-troubleshooter | Coordinate with',
      '5 with | code-reviewer | Hand off to',
      '6 with | every day | junior-dev | Guide',
      '7 with | in doubt | architect | consult with',
    ]);
  });

  it.each([
    ['adjectives', '- Work with third-party APIs\n- Support multi-tenant deployments'],
    ['people', '- Work with the team on plans\n- Help users with questions'],
    ['one of many', '- Work with sql-pro on data\n- Write tests'],
  ])('are not recognised in %s', (_, list) => {
    expect(blocksOf(list)).toEqual(['prose']);
  });

  it('are recognised in a paragraph of tasks with names in brackets', () => {
    expect(
      shown('**Integration**: FFI bindings\n(python-pro), drivers (embedded-systems), and Go calls (@golang-pro).'),
    ).toEqual([
      '1 with | FFI bindings | python-pro',
      '1 with | drivers | embedded-systems',
      '1 with | Go calls | golang-pro',
    ]);
    expect(found('delegations', '# T\n\n**Works with:** a (a-b), c (@d-e)')[0]?.title).toBe('Works with');
  });

  it('are not recognised in a paragraph about packages', () => {
    expect(blocksOf('**Crates**: JSON (serde-json), async (async-std), errors (this-error).')).toEqual(['prose']);
    expect(blocksOf('**Integration**: FFI (python-pro), and more.')).toEqual(['prose']);
  });
});

describe('delegations in a table', () => {
  const table = (...rows: string[]) => text(...rows);

  it('are recognised by a column of agents, at any position', () => {
    expect(
      shown(table('| # | Agent | Task |', '|---|---|---|', '| 1 | `@a` | Build |', '| 2 | `@b` or `@c` | Test |')),
    ).toEqual(['3 to | Build | a', '4 to | Test | b or c']);
  });

  it('have the task of the column that says so', () => {
    const table =
      '| Agent | Speed | Purpose |\n|---|---|---|\n| `yeast-keeper` | slow | Dough |\n| `flour-buyer` | fast | Rye |';
    expect(shown(table).map((row) => row.split(' | ')[1])).toEqual(['Dough', 'Rye']);
  });

  it('can have names without an @ if the heading of the column mentions agents', () => {
    expect(shown(table('Task | Delegate to', '---|---', 'Data | sql-pro', 'Looks | css-pro, or specialists'))).toEqual([
      '3 to | Data | sql-pro',
      '4 to | Looks | css-pro or <specialists>',
    ]);
  });

  it.each([
    ['packages', table('| Crate | Use |', '|---|---|', '| async-std | I/O |', '| proc-macro2 | Macros |')],
    ['names in some rows only', table('| Task | Agent |', '|---|---|', '| A | @a |', '| B | nobody |')],
    ['agents alone', table('| Agent |', '|---|', '| @a |', '| @b |')],
    ['no rows', table('| Task | Agent |', '|---|---|')],
  ])('are not recognised in %s', (_, markdown) => {
    expect(blocksOf(markdown)).toEqual(['prose']);
  });
});

describe('a list of colleagues', () => {
  it('is judged as a whole, and titled by its label', () => {
    const list =
      'Oven work with other agents:\n- Provide heat to bread-baker\n- Share flour with @cake-baker for tarts\n- Stay calm';
    expect(found('delegations', `# Job\n\n${list}`)).toMatchObject([
      {
        title: 'Oven work with other agents',
        form: 'with',
        items: [
          { wording: 'Provide … to', task: 'heat', route: { parties: [{ agent: 'bread-baker' }] } },
          { wording: 'Share … with', task: 'flour tarts' },
          { task: 'Stay calm' },
        ],
      },
    ]);
  });

  it.each([
    ['bold “With”', '# Integration with agents\n- **With bread-baker**: heat\n- **With cake-baker**: tarts', 'with'],
    ['names first', '# Delegates to\n- `bread-baker`: heat\n- `cake-baker`: tarts', 'to'],
    ['callers', '# Agents\n\n**Called by:**\n\n- `bread-baker`: heat\n- `cake-baker`: tarts', 'from'],
    ['senders', '# Agents\n- Receive flour from bread-baker\n- Get sugar from cake-baker', 'from'],
    ['a line of names', '# Job\n\n**Delegates to**: `bread-baker`, `cake-baker`', 'to'],
  ])('keeps the direction of %s', (_, markdown, form) => {
    expect(found('delegations', markdown).map((list) => list.form)).toEqual([form]);
  });

  it('can name them inside of its entries, with the verb', () => {
    const list = '- **Yeast**: Delegate to `yeast-keeper` for old dough\n- Buy ovens (escalate to oven-buyer)\n- Rest';
    expect(shown(`# Limits\n\n${list}`)).toEqual([]);
    expect(shown(`# Delegation\n\n${list}`)).toEqual([
      '3 to | Yeast for old dough | yeast-keeper | Delegate to',
      '4 to | Buy ovens | oven-buyer | escalate to',
      '5 to | Rest',
    ]);
  });

  it('can be of one entry, and have “for” behind the name, if its title says what it is', () => {
    expect(shown('# Agents\n\nDelegates to:\n\n- `yeast-keeper` for dough')).toEqual(['5 to | dough | yeast-keeper']);
    expect(blocksOf('# Agents\n\n- `yeast-keeper` for dough')).toEqual(['prose']);
  });

  it('can have other entries, also more of them, below a label that says what it is', () => {
    const list = '**Called by:**\n\n- A morning bell\n- `yeast-keeper`: when dough rises\n- Anybody';
    expect(shown(`# Coordination\n\n${list}`)).toEqual([
      '5 from | A morning bell',
      '6 from | when dough rises | yeast-keeper',
      '7 from | Anybody',
    ]);
  });

  it('is not recognised where another thing comes after the arrow', () => {
    const list = '- Burnt → an error, unless yeast-keeper objects\n- Raw → a warning, defer to flour-buyer';
    expect(found('delegations', `# Agent rules\n\n${list}`).filter(({ form }) => form === 'to')).toEqual([]);
  });

  it('is not recognised in levels of severity', () => {
    expect(blocksOf('# Agent rules\n\n- Burnt: escalate to MUST_FIX\n- Raw: escalate to SHOULD_FIX')).toEqual([
      'prose',
    ]);
  });

  it('can be what to see as well', () => {
    expect(shown('# See also\n\n- `yeast-keeper` - old dough\n- `flour-buyer` - rye')).toEqual([]);
    const known = parseOutline('# See also\n\n- `yeast-keeper` - old dough', new Set(['yeast-keeper']));
    expect(known.elements).toMatchObject([{ kind: 'delegations', form: 'with' }]);
  });

  it('can have the hyphens of word processors', () => {
    expect(shown('# Collaboration\n\n- Ping yeast‑keeper on smells\n- Ask flour‑buyer for rye')).toEqual([
      '3 with | smells | yeast-keeper | Ping',
      '4 with | rye | flour-buyer | Ask',
    ]);
  });

  it('can be the lines of a paragraph', () => {
    const lines =
      'Reports to: `chief` for dates, `yeast-keeper` for smells\nCoordinates with: `flour-buyer` for rye, all\nbakers';
    const elements = parseOutline(`# Delegation map\n\n${lines}`, new Set(['chief'])).elements;
    expect(elements).toMatchObject([
      {
        title: 'Delegation map',
        form: 'with',
        items: [
          { task: 'dates', route: { written: 'chief' }, line: 3 },
          { task: 'smells', line: 3 },
          { task: 'rye, all bakers', route: { written: 'flour-buyer' }, line: 4 },
        ],
      },
    ]);
  });

  it('is not recognised in rules for names, or in a table of versions', () => {
    expect(blocksOf('# Style\n- Use kebab-case for files\n- Use snake-case for keys')).toEqual(['prose']);
    expect(blocksOf('# Versions of the agent\n\n| No | Author |\n|---|---|\n| 1 | jo-doe |')).toEqual(['prose']);
  });

  it('can name agents of the folder without a hyphen', () => {
    const list = '- Work with baker on bread\n- Report burns to medic';
    const kindsWith = (names: string[]) => parseOutline(list, new Set(names)).elements.map(({ kind }) => kind);
    expect(kindsWith(['baker', 'medic'])).toEqual(['delegations']);
    expect(kindsWith([])).toEqual([]);
  });

  it('is not recognised in rules, or in a table of people', () => {
    expect(
      blocksOf('# What the agent obeys\n\n| Rule | Why |\n|---|---|\n| `ask_first` | a |\n| `stop_late` | b |'),
    ).toEqual(['prose']);
    expect(blocksOf('# Maintainers\n\n| Part | GitHub |\n|---|---|\n| Oven | @jo-doe |\n| Till | @al-roe |')).toEqual([
      'prose',
    ]);
  });
});

describe('colleagues in other shapes', () => {
  const names = new Set(['oven-master', 'yeast-keeper', 'baker']);

  function read(markdown: string): string[] {
    return parseOutline(markdown, names).elements.flatMap((element) =>
      element.kind === 'delegations'
        ? element.items.map(({ task, route }) =>
            [element.form, task, said(route)].filter((part) => part !== '').join(' | '),
          )
        : [],
    );
  }

  it('can stand behind a verb after the arrow, among roles', () => {
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

  it('can be a list below “Handoffs”, with names as people write them', () => {
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

  it('can be in sentences, several in one', () => {
    expect(
      read(
        '# Coordination\n\nWorks in parallel with oven-master for heat and baker for\nshape. Asks Ann before feasts.',
      ),
    ).toEqual(['with | heat | oven-master', 'with | shape | baker', 'with | Asks Ann before feasts.']);
    expect(read('# Coordination\n\nWorks with brick-oven for heat.')).toEqual([]);
    expect(read('# Notes\n\nWorks with oven-master for heat.')).toEqual([]);
  });

  it('can be nothing but names below a heading', () => {
    expect(read('# Reports to\n\noven-master, baker')).toEqual(['to | oven-master', 'to | baker']);
    expect(read('# Reporting to\n\noven-master')).toEqual(['to | oven-master']);
  });

  it('can fill most of a column whose title announces agents', () => {
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

  it('can say who does what the agent does not', () => {
    expect(read("# What you do not check\n\n- **Heat** — oven-master handles that\n- Crumb (baker's job)")).toEqual([
      'to | Heat | oven-master',
      'to | Crumb | baker',
    ]);
    expect(read('# What you check\n\n- Heat — bread-dough handles badly\n- Crumb')).toEqual([]);
  });

  it('can be quoted sentences with names at their end', () => {
    expect(
      read('# When to defer\n\n- **Heat** → "For heat, consult oven-master"\n- **Crumb** → "consult baker"'),
    ).toEqual(['with | Heat → For heat | oven-master', 'with | Crumb | baker']);
  });

  it('are in a table below a heading that announces agents, whatever the title of the column', () => {
    const table = '| Template | Purpose |\n|---|---|\n| dough-maker | Knead |\n| loaf-shaper | Shape |';
    expect(read(`# Sub-agents\n\n${table}`)).toEqual(['to | Knead | dough-maker', 'to | Shape | loaf-shaper']);
    expect(read(`# Recipes\n\n${table}`)).toEqual([]);
  });

  it('can be a few in a list of other things, if its heading is about colleagues', () => {
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

  it('are read from items whose own label says where the work comes from or goes to', () => {
    const list =
      '- Reports to: `baker`, or the owner\n- Output goes to: `oven-master` for heat\n- Uses the usual form\n- Rest';
    expect(read(`# Handoff protocol\n\n${list}`)).toEqual([
      'with | or the owner | baker',
      'with | heat | oven-master',
      'with | Uses the usual form',
      'with | Rest',
    ]);
  });

  it('are in a list of the team, with the name first or last, if every name is one of the folder', () => {
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

  it('can begin with "To" and a name, and be among the things that the agent must not do', () => {
    expect(
      read('### When to hand off:\n- **To @oven-master**: when it is hot\n- **To @baker**: when it is flat'),
    ).toEqual(['to | when it is hot | oven-master', 'to | when it is flat | baker']);
    const list = '- Light the oven (delegate to @oven-master)\n- Eat\n- Sleep';
    expect(read(`### What I must not do:\n${list}`).filter((line) => line.includes('oven-master'))).toHaveLength(1);
  });

  it('can be sentences that refer to colleagues, below any heading', () => {
    const text = 'For heat, use oven-master. For shape, ask the\nbaker. This agent only weighs.';
    expect(read(`# Scope\n\n${text}`).slice(0, 2)).toEqual(['to | heat | oven-master', 'to | shape | baker']);
    expect(read('# Scope\n\nFor heat, use gas. For shape, ask the baker.')).toEqual([]);
    expect(read('# Scope\n\nDelegate: oven-master for heat; baker for shape.')).toEqual([
      'to | heat | oven-master',
      'to | shape | baker',
    ]);
  });
});
