import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { wizardViews } from '../../../../src/views/decide/decide.ts';

const agents = new URL('../../../fixtures/rust-team/', import.meta.url);
const ownAgents = createPlaybook(
  readdirSync(agents)
    .filter((path) => path.endsWith('.md'))
    .map((path) => ({ path, bytes: new Uint8Array(readFileSync(new URL(path, agents))) })),
);

describe('the tasks of a slot', () => {
  const [wizard] = wizardViews(ownAgents);
  const tasksOf = (label: string) => wizard?.slots.find((slot) => slot.label === label)?.tasks;

  it('are listed up to a limit, with a link to the others', () => {
    expect(tasksOf('@security-auditor')).toEqual([
      {
        name: 'security-auditor',
        who: '',
        verb: 'Receives',
        tasks: ['Security implementation', 'Cryptographic implementations', 'Memory safety auditing'],
        more: { count: 5, href: '/roster/security-auditor/' },
      },
    ]);
  });

  it('are listed by agent when any one of several agents is enough', () => {
    expect(tasksOf('@c-pro or @cpp-pro')?.map(({ who }) => who)).toEqual(['@c-pro', '@cpp-pro']);
  });

  it('are its own tasks for the agent whose tree it is', () => {
    expect(tasksOf('@rust-pro')).toMatchObject([{ verb: 'Handles', more: { count: 7 } }]);
  });

  it('are empty for a role that receives no delegation', () => {
    expect(tasksOf('specialists')).toEqual([]);
  });
});

describe('the matching elements of a tree', () => {
  const [wizard] = wizardViews(ownAgents);

  it('are the templates for its agents and the flows that they take part in', () => {
    expect(wizard?.templates.map(({ title, names }) => [title, names])).toEqual([
      ['Rust Performance Request', ['performance-optimizer']],
      ['Rust Security Request', ['security-auditor']],
      ['Rust Database Integration Request', ['database-optimizer']],
    ]);
    expect(wizard?.templates[1]?.fields).toEqual(expect.arrayContaining(['Threat Model', 'Unsafe Code']));
    expect(wizard?.flows).toHaveLength(6);
  });
});
