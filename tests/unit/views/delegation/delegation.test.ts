import { describe, expect, it } from 'vitest';
import { readAgentsFolder } from '../../../../src/content/agents-folder.ts';
import { createPlaybook } from '../../../../src/playbook/playbook.ts';
import { delegationView } from '../../../../src/views/delegation/delegation.ts';
import { bytesOf } from '../../playbook/helpers.ts';

const viewOf = (...bodies: string[]) =>
  delegationView(
    createPlaybook(
      bodies.map((body, index) => ({
        path: `agent-${String(index)}.md`,
        bytes: bytesOf(`---\nname: agent-${String(index)}\ndescription: x\n---\n${body}`),
      })),
    ),
  );

describe('the delegation page', () => {
  it('counts the delegations of the Rust team correctly', async () => {
    const view = delegationView(createPlaybook(await readAgentsFolder('tests/fixtures/rust-team')));
    expect(view.summary).toBe(
      '45 delegations in 8 groups, 8 collaborations, 6 tasks delegated to roles, 10 tasks not delegated',
    );
    expect(view.total).toBe(69);
    expect(view.sections.map(({ form, agents }) => `${form} ${agents.map(({ name }) => name).join()}`)).toEqual([
      'to rust-pro',
      'with rust-engineer',
      'roles rust-pro',
      'self rust-pro',
    ]);
    expect(view.from.map(({ name }) => name)).toEqual(['rust-engineer', 'rust-pro']);
    expect(view.networks).toHaveLength(1);
    expect(view.networks[0]?.groups[0]?.to.map(({ party, tasks }) => `${party.label} ${tasks}`)).toEqual([
      '@c-pro 3 tasks',
      '@cpp-pro 1 task',
      '@performance-optimizer 3 tasks',
    ]);
  });

  it('groups tasks by section, with their recipients', () => {
    const view = viewOf('# Who\n## Data\n- A → @sql-pro or @agent-1\n- B → specialists\n', 'x');
    const [agent] = view.sections[0]?.agents ?? [];
    expect(agent).toMatchObject({ name: 'agent-0', count: '2 tasks', hasWording: false });
    expect(agent?.groups).toMatchObject([
      {
        title: 'Data',
        href: '/agents/agent-0/#data',
        rows: [
          { task: 'A', to: ['sql-pro', 'agent-1'] },
          { task: 'B', to: [] },
        ],
      },
    ]);
    expect(view.to.map(({ id }) => id)).toEqual(['agent-1', 'sql-pro']);
  });

  it('keeps the author’s wording of relations that are not arrows', () => {
    const [section] = viewOf('- Work with a-b on x\n- Support c-d').sections;
    expect(section?.agents[0]?.hasWording).toBe(true);
    expect(section?.agents[0]?.groups[0]?.rows.map(({ wording, task }) => `${wording ?? ''}: ${task}`)).toEqual([
      'Work with: x',
      'Support: ',
    ]);
  });

  it('is empty if no agent delegates', () => {
    expect(viewOf('x')).toMatchObject({ summary: '', total: 0, sections: [], networks: [], notDrawn: '' });
    expect(viewOf()).toMatchObject({ summary: '', total: 0 });
  });

  it('collapses many agents, and does not draw their networks', () => {
    const view = viewOf(...Array.from({ length: 20 }, () => '- A → @a\n- B → @b\n'));
    expect(view.sections[0]).toMatchObject({ isOpen: false });
    expect(view.networks).toEqual([]);
    expect(view.notDrawn).toBe('20 agents delegate tasks, which is too many to draw. The tables below list all tasks.');
  });

  it('does not draw a network with too many edges to read', () => {
    const body = Array.from({ length: 120 }, (_, index) => `- T → @agent-to-${String(index)}`).join('\n');
    expect(viewOf(body)).toMatchObject({
      networks: [],
      notDrawn: 'Too large to draw: @agent-0. The tables below list all tasks.',
    });
  });
});
