import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { rosterEntryView, rosterView } from '../../../../src/views/roster/roster-view.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const playbookOf = (files: Record<string, string>) =>
  createPlaybook(
    Object.entries(files).map(([name, body]) => ({
      path: `${name}.md`,
      bytes: bytesOf(`---\nname: ${name}\ndescription: Does things.\ncolor: red\n---\n${body}\n`),
    })),
  );

const team = playbookOf({
  lead: [
    '# Who',
    '- Data → @sql-pro',
    '- Speed → @coder',
    '# Release',
    '1. Write → @coder',
    '2. Tag it → @sql-pro',
    '# Notes',
    'Ask @sql-pro about **everything**.',
  ].join('\n'),
  coder: 'x',
});

const entryOf = (name: string, playbook = team) => {
  const entry = playbook.roster.find((one) => one.name === name);
  if (!entry) throw new Error(`${name} is not on the roster`);
  return rosterEntryView(entry, playbook);
};

describe('the roster', () => {
  it('distinguishes agents with a file from outside specialists, and counts the references to each', () => {
    const { summary, items, facets } = rosterView(team);
    expect(summary).toBe('2 agents with a file, 1 outside specialist without one');
    expect(facets[0]?.values.map(({ label, count }) => `${label}: ${String(count)}`)).toEqual([
      'With a file: 2',
      'Outside specialist: 1',
    ]);
    expect(
      items.map(({ name, hasFile, accent, purpose, counts }) => [
        name,
        hasFile,
        accent,
        purpose,
        counts.map(({ label }) => label).join(),
      ]),
    ).toEqual([
      ['coder', true, 'red', 'Does things.', '1 delegation,1 workflow step'],
      ['lead', true, 'red', 'Does things.', ''],
      ['sql-pro', false, undefined, 'Called for Data; Tag it.', '1 delegation,1 workflow step,1 mention'],
    ]);
  });

  it('is empty without agents', () => {
    expect(rosterView(createPlaybook([]))).toMatchObject({ items: [], facets: [] });
  });
});

describe('the page of a roster entry', () => {
  it('lists the references by kind, each with its agent and its place', () => {
    expect(
      entryOf('sql-pro').groups.map(({ title, references }) => [
        title,
        ...references.map(({ text, by, at }) => `${text} | ${by.name} | ${at.label} | ${at.href}`),
      ]),
    ).toEqual([
      ['Tasks delegated to it', 'Data | lead | Who | /agents/lead/#who'],
      ['Workflow steps', 'Step 2: Tag it | lead | Release | /flows/lead-release/'],
      ['Mentions', 'Ask @sql-pro about everything. | lead | Notes | /agents/lead/#notes'],
    ]);
  });

  it('lists the teams of an agent, and links to its persona page if it has a file', () => {
    const view = entryOf('coder');
    expect(view.teams.map(({ title, members }) => [title, ...members.map(({ label }) => label)])).toEqual([
      ['Release', '@coder', '@sql-pro'],
    ]);
    expect(view.persona).toBe('/agents/coder/');
    expect(entryOf('sql-pro').persona).toBeUndefined();
  });

  it('names the first tasks of an outside specialist, and counts the others', () => {
    const tasks = Array.from({ length: 9 }, (_, index) => `- T${String(index)} → @sql-pro`).join('\n');
    expect(entryOf('sql-pro', playbookOf({ lead: tasks })).purpose).toBe('Called for T0; T1; T2; T3; and 5 more.');
  });

  it('has no purpose for an agent that is only mentioned', () => {
    const view = entryOf('ghost-writer', playbookOf({ lead: 'Ask @ghost-writer.' }));
    expect(view).toMatchObject({ purpose: '', teams: [] });
    expect(entryOf('lead')).toMatchObject({ groups: [], total: 'no references' });
  });
});
