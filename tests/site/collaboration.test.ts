import { describe, expect, it } from 'vitest';
import { all, allNamed, containing, hrefOf, mainOf, named, nameOf, one, textOf, textsOf } from './html.ts';

describe('the roster', () => {
  const roster = mainOf('default', 'roster/');
  const entryOf = (name: string) => {
    const entry = all(roster, 'li').find((item) => allNamed(item, 'a', name).length > 0);
    return textOf(entry ?? one(roster, 'h1'));
  };

  it('lists all agents that are named, with or without a file, and counts the references to each', () => {
    expect(textOf(roster)).toContain(
      'All agents that are named anywhere: 5 agents with a file, 24 outside specialists',
    );
    const entries = textsOf(roster, 'li').filter((text) => /has a file|outside specialist/.test(text));
    expect(entries).toHaveLength(29);
    expect(entryOf('performance-optimizer')).toContain('outside specialist');
    expect(entryOf('performance-optimizer')).toContain('6 delegations · 6 answers · 4 workflow steps · 2 flow steps');
    expect(entryOf('rust-engineer')).toContain('has a file');
  });

  it('links to the page of an outside specialist, which links to the places that refer to it', () => {
    expect(hrefOf(named(roster, 'a', 'sql-pro'))).toBe('/roster/sql-pro/');
    const specialist = mainOf('default', 'roster/sql-pro/');
    expect(textOf(one(specialist, 'h1'))).toBe('sql-pro');
    expect(textOf(specialist)).toContain('Outside specialist: no file in this playbook');
    const tasks = named(specialist, 'section', 'Tasks delegated to it');
    expect(textsOf(tasks, 'li')).toEqual(['SQL query optimization rust-pro, in Database & Data Processing']);
    const place = named(tasks, 'a', 'Database & Data Processing');
    expect(hrefOf(place)).toBe('/agents/rust-pro/#database--data-processing');
  });

  it('shows the teams of an agent with a file, and all references to it', () => {
    const entry = mainOf('default', 'roster/rust-pro/');
    expect(hrefOf(named(entry, 'a', 'View the agent’s page'))).toBe('/agents/rust-pro/');
    const teams = named(entry, 'section', 'Teams it works in');
    expect(allNamed(teams, 'a', 'High-Performance Rust Service')).not.toEqual([]);
    const answers = containing(entry, 'section', 'Answers that lead to it');
    expect(textOf(answers)).toContain('21 times');
  });
});

describe('the delegation page', () => {
  const delegation = mainOf('default', 'delegation/');
  const rows = all(delegation, 'tr').filter((row) => row.querySelector('td') !== null);

  it('counts the delegations, and shows every task', () => {
    expect(textOf(delegation)).toContain('45 delegations in 8 groups, 8 collaborations');
    const tasks = rows.filter((row) => !row.closest('.delegation-matrix'));
    expect(tasks).toHaveLength(69);
  });

  it('links each task to its recipients, and each group to its section of the agent’s page', () => {
    const row = rows.find((row) => textOf(row).includes('C/C++ FFI integration'));
    expect(textsOf(row ?? delegation, 'a')).toEqual(['@c-pro', '@cpp-pro']);
    const group = named(delegation, 'table:not(.delegation-matrix *) a', 'Systems Programming & Performance');
    expect(hrefOf(group)).toBe('/agents/rust-pro/#systems-programming--performance');
  });

  it('draws who gets how many tasks, with links to the groups and the agents', () => {
    const picture = named(delegation, 'svg', 'Delegations of rust-pro');
    const group = named(picture, 'a', 'Security & Cryptography: 6 tasks to 1 agent');
    expect(hrefOf(group)).toBe('/agents/rust-pro/#security--cryptography');
    const agent = named(picture, 'a', '@security-auditor: 8 tasks from 3 groups');
    expect(hrefOf(agent)).toBe('/roster/security-auditor/');
  });

  it('has the same numbers as a table', () => {
    const matrix = named(delegation, '[role=group]', 'Delegations of rust-pro, as a table');
    const row = all(matrix, 'tr').find((row) => textOf(row).startsWith('@security-auditor'));
    expect(textsOf(row ?? matrix, 'td').at(-1)).toBe('8');
  });
});

describe('the page that compares what agents may do', () => {
  const access = mainOf('default', 'access/');

  it('says what each agent may do, in words as well as in signs', () => {
    expect(textOf(access)).toMatch(/What each agent may do, by its file: \d of 5 agents list their tools/);
    const row = all(access, 'tr').find((row) => allNamed(row, 'th', 'rust-pro').length > 0);
    expect(textsOf(row ?? access, 'td')).toEqual([
      'Allowed',
      'Allowed',
      'Allowed',
      'Not allowed',
      'Not allowed',
      'Not allowed',
      expect.stringMatching(/^\d+ tools/),
    ]);
    expect(textsOf(named(access, 'ul', 'Symbols'), 'li')).toEqual([
      'Allowed',
      'Not limited by the file',
      'Not allowed',
    ]);
  });

  it('links to the agents', () => {
    expect(hrefOf(named(access, 'th a', 'rust-pro'))).toBe('/agents/rust-pro/');
  });
});

describe('the page of problems', () => {
  const problems = mainOf('malformed', 'problems/');

  it('counts the problems of each rule, and links to its explanation', () => {
    const row = all(problems, 'tr').find((row) => textOf(row).startsWith('A value needs quotes'));
    expect(textsOf(row ?? problems, 'td')).toEqual(['Error', '1', '1']);
    expect(hrefOf(one(row ?? problems, 'a'))).toBe('/problems/rules/#playbook:rule-front-matter-unquoted');
    const rule = mainOf('malformed', 'problems/rules/');
    expect(textOf(named(rule, 'article', 'A value needs quotes'))).toContain('description: Keeps tables: tides');
  });

  it('lists the problems of each file', () => {
    expect(all(problems, 'h3').map(nameOf)).toContain('scribe');
  });
});
