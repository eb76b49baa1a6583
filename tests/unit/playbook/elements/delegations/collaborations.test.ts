import { describe, expect, it } from 'vitest';
import { parseOutline } from '../../../../../src/playbook/outline.ts';
import { blocksOf, found, said, text } from '../recognised.ts';

function shown(markdown: string): string[] {
  return found('delegations', markdown).flatMap(({ variant, items }) =>
    items.map(({ task, route, wording, line }) =>
      [`${String(line)} ${variant}`, task, said(route), wording]
        .filter((part) => part !== undefined && part !== '')
        .join(' | '),
    ),
  );
}

describe('collaborations', () => {
  it('are recognised with their verb, however they are written', () => {
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

describe('a list of colleagues', () => {
  it('is recognised by most of its entries, and has its label as title', () => {
    const list =
      'Oven work with other agents:\n- Provide heat to bread-baker\n- Share flour with @cake-baker for tarts\n- Stay calm';
    expect(found('delegations', `# Job\n\n${list}`)).toMatchObject([
      {
        title: 'Oven work with other agents',
        variant: 'with',
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
  ])('keeps the direction of %s', (_, markdown, variant) => {
    expect(found('delegations', markdown).map((list) => list.variant)).toEqual([variant]);
  });

  it('can name them anywhere in its entries, behind a verb', () => {
    const list = '- **Yeast**: Delegate to `yeast-keeper` for old dough\n- Buy ovens (escalate to oven-buyer)\n- Rest';
    expect(shown(`# Limits\n\n${list}`)).toEqual([]);
    expect(shown(`# Delegation\n\n${list}`)).toEqual([
      '3 to | Yeast for old dough | yeast-keeper | Delegate to',
      '4 to | Buy ovens | oven-buyer | escalate to',
      '5 to | Rest',
    ]);
  });

  it('can have a single entry, and “for” behind the name, if its title is about colleagues', () => {
    expect(shown('# Agents\n\nDelegates to:\n\n- `yeast-keeper` for dough')).toEqual(['5 to | dough | yeast-keeper']);
    expect(blocksOf('# Agents\n\n- `yeast-keeper` for dough')).toEqual(['prose']);
  });

  it('can have more other entries than colleagues below a label about colleagues', () => {
    const list = '**Called by:**\n\n- A morning bell\n- `yeast-keeper`: when dough rises\n- Anybody';
    expect(shown(`# Coordination\n\n${list}`)).toEqual([
      '5 from | A morning bell',
      '6 from | when dough rises | yeast-keeper',
      '7 from | Anybody',
    ]);
  });

  it('is not recognised if something other than an agent follows the arrow', () => {
    const list = '- Burnt → an error, unless yeast-keeper objects\n- Raw → a warning, defer to flour-buyer';
    expect(found('delegations', `# Agent rules\n\n${list}`).filter(({ variant }) => variant === 'to')).toEqual([]);
  });

  it('is not recognised in levels of severity', () => {
    expect(blocksOf('# Agent rules\n\n- Burnt: escalate to MUST_FIX\n- Raw: escalate to SHOULD_FIX')).toEqual([
      'prose',
    ]);
  });

  it('can be below “See also”', () => {
    expect(shown('# See also\n\n- `yeast-keeper` - old dough\n- `flour-buyer` - rye')).toEqual([]);
    const known = parseOutline('# See also\n\n- `yeast-keeper` - old dough', new Set(['yeast-keeper']));
    expect(known.elements).toMatchObject([{ kind: 'delegations', variant: 'with' }]);
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
        variant: 'with',
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
